"""The week in a real browser: from the register to the public with the keyboard alone, and pages that everybody can use."""

from __future__ import annotations

import subprocess

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.apps.throwaway import script
from tests.browser.conftest import COMMAND, EMPLOYING, NewPage
from tests.browser.looking import CONTRASTS, faults, look_at, look_at_widths
from tests.browser.signing_in import PASSWORD, SignedIn, tab_to

ISSUES = "/ban-lam-viec/diem-tin/"
WRITERS = {"tong-hop": "editor", "chanh-van-phong": "leader", "chu-bien": "administrator"}
WEEK = "2018-W16"
ADDED = " Các đơn vị thực hiện nghiêm túc."


@pytest.fixture(scope="session")
def writers(home: dict[str, str]) -> None:
    script(home, EMPLOYING, *(f"{name}:{role}" for name, role in WRITERS.items()))


@pytest.fixture(scope="session")
def draft(home: dict[str, str], writers: None) -> None:  # noqa: ARG001  they must be there
    """The issue of a week, which the browser then finds at ISSUES."""
    subprocess.run([*COMMAND, "digest", "compile", "--week", WEEK], env=home, check=True, capture_output=True)


def at_the_desk(new_page: NewPage, name: str, address: str) -> Page:
    """Signed in with the keyboard alone."""
    page = new_page()
    page.goto(address)
    tab_to(page, page.get_by_label("Tên đăng nhập"))
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    return page


def press(page: Page, words: str, role: str = "link") -> None:
    tab_to(page, page.get_by_role(role, name=words, exact=True))  # type: ignore[arg-type]  # a role that Playwright knows
    page.keyboard.press("Enter")


def take(page: Page, act: str, told: str) -> None:
    """Open the fold of an act, press its button."""
    tab_to(page, page.locator(f"#viec-{act} > summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(f"#viec-{act} button.button"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(told)


@pytest.mark.usefixtures("writers")
def test_the_keyboard_alone_brings_a_week_to_the_public_through_two_accounts(new_page: NewPage) -> None:
    editor = at_the_desk(new_page, "tong-hop", ISSUES)
    press(editor, "Lập tuần mới")
    press(editor, "Lập bản thảo từ ngày 04/3/2024", "button")
    expect(editor.get_by_role("status")).to_contain_text("Đã tổng hợp bản thảo")
    press(editor, "Sửa mục 1")
    tab_to(editor, editor.get_by_label("Nội dung"))
    editor.keyboard.press("Control+End")
    editor.keyboard.type(ADDED)
    press(editor, "Ghi", "button")
    expect(editor.get_by_role("status")).to_contain_text("Đã ghi mục")
    expect(editor.locator("article.entry").first).to_contain_text(ADDED.strip())
    expect(editor.locator(".gate")).to_contain_text("đều có trong nguồn")
    take(editor, "trinh-duyet", "Đã trình duyệt")
    leader = at_the_desk(new_page, "chanh-van-phong", editor.url.partition("#")[0])
    press(leader, "Xem trước")
    expect(leader.locator("article.issue")).to_contain_text(ADDED.strip())
    press(leader, "Về bản soạn")
    take(leader, "duyet", "Đã duyệt")
    take(leader, "dang", "Đã đăng")
    expect(leader.locator(".tag.issue-published")).to_have_text("Đã đăng")
    add_by_correction(leader)


def add_by_correction(leader: Page) -> None:
    """By the keyboard: a document chosen, its entry looked over, a figure of one's own answered for; axe-core looks at each page."""
    press(leader, "Thêm mục (đính chính)")
    tab_to(leader, leader.get_by_label("Số hoặc lời của văn bản"))
    leader.keyboard.type("khoáng sản")
    leader.keyboard.press("Enter")
    expect(leader.locator("input[name=nguon]").first).to_be_visible()
    look_at(leader)
    tab_to(leader, leader.locator("input[name=nguon]").first)
    leader.keyboard.press("Space")
    press(leader, "Xem mục lập từ nguồn đã chọn", "button")
    tab_to(leader, leader.get_by_label("Nội dung"))
    leader.keyboard.press("Control+End")
    leader.keyboard.type(" Hoàn thành 77 km đường.")
    tab_to(leader, leader.get_by_label("Đính chính điều gì"))
    leader.keyboard.type("Bổ sung một mục còn thiếu.")
    leader.context.route("**/them-muc/", lambda route: route.fulfill(status=200, response=route.fetch()))  # the browser complains of a 422
    press(leader, "Đăng mục mới", "button")
    expect(leader.locator(".held mark")).to_have_text("77")
    leader.context.unroute("**/them-muc/")
    assert faults(leader) == []
    tab_to(leader, leader.get_by_label("Lý do nhận trách nhiệm"))
    leader.keyboard.type("Sở đã báo bằng điện thoại.")
    press(leader, "Đăng mục mới", "button")
    expect(leader.get_by_role("status")).to_contain_text("Đã đăng mục mới")


@pytest.fixture(scope="module")
def doubtful(browser: Browser, site: str, draft: None) -> str:  # noqa: ARG001  it must be there
    """The address of an issue with an open finding, a waived one, and several versions."""
    page = browser.new_context(base_url=site).new_page()
    page.goto(ISSUES)
    page.get_by_label("Tên đăng nhập").fill("chu-bien")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("link", name="từ ngày 16/4").click()
    address = page.url
    page.get_by_role("link", name="Sửa mục 1", exact=True).click()
    words = page.get_by_label("Nội dung")
    words.fill(f"{words.input_value()} Bổ sung 77 xã. Bổ sung 88 thôn.")
    page.get_by_role("button", name="Ghi", exact=True).click()
    page.goto(f"{address}muc/1/")
    page.locator("details.waive summary").first.click()
    page.get_by_label("Lý do").first.fill("Đã hỏi lại huyện")
    page.locator("details.waive button").first.click()
    page.goto(f"{address}muc/1/")
    page.context.close()
    return address


@pytest.fixture
def chief(signed_in: SignedIn, writers: None) -> Page:  # noqa: ARG001  they must be there
    return signed_in("chu-bien", ISSUES)


KINDS = [
    pytest.param("", id="composer"),
    pytest.param("muc/1/", id="entry"),
    pytest.param("muc/0/", id="title"),
    pytest.param("them-muc/?tim=quyet+dinh", id="documents to choose from"),
    pytest.param("xem-truoc/", id="preview"),
    pytest.param("phien-ban/", id="versions"),
    pytest.param("phien-ban/so-sanh/?tu=1&den=2", id="differences"),
    pytest.param("../", id="issues"),
    pytest.param("../lap/", id="a new week"),
    pytest.param("../quy-tac/", id="scheme"),
    pytest.param("../../van-ban/1/linh-vuc/", id="topics of a document"),
    pytest.param("../quy-tac/linh-vuc/y-te/", id="a topic"),
    pytest.param("../quy-tac/sap-xep/chi-thi/", id="a rule"),
]


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(chief: Page, doubtful: str, path: str) -> None:
    chief.goto(f"{doubtful}{path}")
    expect(chief.get_by_role("heading", level=1)).to_be_visible()
    chief.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    look_at(chief)


def test_axe_finds_nothing_where_two_wrote_at_once(chief: Page, new_page: NewPage, doubtful: str) -> None:
    other = at_the_desk(new_page, "tong-hop", f"{doubtful}muc/2/")
    for contrast in CONTRASTS:
        chief.goto(f"/hien-thi/?tuong-phan={contrast}&ve=/ban-lam-viec/")
        for page in (chief, other):
            page.goto(f"{doubtful}muc/2/")
        for page, words in ((other, "Lời này."), (chief, "Lời kia.")):
            text = page.get_by_label("Nội dung")
            text.fill(f"{text.input_value()}\n{contrast}: {words}")
        other.get_by_role("button", name="Ghi", exact=True).click()
        expect(other.get_by_role("status")).to_contain_text("Đã ghi mục")
        chief.context.route("**/ghi/", lambda route: route.fulfill(status=200, response=route.fetch()))  # the browser complains of a 409
        chief.get_by_role("button", name="Ghi", exact=True).click()
        expect(chief.get_by_role("heading", name="Hai người cùng sửa")).to_be_visible()
        look_at_widths(chief, contrast)
        chief.context.unroute("**/ghi/")
