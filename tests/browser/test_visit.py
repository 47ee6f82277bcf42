"""What a visitor does, in a real browser."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import COMMAND, NewPage

DIGEST = "/ban-tin/2024-03-04_2024-03-10/"
LETTER = "/van-ban/274-ubnd-kt/2024-03-04/"


@pytest.mark.parametrize("scripts", [pytest.param(True, id="with scripts"), pytest.param(False, id="without scripts")])
def test_from_home_to_the_words_of_an_order(new_page: NewPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto("/")
    page.get_by_role("link", name="Tất cả bản tin").click()
    page.get_by_role("link", name="từ ngày 04/3/2024 đến ngày 10/3/2024").click()
    page.locator("#muc-2").get_by_role("link", name="Công văn số 274/UBND-KT").first.click()
    expect(page).to_have_url(f"{page.url.partition('/van-ban')[0]}{LETTER}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Công văn số 274/UBND-KT")
    page.locator("li.order").nth(1).get_by_role("link", name="Xem lời văn").click()
    expect(page.locator("mark:target")).to_contain_text("trước ngày 20/4/2024")


def test_mark_to_fact_and_back(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(DIGEST)
    page.get_by_role("link", name="hạn 1, mục 2", exact=True).click()
    expect(page.locator("li:target")).to_contain_text("trước ngày 20/4/2024")
    page.get_by_role("link", name="hạn 1, mục 2: xem lời văn").click()
    expect(page.locator("mark:target")).to_contain_text("trước ngày 20/4/2024")


def test_a_label_shows_its_fact_in_place(new_page: NewPage) -> None:
    page = new_page()
    page.goto(DIGEST)
    page.get_by_role("link", name="hạn 1, mục 2", exact=True).focus()
    expect(page.get_by_role("tooltip")).to_contain_text("trước ngày 20/4/2024")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_a_typed_number_leads_to_the_document(new_page: NewPage) -> None:
    page = new_page(390)
    page.goto("/")
    page.get_by_role("searchbox").fill("274 ubnd kt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Công văn số 274/UBND-KT")


def test_size_and_contrast_stay_across_visits(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(LETTER)
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_role("button", name="Tương phản cao").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Công văn số 274/UBND-KT")
    expect(page.locator("html")).to_have_class("size-1 contrast")
    later = page.context.new_page()
    later.goto("/co-quan/")
    expect(later.locator("html")).to_have_class("size-1 contrast")
    later.get_by_role("button", name="Cỡ chữ thường").click()
    later.get_by_role("button", name="Màu thường").click()
    assert later.locator("html").get_attribute("class") is None


def test_the_keyboard_skips_the_frame(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_busy_port_is_one_clear_line(site: str, home: dict[str, str]) -> None:
    port = site.rpartition(":")[2]
    done = subprocess.run([*COMMAND, "serve", "--port", port], env=home, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"127.0.0.1:{port}: cổng đang được chương trình khác dùng; hãy chọn cổng khác bằng --port\n"


def test_static_files_come_along(new_page: NewPage) -> None:
    page = new_page()
    page.goto(DIGEST)
    families = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert len(families) == 2
    assert min(families) > 20
    assert not Path("staticfiles").exists()
