"""What the public pages show."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.portal.document_page import MOST as LISTED
from dieuhanh.portal.document_page import ORDERS_A_PAGE
from dieuhanh.portal.relations import MOST
from dieuhanh.web.page_store import PAGES
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import LETTER, ORDER, digest_text, item, page, register

HOSTILE = (
    "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;"  # as a page shows it, so that the reader takes it for text
)
DOCUMENT = "/van-ban/512-ubnd-kt/2024-05-07/"


def text_of(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("/", ["Bản tin từ ngày 02/3/2026 đến ngày 08/3/2026", "Sở Tài chính"], id="home shows the newest"),
        pytest.param("/ban-tin/", ["từ ngày 04/3/2024 đến ngày 10/3/2024", "8 mục, 21 nhiệm vụ giao"], id="digests with counts"),
        pytest.param(
            "/ban-tin/2024-03-04_2024-03-10/",
            ['id="loi-2-han-1"', 'href="#du-kien-2-han-1"', 'id="du-kien-2-han-1"', 'href="#loi-2-han-1"', "/van-ban/274-ubnd-kt/2024-03-04/"],
            id="digest: marks lead to facts, facts to words and documents",
        ),
        pytest.param(
            "/van-ban/274-ubnd-kt/2024-03-04/",
            ["Công văn số 274/UBND-KT", "Sở Tài nguyên và Môi trường", "Thời hạn: trước ngày 20/4/2024", "#loi-2-viec-2"],
            id="document: who, what, by when, in which words",
        ),
        pytest.param(
            "/van-ban/51-kh-ubnd/2024-03-05/", ["<svg", "thực hiện", "Quyết định số 175/QĐ-TTg"], id="document: its neighbourhood, drawn and listed"
        ),
        pytest.param("/van-ban/175-qd-ttg/2024-02-19/", ["được thực hiện bởi", "Kế hoạch số 51/KH-UBND"], id="document: what is done to it"),
        pytest.param("/co-quan/so-tai-chinh/", ["Trước đó là", "Sở Kế hoạch và Đầu tư", "Theo <a", "chủ trì"], id="agency: life and orders"),
        pytest.param("/tinh-trang/", ["2</dd>", "bản tin", "Nguồn lâu chưa tải lại", "https://langson.gov.vn/s1_tuan_2024-03.txt", "Chưa có lần kiểm tra nào"], id="status"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("samples")
def test_a_page_shows(client: Client, address: str, words: list[str]) -> None:
    shown = text_of(client, address)
    assert [word for word in words if word not in shown] == []


@pytest.mark.django_db
def test_hostile_text_is_text(client: Client) -> None:
    text = digest_text(item(f"Chỉ đạo {HOSTILE} vụ mùa", LETTER, ORDER.replace("rà soát", f"rà soát {HOSTILE}")))
    register(page("<html><body>" + "".join(f"<p>{line}</p>" for line in text.splitlines() if line) + "</body></html>"))
    for address in ("/", "/ban-tin/2024-05-06_2024-05-12/", DOCUMENT):
        shown = text_of(client, address)
        assert "alert(" in shown, address
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown


@pytest.mark.django_db
def test_where_a_file_lay_is_not_public(client: Client) -> None:
    register(page(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER)), address="file:///home/an/tai-lieu/tuan.txt"))
    for address in ("/tinh-trang/", "/ban-tin/2024-05-06_2024-05-12/"):
        assert "home/an" not in text_of(client, address)


def citing(number: int) -> str:
    """An item whose letter carries out letter 512."""
    letter = f"UBND tỉnh ban hành Công văn số {number}/UBND-NC ngày 08/5/2024 về việc triển khai thực hiện Công văn số 512/UBND-KT ngày 07/5/2024."
    return item(f"Chỉ đạo thực hiện việc thứ {number}", letter, ORDER)


def queries(client: Client, address: str) -> int:
    PAGES.clear()  # else one more asks whether what is kept still stands
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address, follow=True).status_code == 200
    return len(caught)


@pytest.mark.django_db
def test_a_page_needs_as_many_queries_for_many_facts_as_for_few(client: Client) -> None:
    digest = "/ban-tin/2024-05-06_2024-05-12/"
    addresses = (DOCUMENT, "/co-quan/so-tai-chinh/", digest, "/", "/ban-tin/", "/tinh-trang/")
    know_agencies()
    before = digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER), week="từ ngày 29/4 đến ngày 05/5/2024")
    register(page(before, address="https://langson.gov.vn/tuan-18"))
    register(page(digest_text(citing(601), citing(602), citing(603))))
    few = [queries(client, address) for address in addresses]
    register(page(digest_text(*(citing(number) for number in range(601, 601 + MOST + 6)))))
    assert [queries(client, address) for address in addresses] == few
    assert max(few) <= 30
    shown = text_of(client, DOCUMENT)
    assert "Và 5 quan hệ khác" in shown
    assert "Trang 1 trên 4" in shown


@pytest.mark.django_db
def test_more_orders_than_a_page_holds_are_counted_and_can_be_turned_to(client: Client) -> None:
    orders = [ORDER.replace("rà soát kinh phí", f"rà soát phần việc thứ {number} của năm") for number in range(ORDERS_A_PAGE + 2)]
    register(page(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, *orders))))
    first, second = text_of(client, DOCUMENT), text_of(client, f"{DOCUMENT}?viec=2")
    assert f'Giao việc <span class="quiet">({ORDERS_A_PAGE + 2})</span>' in first
    assert (first.count('<li class="order">'), second.count('<li class="order">')) == (ORDERS_A_PAGE, 2)
    assert 'href="?viec=2#giao-viec"' in first
    assert f"phần việc thứ {ORDERS_A_PAGE + 1} của" in second
    assert f'start="{ORDERS_A_PAGE + 1}"' in second


@pytest.mark.django_db
def test_more_deadlines_than_are_listed_are_counted(client: Client) -> None:
    said = [f"Việc thứ {number} hoàn thành trước ngày 31/5/2024." for number in range(LISTED + 3)]
    register(page(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, *said))))
    assert "Và 3 thời hạn khác." in text_of(client, DOCUMENT)


@pytest.mark.django_db
def test_a_relation_to_one_of_several_leads_to_the_choice(client: Client) -> None:
    for week, day in (("từ ngày 01/01 đến ngày 07/01/2024", "05/01/2024"), ("từ ngày 08/01 đến ngày 14/01/2024", "10/01/2024")):
        letter = f"UBND tỉnh ban hành Công văn số 45/UBND-KT ngày {day} về việc nạo vét mương máng."
        register(page(digest_text(item("Chỉ đạo nạo vét mương máng", letter), week=week), f"https://langson.gov.vn/{day}"))
    letter = "UBND tỉnh ban hành Công văn số 512/UBND-KT ngày 07/5/2024 về việc triển khai thực hiện Công văn số 45/UBND-KT của UBND tỉnh."
    register(page(digest_text(item("Chỉ đạo nạo vét mương máng", letter))))
    shown = text_of(client, DOCUMENT)
    assert 'chưa rõ là văn bản nào trong <a href="/van-ban/45-ubnd-kt/">các văn bản cùng số</a>' in shown
    assert "10/01/2024" in text_of(client, "/van-ban/45-ubnd-kt/")
