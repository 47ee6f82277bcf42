"""axe-core finds nothing on any kind of page, in either contrast, light and dark, wide and narrow; nothing needs scrolling sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.looking import CONTRASTS, faults, look_at_widths

KINDS = [
    pytest.param("/", id="home"),
    pytest.param("/ban-tin/", id="digests"),
    pytest.param("/ban-tin/2024-03-04_2024-03-10/", id="digest"),
    pytest.param("/van-ban/274-ubnd-kt/", id="document with orders"),
    pytest.param("/van-ban/51-kh-ubnd/", id="document with neighbours"),
    pytest.param("/co-quan/", id="agencies"),
    pytest.param("/co-quan/so-tai-chinh/", id="agency"),
    pytest.param("/tinh-trang/", id="status"),
    pytest.param("/du-lieu-mo/", id="open data"),
    pytest.param("/tim-kiem?q=khong+co", id="search"),
    pytest.param("/api/v1/docs", id="the API explained"),
]


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.goto(address)
    for contrast in CONTRASTS:
        back = page.url.partition("//")[2].partition("/")[2]
        page.goto(f"/hien-thi/?tuong-phan={contrast}&ve=/{back.replace('?', '%3F')}")
        expect(page.locator("html.contrast")).to_have_count(int(contrast == "cao"))
        look_at_widths(page, contrast)


@pytest.mark.parametrize("address", KINDS[2:5])
def test_axe_finds_nothing_in_the_dark(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    assert faults(page) == []


def test_axe_finds_nothing_on_an_unknown_page(new_page: NewPage) -> None:
    page = new_page()
    page.context.route("**/khong-co", lambda route: route.fulfill(status=200, response=route.fetch()))  # the browser complains of a 404
    page.goto("/khong-co")
    assert "Không có trang này" in page.content()
    assert faults(page) == []


def test_axe_would_find_something(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    page.evaluate("document.querySelector('.search label').remove(); document.querySelector('.search input').placeholder = ''")
    assert faults(page)
