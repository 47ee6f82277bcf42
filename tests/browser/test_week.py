"""The public week in a real browser: every kind of page for everybody, rated with the keyboard alone, with scripts and without."""

from __future__ import annotations

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.apps.throwaway import ROOT
from tests.browser.conftest import NewPage
from tests.browser.looking import faults, look_at
from tests.browser.signing_in import tab_to

ISSUE = "/diem-tin/2026-W10/"
KINDS = [
    pytest.param("/", id="home"),
    pytest.param(ISSUE, id="issue, corrected"),
    pytest.param("/diem-tin/", id="archive"),
    pytest.param("/diem-tin/2026/", id="year"),
    pytest.param("/diem-tin/2026-03/", id="month"),
    pytest.param("/diem-tin/2024-W10/thay-doi/", id="changes"),
    pytest.param(f"{ISSUE}danh-gia/", id="rating of an issue"),
    pytest.param(f"{ISSUE}danh-gia/?muc=1", id="rating of an entry"),
    pytest.param("/theo-doi/?loai=topic&gi=y-te", id="following"),
    pytest.param("/linh-vuc/", id="topics"),
    pytest.param("/linh-vuc/nong-nghiep/", id="topic"),
    pytest.param("/tim-kiem?q=khoáng sản", id="found"),
]
UNKNOWN = [
    pytest.param("/diem-tin/2099-W01/", "Chưa có điểm tin", id="no issue yet"),
    pytest.param("/theo-doi/thoi/x/", "không dùng được", id="a link that nobody sent"),
    pytest.param("/theo-doi/?loai=topic&gi=x", "Không theo dõi được", id="nothing to follow"),
]


@pytest.fixture(scope="module", autouse=True)
def week(home: dict[str, str], site: str) -> None:  # noqa: ARG001  its database must be up to date
    environment = home | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, str(ROOT / "tests/browser/publishing.py")], env=environment, check=True, capture_output=True)


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.goto(address)
    look_at(page)


@pytest.mark.parametrize(("address", "words"), UNKNOWN)
def test_axe_finds_nothing_where_there_is_nothing(new_page: NewPage, address: str, words: str) -> None:
    page = new_page()
    page.context.route("**" + address.partition("?")[0] + "*", lambda route: route.fulfill(status=200, response=route.fetch()))
    page.goto(address)
    assert words in page.content()
    assert faults(page) == []


@pytest.mark.parametrize("scripts", [pytest.param(True, id="with scripts"), pytest.param(False, id="without scripts")])
def test_the_keyboard_alone_rates_an_entry(new_page: NewPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto(ISSUE)
    tab_to(page, page.locator("#muc-2").get_by_role("link", name="Đánh giá mục này"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đánh giá mục tin")
    tab_to(page, page.get_by_label("1 sao"))
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_label("4 sao")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Có", exact=True)).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("đánh giá đã được ghi nhận")
    expect(page.get_by_role("main")).to_contain_text("4,0 trong")
    page.goto(ISSUE)
    expect(page.locator("#muc-2")).to_contain_text("4,0 trong")
