"""An answer needs as many queries for many rows as for few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.apps.agencies.known import know_agencies
from tests.apps.pages import LETTER, ORDER, digest_text, item, page, register

LISTS = ("documents", "digests", "agencies", "assignments", "deadlines", "targets", "relations", "mentions")
DOCUMENT = "/api/v1/documents/512-ubnd-kt/2024-05-07"
GOAL = "Phấn đấu đến hết năm 2024 trồng tối thiểu 12.000 cây xanh."
MOST = 20


def citing(number: int) -> str:
    """An item whose letter carries out letter 512."""
    letter = f"UBND tỉnh ban hành Công văn số {number}/UBND-NC ngày 08/5/2024 về việc triển khai thực hiện Công văn số 512/UBND-KT ngày 07/5/2024."
    return item(f"Chỉ đạo thực hiện việc thứ {number}", letter, GOAL, ORDER)


@pytest.mark.django_db
def test_queries_do_not_grow(client: Client) -> None:
    know_agencies()
    week = "từ ngày 29/4 đến ngày 05/5/2024"
    register(
        page(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, GOAL, ORDER), week=week), address="https://langson.gov.vn/tuan-18")
    )
    register(page(digest_text(citing(601), citing(602))))
    digest = client.get("/api/v1/digests").json()["data"][0]["url"]
    addresses = (
        *(f"/api/v1/{name}?limit=100" for name in LISTS),
        DOCUMENT,
        digest,
        "/api/v1/agencies/so-tai-chinh",
        "/api/v1/",
        "/api/v1/openapi.json",
    )
    few = {address: queries(client, address) for address in addresses}
    register(page(digest_text(*(citing(number) for number in range(601, 640)))))
    assert {address: queries(client, address) for address in addresses} == few
    assert max(count for address, count in few.items() if address != DOCUMENT) <= MOST
    assert few[DOCUMENT] <= 40


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)
