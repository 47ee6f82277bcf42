"""People of the desk in a real browser: how they sign in, move by the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

PASSWORD = "Chợ Kỳ Lừa họp sáu phiên"  # noqa: S105  of people who do not exist
FARTHEST = 400  # presses of Tab to the last control of the longest page here

SignedIn = Callable[..., Page]


def sign_in(page: Page, role: str) -> None:
    """At the door."""
    page.get_by_label("Tên đăng nhập").fill(role)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus."""
    expect(wanted).to_be_attached()
    for _ in range(FARTHEST):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("no way there by Tab")
