"""What is cited, what is reported, and what cannot be told, page after page."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import defaultdict

import pytest

from bench import corpus
from dieuhanh.apps.documents.bearing import Name, bearing_on
from dieuhanh.apps.documents.models import Designation, Document, Mention, Page, Source
from dieuhanh.apps.documents.reading import ReadPage, read_page
from dieuhanh.domain import identity
from dieuhanh.domain.identity import Identity
from tests.apps.agencies.known import know_agencies
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import digest_text, item, page, register

pytestmark = pytest.mark.django_db


def reporting(number: str, day: str, title: str = "phòng, chống rét") -> str:
    return item("Phòng, chống rét cho đàn gia súc", f"UBND tỉnh ban hành Công văn số {number} ngày {day} về việc {title}.")


def citing(words: str, year: int = 2024) -> str:
    return item(
        "Kiểm tra công tác phòng, chống rét",
        f"Chủ tịch UBND tỉnh chỉ đạo (Công văn số 900/VP-KT, ngày 10/12/{year}) việc kiểm tra.",
        f"Các sở, ban, ngành tiếp tục thực hiện nghiêm {words}.",
    )


def week(year: int, *items: str, address: str) -> ReadPage:
    return page(digest_text(*items, week=f"từ ngày 08/12 đến ngày 14/12/{year}"), address)


def numbered(number: str) -> list[tuple[dt.date | None, str]]:
    return [(document.date, document.known_by) for document in Document.objects.numbered(number)]


def meant_by(address: str, number: str) -> Document | None:
    return Mention.objects.get(item__digest__page__source__address=address, number=number).document


UNDATED = "Công văn số 45/UBND-KT của UBND tỉnh"


def test_what_is_only_cited_is_known_by_mention() -> None:
    register(week(2024, citing(f"{UNDATED} và Quyết định số 12/QĐ-TTg ngày 05/01/2024 của Thủ tướng Chính phủ"), address="a"))
    assert numbered("45/UBND-KT") == [(None, "mention")]
    assert numbered("12/QĐ-TTg") == [(dt.date(2024, 1, 5), "mention")]
    assert {document.number for document in Document.objects.known_by_mention()} == {"45/UBND-KT", "12/QĐ-TTg"}


def test_a_later_page_fills_in_what_was_cited() -> None:
    register(week(2024, citing(UNDATED), address="a"))
    cited = Document.objects.numbered("45/UBND-KT").get()
    register(week(2024, reporting("45/UBND-KT", "09/01/2024"), address="b"))
    filled = Document.objects.numbered("45/UBND-KT").get()
    assert (filled.id, filled.date, filled.known_by, filled.title) == (cited.id, dt.date(2024, 1, 9), "reported", "phòng, chống rét")
    assert meant_by("a", "45/UBND-KT") == meant_by("b", "45/UBND-KT") == filled


def test_a_citation_without_day_joins_the_only_candidate() -> None:
    register(week(2024, reporting("45/UBND-KT", "09/01/2024"), address="a"))
    register(week(2024, citing(UNDATED), address="b"))
    assert meant_by("b", "45/UBND-KT") == Document.objects.numbered("45/UBND-KT").get()


def test_of_two_candidates_none_is_taken_and_that_is_seen() -> None:
    register(week(2023, reporting("45/UBND-KT", "09/01/2023"), address="a"))
    register(week(2024, citing(UNDATED), address="b"))
    assert meant_by("b", "45/UBND-KT") is not None
    register(week(2024, reporting("45/UBND-KT", "11/01/2024"), address="c"))
    assert meant_by("b", "45/UBND-KT") is None
    assert [str(mention) for mention in Mention.objects.unresolved()] == ["45/UBND-KT"]
    assert Designation.objects.unresolved().count() == 1
    assert len(numbered("45/UBND-KT")) == 2


def test_a_batch_takes_a_number_only_on_its_own_days() -> None:
    days = {number: dt.date(2024, 12, day) for number, day in (("410/ubnd-kt", 9), ("411/ubnd-kt", 10))}
    for number in days:
        for day in (*days.values(), None):
            Designation.objects.create(number_key=number, issuer_key="ubnd-tinh", date=day)
    groups = bearing_on([Name(number, Identity("ubnd-tinh", day)) for number, day in days.items()], set())
    assert {number: {said.day for said in group.designations} for number, group in groups.items()} == {
        number: {day, None} for number, day in days.items()
    }


def test_a_page_means_no_document_of_a_later_year() -> None:
    register(week(2018, citing(UNDATED, 2018), address="a"))
    register(week(2024, reporting("45/UBND-KT", "09/01/2024"), address="b"))
    assert numbered("45/UBND-KT") in (
        [(None, "mention"), (dt.date(2024, 1, 9), "reported")],
        [(dt.date(2024, 1, 9), "reported"), (None, "mention")],
    )
    assert meant_by("a", "45/UBND-KT") != meant_by("b", "45/UBND-KT")


def test_a_corrected_page_takes_its_candidate_away() -> None:
    register(week(2023, reporting("45/UBND-KT", "09/01/2023"), address="a"))
    register(week(2024, reporting("45/UBND-KT", "11/01/2024"), address="b"))
    register(week(2024, citing(UNDATED), address="c"))
    assert meant_by("c", "45/UBND-KT") is None
    register(week(2024, reporting("46/UBND-KT", "11/01/2024"), address="b"))
    assert numbered("45/UBND-KT") == [(dt.date(2023, 1, 9), "reported")]
    assert meant_by("c", "45/UBND-KT") == Document.objects.numbered("45/UBND-KT").get()


def test_what_nobody_reports_any_more_is_known_by_mention() -> None:
    register(week(2024, reporting("45/UBND-KT", "09/01/2024"), address="a"))
    register(week(2024, citing(f"{UNDATED[:-13]} ngày 09/01/2024 của UBND tỉnh"), address="b"))
    register(week(2024, reporting("46/UBND-KT", "09/01/2024"), address="a"))
    assert numbered("45/UBND-KT") == [(dt.date(2024, 1, 9), "mention")]


DAY = re.compile(r",? ngày \d{1,2}/\d{1,2}/\d{4}")


def corpus_pages(seed: int) -> list[ReadPage]:
    """Varied digests, cut short, with few numbers, so that they meet again and again; some addresses come twice."""
    chance = random.Random(seed)  # noqa: S311  it varies pages, nothing secret hangs on it
    pages = []
    for number, text in enumerate(corpus.generate(600_000, seed)):
        paragraphs = text.split("\n\n")
        short = "\n\n".join(paragraphs[:1] + paragraphs[2:14])
        for found in set(corpus.PART.findall(short)):
            if found[5]:
                short = short.replace(f" {found[5]}/", f" {chance.randint(1, 4)}/")
        short = DAY.sub(lambda day: day[0] if chance.random() < 0.6 else "", short)
        pages.append(read_page(f"https://langson.gov.vn/{number % 11}", short.encode()))
    return pages


def test_the_register_does_not_depend_on_batches() -> None:
    pages = corpus_pages(seed=5)
    know_agencies()
    fingerprints = []
    for size in (1, 3, 7):
        run: dict[str, ReadPage] = {}
        for one in pages:
            if one.address in run or len(run) == size:
                register(*run.values())
                run = {}
            run[one.address] = one
        register(*run.values())
        assert_told_apart()
        fingerprints.append([line for line in register_fingerprint() if not line.startswith(('["Entry"', '["Head"'))])
        empty()
    assert fingerprints[0] == fingerprints[1] == fingerprints[2]
    assert sum(line.startswith('["Document"') for line in fingerprints[0]) > 20


def assert_told_apart() -> None:
    """What is stored is what the rule says of all designations of a number together."""
    groups: dict[str, dict[Identity, identity.Document | None]] = defaultdict(dict)
    for row in Designation.objects.select_related("document"):
        meant = identity.Document(row.document.issuer_key, row.document.date) if row.document else None
        groups[row.number_key][Identity(row.issuer_key, row.date, row.year)] = meant
    assert [group for group in groups.values() if identity.tell_apart(group) != group] == []
    assert Document.objects.filter(designations=None).count() == 0
    assert Designation.objects.filter(mentions=None).count() == 0


def empty() -> None:
    """All pages and documents away; the chain stays, as it must."""
    Page.objects.all().delete()
    Designation.objects.all().delete()
    Document.objects.all().delete()
    Source.objects.all().delete()
