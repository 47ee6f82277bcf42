"""Questions to a register of the bundled samples and of one page that was written for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from bench.pages import SAMPLES, pages_in
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Document, Knowledge
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.search.query import PAGE_SIZE, SearchQuery
from dieuhanh.apps.search.results import SearchResults
from dieuhanh.apps.search.searching import search
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import digest_text, item, page, register

pytestmark = pytest.mark.django_db  # each test within the transaction of the whole module

HOSTILE = [
    '"', '"""', '"a', "((", ")", "a AND", "AND OR NOT", "*", "a*", "?", "[a TO b]", "{x TO y}", "title:x", "a^2", "~", "-", "+", "\\", "/", "a\\",
    "'; DROP TABLE documents_document; --", "{{ 7*7 }} {% load x %}", "%s %d %(x)s", "\x00", "a\x00b", "\ud800", "‮", "¶", "_", "đ" * 10_000,
    "đường " * 2000, '"' + "sắt " * 2000 + '"', "(" * 10_000, "238/" * 2500, "\n\r\t", "<script>alert(1)</script>",
]  # fmt: skip


def report(number: str, subject: str, *paragraphs: str) -> str:
    """An item on one letter of the province."""
    return item(subject.capitalize(), f"UBND tỉnh ban hành Công văn số {number} ngày 07/5/2024 về việc {subject}.", *paragraphs)


OWN = digest_text(
    report("901/UBND-KT", "bảo đảm an toàn đường sắt", "Giao Sở Tài chính chủ trì, báo cáo UBND tỉnh trước ngày 31/5/2024."),
    report("902/UBND-KT", "trồng dương sắt chắn gió ven đường sông Kỳ Cùng", "Giao Sở Y tế kiểm tra, theo dõi, báo cáo UBND tỉnh trước ngày 30/6/2024."),
    report("903/UBND-KT", "xử lý sắt vụn bỏ lại bên đường quốc lộ", "Giao Công an tỉnh xử lý theo Quyết định số 2175/QĐ-TTg ngày 05/02/2024 của Thủ tướng Chính phủ."),
    report("904/UBND-KT", "kiểm kê tài sản công tại Hoà Bình"),
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _register(
    django_db_setup: None,  # noqa: ARG001  asked for so that the database is there
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """One register for all questions, taken back at the end."""
    folder: Path = tmp_path_factory.mktemp("search")
    with django_db_blocker.unblock(), override_settings(SEARCH_FOLDER=folder), transaction.atomic():
        know_agencies()
        register(*(read_page(f"file:///{path.name}", path.read_bytes()) for path in pages_in(SAMPLES)), page(OWN))
        assert not search(SearchQuery(), patience=60).behind
        yield
        transaction.set_rollback(True)


def numbers(results: SearchResults) -> list[str | None]:
    return [hit.number for hit in (*results.numbered, *results.hits)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("đường sắt", ["901/UBND-KT"], id="the accented words side by side"),
        pytest.param("dương sắt", ["902/UBND-KT", "901/UBND-KT"], id="the accents typed before others"),
        pytest.param('"đường sắt"', ["901/UBND-KT", "902/UBND-KT"], id="a phrase, in other accents behind"),
        pytest.param('"duong sat" an toan', ["901/UBND-KT"], id="a phrase and words"),
        pytest.param("tài sản hòa bình", ["904/UBND-KT"], id="the other placement of the tone mark"),
        pytest.param("TAI SAN HOA BINH", ["904/UBND-KT"], id="capitals"),
        pytest.param("khai thác khoáng sản kt", ["1038/UBND-KT"], id="words and a part of a symbol"),
        pytest.param("luật khoáng sản", [None], id="a law has no number"),
    ],
)
def test_words_find_documents(words: str, first: list[str | None]) -> None:
    assert numbers(search(SearchQuery(words)))[: len(first)] == first


def test_neighbours_come_before_scattered_words() -> None:
    found = numbers(search(SearchQuery("duong sat")))
    assert set(found[:2]) == {"901/UBND-KT", "902/UBND-KT"}
    assert "903/UBND-KT" in found[2:]


def test_a_phrase_does_not_reach_into_the_next_part() -> None:
    assert "903/UBND-KT" not in numbers(search(SearchQuery('"đường sắt"')))
    assert "903/UBND-KT" in numbers(search(SearchQuery("đường sắt")))


@pytest.mark.parametrize("typed", ["901/UBND-KT", "901 ubnd kt", "công văn số 901/UBND-KT", " 901 / ubnd - kt ", "0901/UBND-KT"])
def test_a_number_jumps(typed: str) -> None:
    results = search(SearchQuery(typed))
    (hit,) = results.numbered
    assert (hit.rank, hit.number, hit.document) == (1, "901/UBND-KT", Document.objects.numbered("901/UBND-KT").get().id)
    assert hit.document not in [other.document for other in results.hits]
    assert results.total == 1 + sum(count.count for count in results.facets.types)


def test_every_number_of_the_register_is_found() -> None:
    for document in Document.objects.exclude(number=None).exclude(symbol=None):
        assert document.id in [hit.document for hit in search(SearchQuery(document.number or "")).numbered]


def test_without_words_the_newest_come_first() -> None:
    results = search(SearchQuery())
    assert results.total == Document.objects.count()
    days = [hit.date for hit in results.hits if hit.date]
    assert len(days) == PAGE_SIZE
    assert days == sorted(days, reverse=True)


FILTERS = [
    pytest.param({"type": "quyet dinh"}, {"type": "Quyết định"}, id="type, without accents"),
    pytest.param({"issuer": "ubnd TỈNH"}, {"issuer_name": "UBND tỉnh"}, id="issuer"),
    pytest.param({"known_by": Knowledge.REPORTED}, {"known_by": "reported"}, id="in a digest"),
    pytest.param({"known_by": Knowledge.MENTION}, {"known_by": "mention"}, id="only cited"),
    pytest.param({"first_day": dt.date(2024, 5, 7)}, {"date__gte": dt.date(2024, 5, 7)}, id="from a day"),
    pytest.param({"last_day": dt.date(2022, 11, 10)}, {"date__lte": dt.date(2022, 11, 10)}, id="to a day"),
    pytest.param({"first_day": dt.date(2024, 5, 7), "last_day": dt.date(2024, 5, 7)}, {"date": dt.date(2024, 5, 7)}, id="one day"),
    pytest.param({"type": "Thư từ"}, {"type": "Thư từ"}, id="a type that nothing has"),
]


@pytest.mark.parametrize(("filters", "rows"), FILTERS)
def test_filters_are_those_of_the_database(filters: dict[str, object], rows: dict[str, object]) -> None:
    assert all_of(SearchQuery(**filters)) == set(Document.objects.filter(**rows).values_list("id", flat=True))  # type: ignore[arg-type]


def all_of(query: SearchQuery) -> set[int]:
    """The documents of all pages; each once."""
    first = search(query)
    pages = [search(msgspec.structs.replace(query, page=number)) for number in range(1, first.pages + 1)]
    found = [hit.document for results in pages for hit in results.hits]
    assert len(found) == len(set(found)) == first.total
    assert [hit.rank for results in pages for hit in results.hits] == list(range(1, first.total + 1))
    return set(found)


def test_documents_are_found_by_whom_they_concern() -> None:
    finance = Agency.objects.get(name="Sở Tài chính")
    found = all_of(SearchQuery(agencies=(finance.id,)))
    orders = [Document.objects.numbered(number).get().id for number in ("901/UBND-KT", "902/UBND-KT")]
    assert [order in found for order in orders] == [True, False]
    either = SearchQuery(agencies=(finance.id, Agency.objects.get(name="Sở Y tế").id), words="ubnd")
    assert {order in all_of(either) for order in orders} == {True}


def test_facets_count_all_that_is_found() -> None:
    results = search(SearchQuery("ubnd"))
    assert results.total > PAGE_SIZE
    for count in results.facets.types:
        assert search(SearchQuery("ubnd", type=count.value)).total == count.count
    for count in results.facets.issuers:
        assert search(SearchQuery("ubnd", issuer=count.value)).total == count.count
    for count in results.facets.years:
        year = int(count.value)
        assert search(SearchQuery("ubnd", first_day=dt.date(year, 1, 1), last_day=dt.date(year, 12, 31))).total == count.count
    years = [count.value for count in results.facets.years]
    assert years == sorted(years, reverse=True)


def test_the_words_around_a_citation_find_what_is_cited() -> None:
    results = search(SearchQuery("sắt vụn", known_by=Knowledge.MENTION))
    assert numbers(results) == ["2175/QĐ-TTg"]
    fragment = results.hits[0].fragment
    assert fragment
    assert "Công an tỉnh" in fragment.text or "sắt vụn" in fragment.text


def test_highlights_stand_in_title_and_text() -> None:
    hit = search(SearchQuery("đường sắt")).hits[0]
    assert hit.title
    assert hit.fragment
    assert [hit.title.text[start:end] for start, end in hit.title.marks] == ["đường", "sắt"]
    assert "đường" in [hit.fragment.text[start:end] for start, end in hit.fragment.marks]


def test_a_page_beyond_the_last_is_empty() -> None:
    results = search(SearchQuery("đường sắt", page=400))
    assert (results.hits, results.numbered, results.pages) == ((), (), 1)


def test_the_same_question_has_the_same_answer() -> None:
    assert search(SearchQuery("ubnd tỉnh")) == search(SearchQuery("ubnd tỉnh"))


@pytest.mark.parametrize("words", [pytest.param(words, id=ascii(words[:24])) for words in HOSTILE])
@pytest.mark.parametrize("field", ["words", "type", "issuer"])
def test_nothing_that_is_typed_is_an_error(words: str, field: str) -> None:
    results = search(SearchQuery(**{field: words}))  # type: ignore[arg-type]
    assert results.total >= len(results.hits)
