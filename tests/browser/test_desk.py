"""The desk in a real browser: work with the keyboard alone, and pages that everybody can use."""

from __future__ import annotations

import subprocess
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import COMMAND, NewPage
from tests.browser.looking import faults, look_at
from tests.browser.signing_in import PASSWORD, SignedIn, tab_to

DOUBT = "Trước mùa mưa lũ năm 2018"
EDITOR = "/ban-lam-viec/ban-tin/2/"


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("scripts", "day"), [pytest.param(True, "05/6/2018", id="with scripts"), pytest.param(False, "08/6/2018", id="without")]
)
def test_the_keyboard_alone_corrects_a_fact_and_a_rebuild_keeps_it(
    new_page: NewPage, home: dict[str, str], scripts: bool, day: str
) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto("/ban-lam-viec/can-xem/" if scripts else EDITOR)
    tab_to(page, page.get_by_label("Tên đăng nhập"))
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    card = page.locator(".fact-card", has_text="mùa mưa lũ năm 2018").filter(has=page.locator("a.label.deadline"))
    if scripts:
        tab_to(page, page.get_by_role("link", name=DOUBT))
        page.keyboard.press("Enter")
        expect(card).to_be_focused()
        page.keyboard.press("s")
    else:
        tab_to(page, card.get_by_role("link", name="Sửa"))
        page.keyboard.press("Enter")
    due = page.get_by_label("Đến ngày")
    tab_to(page, due)
    page.keyboard.press("Control+a")
    page.keyboard.type(day)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã sửa")
    expect(card).to_contain_text(f"trước ngày {day}")
    subprocess.run([*COMMAND, "rebuild"], env=home, check=True, capture_output=True)
    page.goto(EDITOR)
    expect(card).to_contain_text(f"trước ngày {day}")
    expect(card).to_contain_text("đã sửa · officer")
    page.goto("/ban-tin/2018-04-16_2018-04-22/")
    expect(page.locator(".facts")).to_contain_text([f"trước ngày {day}"])


def test_keys_choose_confirm_and_reject(signed_in: SignedIn) -> None:
    page = signed_in("officer", "/ban-lam-viec/ban-tin/3/")
    cards = page.locator(".fact-card")
    page.keyboard.press("j")
    expect(cards.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(cards.nth(1)).to_be_focused()
    expect(page.locator("mark.chosen").first).to_be_visible()
    page.keyboard.press("k")
    expect(cards.nth(0)).to_be_focused()
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_contain_text("Đã xác nhận")
    page.wait_for_load_state()  # the words are there before the script that listens to keys
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_role("status")).to_contain_text("Đã bác")


def test_keys_can_be_turned_off(signed_in: SignedIn) -> None:
    page = signed_in("officer", "/ban-lam-viec/ban-tin/3/")
    page.keyboard.press("?")
    page.get_by_label("Dùng phím tắt một chữ").uncheck()
    for _ in range(2):
        page.keyboard.press("j")
        expect(page.locator(".fact-card:focus")).to_have_count(0)
        page.reload()


def test_a_fact_is_added_from_a_selection(signed_in: SignedIn) -> None:
    page = signed_in("officer", "/ban-lam-viec/ban-tin/3/")
    paragraph = page.locator("#muc-1 .text p").first
    words = paragraph.evaluate("""p => {
        const text = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(p, p.childNodes.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        const part = range.cloneContents();
        part.querySelectorAll(".label").forEach(label => label.remove());
        return part.textContent.trim().replace(/\\s+/g, " ");
    }""")
    page.keyboard.press("t")
    expect(page.get_by_label("Lời văn")).to_have_value(words)
    page.get_by_label("Loại dữ kiện").select_option("official")
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_label("Chức vụ").fill("Chủ tịch UBND tỉnh")
    page.get_by_role("button", name="Thêm").click()
    expect(page.get_by_role("status")).to_contain_text("Đã thêm")
    expect(page.locator(".fact-card:focus")).to_contain_text("Chủ tịch UBND tỉnh")


KINDS = [
    pytest.param("/ban-lam-viec/", id="home"),
    pytest.param("/ban-lam-viec/can-xem/", id="queue"),
    pytest.param("/ban-lam-viec/ban-tin/", id="digests"),
    pytest.param("/ban-lam-viec/ban-tin/1/", id="editor"),
    pytest.param("/ban-lam-viec/ban-tin/1/them/?muc=1&loi=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh", id="words of a new fact"),
    pytest.param("/ban-lam-viec/ban-tin/1/them/?muc=1&loai=target&loi=Nh%C3%A0+%C4%91%E1%BA%A7u+t%C6%B0", id="a new fact"),
    pytest.param("/ban-lam-viec/nap-trang/", id="taking in"),
    pytest.param("/ban-lam-viec/tai-khoan/", id="accounts"),
    pytest.param("/ban-lam-viec/tai-khoan/them/", id="a new account"),
    pytest.param("/ban-lam-viec/tai-khoan/1/", id="an account"),
    pytest.param("/ban-lam-viec/nhat-ky/", id="the chain"),
    pytest.param("/ban-lam-viec/thu-theo-doi/", id="letters that could not be sent"),
    pytest.param("/ban-lam-viec/mat-khau/", id="password"),
    pytest.param("/ban-lam-viec/hai-lop/", id="second factor"),
]


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(signed_in: SignedIn, address: str) -> None:
    look_at(signed_in("administrator", address))


def test_axe_finds_nothing_on_a_fact_and_its_form(signed_in: SignedIn) -> None:
    page = signed_in("officer", "/ban-lam-viec/ban-tin/1/")
    for name in ("Ghi chú", "Sửa"):
        page.goto("/ban-lam-viec/ban-tin/1/")
        page.locator(".fact-card").first.get_by_role("link", name=name).first.click()
        look_at(page)
        page.goto("/hien-thi/?tuong-phan=thuong&ve=/")


def test_axe_finds_nothing_at_the_door(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/dang-nhap/")
    look_at(page)


def test_axe_finds_nothing_where_a_role_may_not(signed_in: SignedIn) -> None:
    page = signed_in("reader")
    page.context.route("**/nhat-ky/", lambda route: route.fulfill(status=200, response=route.fetch()))  # the browser complains of a 403
    for contrast in ("thuong", "cao"):
        page.goto(f"/hien-thi/?tuong-phan={contrast}&ve=/ban-lam-viec/")
        page.goto("/ban-lam-viec/nhat-ky/")
        expect(page.get_by_role("heading", name="Không được phép")).to_be_visible()
        assert faults(page) == []


@pytest.mark.parametrize(
    ("headers", "secure"), [pytest.param({}, False, id="plain"), pytest.param({"X-Forwarded-Proto": "https"}, True, id="behind HTTPS")]
)
def test_cookies_are_secure_where_a_server_before_ours_does_the_https(site: str, headers: dict[str, str], secure: bool) -> None:
    with urllib.request.urlopen(urllib.request.Request(f"{site}/dang-nhap/", headers=headers)) as answer:  # noqa: S310  our own server
        assert ("Secure" in answer.headers["Set-Cookie"]) is secure
