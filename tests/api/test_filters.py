"""Every documented parameter does what the document says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dieuhanh.api.openapi import document
from dieuhanh.apps.documents.models import Document

pytestmark = pytest.mark.usefixtures("samples")
LETTER = "274/UBND-KT"
Row = dict[str, Any]


def rows(client: Client, path: str, **parameters: Any) -> list[Row]:
    answer = client.get(f"/api/v1{path}", {"limit": 100, **parameters})
    assert answer.status_code == 200, answer.content
    told: list[Row] = answer.json()["data"]
    return told


def agencies_of(row: Row, part: str) -> list[str]:
    return [one["agency"] or "" for one in row[part]]


def led_by(slug: str) -> Callable[[Row], bool]:
    return lambda row: f"/api/v1/agencies/{slug}" in agencies_of(row, "lead")


def helped_by(slug: str) -> Callable[[Row], bool]:
    return lambda row: f"/api/v1/agencies/{slug}" in agencies_of(row, "cooperating")


def due(row: Row) -> list[str]:
    return [limit["due"] for limit in row["deadlines"] if limit["due"]]


FINANCE, SLUG = "Sở Tài chính", "so-tai-chinh"
FILTERS = [
    pytest.param("/documents", {"type": "Công văn"}, lambda row: row["type"] == "Công văn", id="documents: type"),
    pytest.param("/documents", {"type": "cv"}, lambda row: row["type"] == "Công văn", id="documents: type by its code"),
    pytest.param("/documents", {"number": "274 ubnd kt"}, lambda row: row["number"] == LETTER, id="documents: number, loosely typed"),
    pytest.param("/documents", {"number": "274-ubnd-kt"}, lambda row: row["number"] == LETTER, id="documents: number as in addresses"),
    pytest.param("/documents", {"issuer": "UBND tỉnh"}, lambda row: row["issuer"] == "UBND tỉnh", id="documents: issuer"),
    pytest.param("/documents", {"from": "2024-03-05"}, lambda row: (row["date"] or "") >= "2024-03-05", id="documents: from"),
    pytest.param("/documents", {"to": "2024-03-05"}, lambda row: bool(row["date"]) and row["date"] <= "2024-03-05", id="documents: to"),
    pytest.param("/documents", {"known_by": "reported"}, lambda row: row["known_by"] == "reported", id="documents: reported"),
    pytest.param("/documents", {"known_by": "mention"}, lambda row: row["known_by"] == "mention", id="documents: only cited"),
    pytest.param("/digests", {"from": "2025-01-01"}, lambda row: row["period"]["end"] >= "2025-01-01", id="digests: from"),
    pytest.param("/digests", {"to": "2025-01-01"}, lambda row: row["period"]["start"] <= "2025-01-01", id="digests: to"),
    pytest.param("/agencies", {"name": "Sở TC"}, lambda row: row["name"] == FINANCE, id="agencies: name, abbreviated"),
    pytest.param("/agencies", {"name": SLUG}, lambda row: row["name"] == FINANCE, id="agencies: name as in addresses"),
    pytest.param("/assignments", {"agency": FINANCE}, lambda row: led_by(SLUG)(row) or helped_by(SLUG)(row), id="assignments: agency"),
    pytest.param("/assignments", {"agency": SLUG, "part": "lead"}, led_by(SLUG), id="assignments: agency leads"),
    pytest.param("/assignments", {"agency": "cong-an-tinh", "part": "cooperating"}, helped_by("cong-an-tinh"), id="assignments: agency helps"),
    pytest.param("/assignments", {"part": "cooperating"}, lambda row: bool(row["cooperating"]), id="assignments: anybody helps"),
    pytest.param("/assignments", {"due_from": "2024-05-01"}, lambda row: any(day >= "2024-05-01" for day in due(row)), id="assignments: due from"),
    pytest.param("/assignments", {"due_to": "2024-05-01"}, lambda row: any(day <= "2024-05-01" for day in due(row)), id="assignments: due to"),
    pytest.param("/deadlines", {"due_from": "2024-05-01"}, lambda row: (row["due"] or "") >= "2024-05-01", id="deadlines: due from"),
    pytest.param("/deadlines", {"due_to": "2024-05-01"}, lambda row: bool(row["due"]) and row["due"] <= "2024-05-01", id="deadlines: due to"),
    pytest.param("/relations", {"type": "implements"}, lambda row: row["type"] == "implements", id="relations: type"),
    pytest.param("/mentions", {"role": "citation"}, lambda row: row["role"] == "citation", id="mentions: role"),
]  # fmt: skip


def identity(row: Row) -> Any:
    return row.get("id", row.get("url"))


@pytest.mark.parametrize(("path", "parameters", "holds"), FILTERS)
def test_a_filter_gives_all_that_it_says_and_nothing_else(client: Client, path: str, parameters: Row, holds: Callable[[Row], bool]) -> None:
    every = [row for cursor in pages(client, path) for row in cursor]
    wanted = [identity(row) for row in every if holds(row)]
    assert 0 < len(wanted) < len(every)
    assert [identity(row) for row in rows(client, path, **parameters)] == wanted[:100]


def pages(client: Client, path: str) -> list[list[Row]]:
    address, found = f"/api/v1{path}?limit=100", []
    while address:
        answer = client.get(address).json()
        found.append(answer["data"])
        address = answer["next"]
    return found


@pytest.mark.parametrize("path", ["/assignments", "/deadlines", "/targets", "/relations", "/mentions"])
def test_facts_of_a_document_are_those_of_its_own_answer(client: Client, path: str) -> None:
    number = "51/KH-UBND" if path in ("/relations", "/targets") else LETTER
    document_id = Document.objects.numbered(number).get().id
    found = rows(client, path, document=document_id)
    whole = client.get(f"/api/v1/documents/{document_id}").json()
    if path == "/relations":
        assert found == whole["relations_from"]["data"] != []
        assert rows(client, path, source=document_id) == found
        other = found[0]["target"]["document"]["id"]
        assert found[0] in rows(client, path, target=other)
        assert found[0] in client.get(f"/api/v1/documents/{other}").json()["relations_to"]["data"]
    else:
        assert found == whole[path.removeprefix("/")]["data"]
        assert path == "/targets" or found


def test_documents_by_the_agency_concerned(client: Client) -> None:
    found = {row["url"] for row in rows(client, "/documents", agency=FINANCE)}
    ordered = rows(client, "/assignments", agency=FINANCE)
    assert found == {row["source"]["document"]["url"] for row in ordered if row["source"] and row["source"]["document"]} | {
        one["url"] for row in ordered if row["source"] is None for one in row["place"]["instruments"]
    }
    assert found


def test_agencies_that_existed_on_a_day(client: Client) -> None:
    def exists(day: str) -> bool:
        return bool(rows(client, "/agencies", name="Sở Kế hoạch và Đầu tư", on=day))

    assert exists("2025-02-28")
    assert not exists("2025-03-01")


def test_search_asks_as_the_command_does(client: Client) -> None:
    found = client.get("/api/v1/search", {"q": "khoang san", "type": "Công văn", "issuer": "UBND tỉnh", "known_by": "reported"}).json()
    assert [hit["number"] for hit in found["hits"]][:1] == [LETTER]
    fragment = found["hits"][0]["fragment"]
    assert {fragment["text"][start:end].lower() for start, end in fragment["marks"]} == {"khoáng", "sản"}
    assert found["facets"]["types"] == [{"value": "Công văn", "count": found["total"]}]
    (topic, *_) = found["facets"]["topics"]
    assert (
        client.get("/api/v1/search", {"q": "khoang san", "type": "Công văn", "topic": topic["value"]}).json()["total"] >= topic["count"] > 0
    )
    assert client.get("/api/v1/search", {"q": "khoang san", "topic": "khong-co"}).json()["hits"] == []
    assert client.get("/api/v1/search", {"q": "khoang san", "from": "2025-01-01"}).json()["hits"] == []
    assert client.get("/api/v1/search", {"q": "khoang san", "to": "2024-03-03", "type": "Công văn"}).json()["hits"] == []
    assert client.get("/api/v1/search", {"q": "khoang san", "agency": "không có cơ quan này"}).json()["total"] == 0
    assert LETTER in {hit["number"] for hit in client.get("/api/v1/search", {"agency": "Công an tỉnh", "q": "khoang san"}).json()["hits"]}


def test_a_typed_number_jumps(client: Client) -> None:
    found = client.get("/api/v1/search", {"q": "274 ubnd kt"}).json()
    assert found["jump"] == found["numbered"][0]["url"] == "/api/v1/documents/274-ubnd-kt/2024-03-04"
    assert client.get("/api/v1/search", {"q": "khoáng sản"}).json()["jump"] is None


def test_search_goes_on_by_pages(client: Client) -> None:
    first = client.get("/api/v1/search", {"known_by": "mention"}).json()
    second = client.get(first["next"]).json()
    assert first["next"] == "/api/v1/search?known_by=mention&page=2"
    assert first["pages"] >= 2
    assert {hit["document"] for hit in first["hits"]} & {hit["document"] for hit in second["hits"]} == set()
    assert second["hits"][0]["rank"] == 11


def test_no_documented_parameter_is_forgotten_here() -> None:
    documented = {
        (path.removeprefix("/api/v1"), one["name"])
        for path, methods in document()["paths"].items()
        for one in methods.get("get", {}).get("parameters", [])
        if one["in"] == "query"
    }
    tabled = {(row.values[0], name) for row in FILTERS for name in row.values[1]}  # type: ignore[union-attr]  # the table's own dictionaries
    elsewhere = {
        (path, name)
        for path, name in documented
        if name in ("limit", "cursor", "document", "source", "target", "page")
        or path in ("/search", "/tasks")  # below, and in test_tasks.py
    }
    assert documented - tabled - elsewhere == {("/documents", "agency"), ("/agencies", "on")}
