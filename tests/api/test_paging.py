"""Lists go on where they stopped, whatever came meanwhile."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

import pytest
from django.test import Client

from dieuhanh.api.cursors import LAST_ID, Position, cursor_of
from dieuhanh.apps.documents.models import Document, Knowledge
from tests.apps.pages import LETTER, ORDER, digest_text, item, page, register

LISTS = ["documents", "digests", "agencies", "assignments", "deadlines", "targets", "relations", "mentions"]


def walk(client: Client, address: str) -> list[Any]:
    found = []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.get("Link") == (f'<{answer.json()["next"]}>; rel="next"' if answer.json()["next"] else None)
        found += answer.json()["data"]
        address = answer.json()["next"]
    return found


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.usefixtures("samples")
def test_small_pages_together_are_the_large_one(client: Client, name: str) -> None:
    limit = 100 if name == "agencies" else 7
    rows = walk(client, f"/api/v1/{name}?limit={limit}")
    assert rows == walk(client, f"/api/v1/{name}?limit=99")
    assert len({row.get("id", row.get("url")) for row in rows}) == len(rows) > 1


@pytest.mark.parametrize("name", ["documents", "digests"])
@pytest.mark.usefixtures("samples")
def test_they_run_from_the_newest_and_undated_last(client: Client, name: str) -> None:
    Document.objects.create(number_key="luật x", slug="luat-x", type="Luật", title="Luật X", known_by=Knowledge.MENTION)
    days = [row["date"] if name == "documents" else row["period"]["end"] for row in walk(client, f"/api/v1/{name}?limit=5")]
    assert days == sorted(filter(None, days), reverse=True) + [None] * days.count(None)
    assert (None in days) == (name == "documents")


@pytest.mark.parametrize("name", ["documents", "assignments"])
@pytest.mark.usefixtures("samples")
def test_what_comes_meanwhile_neither_repeats_nor_hides_a_row(client: Client, name: str) -> None:
    before = [row["id"] for row in walk(client, f"/api/v1/{name}?limit=100")]
    first = client.get(f"/api/v1/{name}", {"limit": 9}).json()
    register(page(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER))))  # older than the newest sample, newer than the other
    after = [row["id"] for row in [*first["data"], *walk(client, first["next"])]]
    assert [one for one in after if one in before] == before
    assert len(set(after)) == len(after) > len(before)


@pytest.mark.usefixtures("samples")
def test_next_keeps_the_filters(client: Client) -> None:
    answer = client.get("/api/v1/documents", {"type": "Quyết định", "from": "2024-01-01", "limit": "1"}).json()
    assert answer["next"].startswith("/api/v1/documents?limit=1&type=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh&from=2024-01-01&cursor=")
    assert {row["type"] for row in walk(client, answer["next"])} == {"Quyết định"}


def crafted(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        pytest.param("", id="nothing"),
        pytest.param("abc", id="no base64"),
        pytest.param("đây", id="no ASCII"),
        pytest.param("\0", id="NUL"),
        pytest.param("A" * 5000, id="too long"),
        pytest.param(crafted(b"["), id="no JSON"),
        pytest.param(crafted(b'["documents",null]'), id="too short a list"),
        pytest.param(crafted(b'["documents","2024-02-30",1]'), id="a day that does not exist"),
        pytest.param(crafted(b'["documents",null,99999999999999999999]'), id="a number that no database has"),
        pytest.param(crafted(b'["documents",null,-1]'), id="below nought"),
        pytest.param(cursor_of(Position("agencies", None, 1)), id="of another list"),
    ],
)
@pytest.mark.django_db
def test_what_is_no_cursor_is_refused(client: Client, cursor: str) -> None:
    answer = client.get("/api/v1/documents", {"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-cursor")


@pytest.mark.parametrize("day", [None, dt.date(1, 1, 1), dt.date(9999, 12, 31)])
@pytest.mark.django_db
def test_a_cursor_beyond_all_rows_is_none(client: Client, day: dt.date | None) -> None:
    answer = client.get("/api/v1/documents", {"cursor": cursor_of(Position("documents", day, LAST_ID))})
    assert (answer.status_code, answer.json()) == (200, {"data": [], "next": None})
