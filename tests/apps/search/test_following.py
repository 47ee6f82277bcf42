"""The index follows the register, whatever happens to those who follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.documents.models import Change, Document
from dieuhanh.apps.search import following
from dieuhanh.apps.search.engine.conditions import all_of
from dieuhanh.apps.search.engine.fields import VERSION
from dieuhanh.apps.search.engine.index import Writer, discard
from dieuhanh.apps.search.entry import Position, Stored
from dieuhanh.apps.search.following import Standing, current_index, follow, pending, rebuild, standing
from dieuhanh.apps.search.query import SearchQuery
from dieuhanh.apps.search.searching import search
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import LETTER, ORDER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

TEXT = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER, ORDER))
SECOND = "UBND tỉnh ban hành Công văn số 600/UBND-NV ngày 08/5/2024 về việc thực hiện Công văn số 512/UBND-KT ngày 07/5/2024."
OTHER = digest_text(item("Chấn chỉnh kỷ cương công vụ", SECOND, "Giao Sở Nội vụ chủ trì, báo cáo UBND tỉnh trước ngày 31/5/2024."))
ELSEWHERE = "https://langson.gov.vn/tuan-20"


@pytest.fixture(autouse=True)
def _installation(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_FOLDER = tmp_path / "search"
    know_agencies()


def numbers(words: str) -> list[str | None]:
    return [hit.number for hit in search(SearchQuery(words), patience=30).hits]


def held() -> list[Stored]:
    """All that the index holds."""
    snapshot = current_index().snapshot()
    return sorted(snapshot.stored(snapshot.newest(all_of([]), 1000)), key=lambda stored: stored.document)


def test_an_empty_register_has_no_answer() -> None:
    results = search(SearchQuery("mương"))
    assert (results.total, results.pages, results.hits, results.behind) == (0, 0, (), False)


def test_a_page_just_registered_is_found() -> None:
    assert numbers("mương máng") == []
    register(page(TEXT))
    assert numbers("mương máng") == ["512/UBND-KT"]
    register(page(OTHER, ELSEWHERE))
    assert numbers("kỷ cương") == ["600/UBND-NV", "512/UBND-KT"]  # the second is cited there


def test_what_a_changed_page_no_longer_says_is_gone() -> None:
    register(page(TEXT))
    assert numbers("mương máng") == ["512/UBND-KT"]
    register(page(TEXT.replace("512/UBND-KT", "513/UBND-KT").replace("mương máng", "kênh rạch").replace("Sở Tài chính", "Sở Xây dựng")))
    assert numbers("mương máng") == []
    assert numbers("kênh rạch") == ["513/UBND-KT"]
    assert [stored.number for stored in held()] == ["513/UBND-KT"]
    assert "Sở Tài chính" not in held()[0].text


def test_a_changed_page_changes_what_it_cited() -> None:
    register(page(TEXT), page(OTHER, ELSEWHERE))
    assert "512/UBND-KT" in numbers("kỷ cương")
    register(page(OTHER.replace("thực hiện Công văn số 512/UBND-KT ngày 07/5/2024", "nâng cao trách nhiệm"), ELSEWHERE))
    assert numbers("kỷ cương") == ["600/UBND-NV"]
    assert numbers("mương máng") == ["512/UBND-KT"]


def test_a_search_that_has_nothing_to_follow_asks_once_and_writes_nothing() -> None:
    register(page(TEXT))
    numbers("mương")
    meta = current_index().folder / "meta.json"
    before = meta.stat().st_ino
    with CaptureQueriesContext(connection) as captured:
        numbers("mương")
    assert len(captured) == 1
    assert meta.stat().st_ino == before


class Crash(BaseException):
    """The end of a process, as far as the code inside can tell."""


def test_a_crash_before_the_commit_of_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    register(page(TEXT))
    with monkeypatch.context() as patch:
        patch.setattr(Writer, "commit", crash)
        with pytest.raises(Crash):
            search(SearchQuery("mương"))
    assert held() == []
    assert numbers("mương máng") == ["512/UBND-KT"]


def crash(*_: object) -> None:
    raise Crash


@pytest.mark.parametrize("batches", [1, 2])
def test_a_crash_among_batches(batches: int, monkeypatch: pytest.MonkeyPatch) -> None:
    register(page(TEXT), page(OTHER, ELSEWHERE))
    monkeypatch.setattr(following, "BATCH", 1)
    seen: list[int] = []

    def watcher(documents: int) -> None:
        seen.append(documents)
        if len(seen) == batches:
            raise Crash

    with pytest.raises(Crash):
        follow(current_index(), watcher=watcher)
    assert pending(current_index()) == Document.objects.count() - batches
    assert follow(current_index())
    left = held()
    rebuild()
    assert held() == left


def test_a_follower_stops_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    register(page(TEXT), page(OTHER, ELSEWHERE))
    monkeypatch.setattr(following, "BATCH", 1)
    first = search(SearchQuery(), patience=0)
    assert (first.behind, first.total) == (True, 1)
    rounds = 1
    while search(SearchQuery(), patience=0).behind:
        rounds += 1
    assert rounds <= Document.objects.count()
    assert search(SearchQuery()).total == Document.objects.count()


def test_while_another_follows_a_search_answers_from_what_is_there() -> None:
    register(page(TEXT))
    numbers("mương")
    register(page(OTHER, ELSEWHERE))
    with following._alone(current_index().folder, 0) as alone:
        assert alone
        results = search(SearchQuery("mương"), patience=0.05)
    assert (results.behind, [hit.number for hit in results.hits]) == (True, ["512/UBND-KT"])
    assert not search(SearchQuery("mương")).behind


def test_rebuilt_is_what_followed() -> None:
    register(page(TEXT))
    numbers("mương")
    register(page(OTHER, ELSEWHERE))
    register(page(TEXT.replace("31/5/2024", "30/6/2024")))
    follow(current_index())
    followed, position = held(), current_index().snapshot().position
    rebuild()
    assert (held(), current_index().snapshot().position) == (followed, position)
    assert len(followed) == Document.objects.count()


def test_the_index_of_another_database_is_made_anew() -> None:
    """One that was restored from a copy, or another DATABASE_URL."""
    register(page(TEXT))
    numbers("mương")
    index = current_index()
    with index.writing() as writer:
        last = Entry.objects.order_by("-sequence")[0]
        writer.commit(Position(last.sequence, 10**9, "0" * 64))
    Change.objects.all().delete()
    Change.objects.create(document_id=Document.objects.get().id, sequence=last.sequence)
    assert standing(index.snapshot().position) is Standing.FOREIGN
    assert numbers("mương") == ["512/UBND-KT"]
    assert standing(index.snapshot().position) is Standing.CURRENT


def test_an_index_of_another_schema_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    register(page(TEXT))
    numbers("mương")
    old = current_index().folder
    monkeypatch.setattr(following, "VERSION", VERSION + 1)
    assert numbers("mương") == ["512/UBND-KT"]
    assert current_index().folder != old
    assert not old.exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 4096, b'{"segments": 1'])
def test_a_damaged_index_is_made_anew(content: bytes) -> None:
    register(page(TEXT))
    numbers("mương")
    folder = current_index().folder
    (folder / "meta.json").write_bytes(content)
    assert numbers("mương") == ["512/UBND-KT"]
    following._opened.cache_clear()
    assert numbers("mương") == ["512/UBND-KT"]


def test_an_index_that_somebody_deleted_is_made_anew() -> None:
    register(page(TEXT))
    numbers("mương")
    discard(current_index().folder)
    assert numbers("mương") == ["512/UBND-KT"]


def test_every_change_of_a_document_is_noted() -> None:
    register(page(TEXT))
    first = dict(Change.objects.values_list("document_id", "sequence"))
    register(page(OTHER, ELSEWHERE))
    second = dict(Change.objects.values_list("document_id", "sequence"))
    head = Entry.objects.order_by("-sequence")[0].sequence
    assert set(second) == set(Document.objects.values_list("id", flat=True))
    assert set(second.values()) == {head}  # both are named on the second page
    assert all(sequence < head for sequence in first.values())
