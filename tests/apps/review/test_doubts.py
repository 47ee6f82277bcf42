"""The queue: what the reader was unsure of, with the page's words, until a person has said a word."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.corrections.models import Acknowledgement
from dieuhanh.apps.documents.actions import acknowledge_warning, confirm_fact, correct_fact, reject_fact
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.shown import ShownFact, shown_facts
from dieuhanh.apps.review.doubts import LABELS, Doubt, Reason, doubts, told
from dieuhanh.domain.rulings import Kind
from dieuhanh.errors import FactGoneError
from tests.apps.agencies.known import know_agencies
from tests.apps.documents.test_resolution import UNDATED, citing, reporting, week
from tests.apps.pages import LETTER, NOW, TESTER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

UNKNOWN = "Giao Sở Vũ trụ chủ trì, phối hợp với các sở, ban, ngành và Giám đốc Sở Tài chính rà soát kinh phí trước mùa mưa lũ."
TEXT = digest_text("Việc không có tin", item("Nạo vét mương máng", LETTER, UNKNOWN))
URL = "https://langson.gov.vn/tuan-19"


@pytest.fixture(autouse=True)
def _agencies() -> None:
    know_agencies()


def open_doubts(*reasons: Reason) -> list[Doubt]:
    return list(told(doubts(reasons or tuple(Reason), decided=False)))


def fact(kind: Kind) -> ShownFact:
    return next(one for one in shown_facts(Page.objects.current().select_related("source").get()) if one.kind is kind)


def before() -> Before:
    return Before(URL, Page.objects.current().get().original_id)


def test_a_deadline_without_a_day_waits_until_it_is_decided() -> None:
    register(page(TEXT))
    (doubt,) = open_doubts(Reason.NO_DAY)
    assert (doubt.detail, doubt.words, doubt.address, doubt.decided) == ("trước mùa mưa lũ", "trước mùa mưa lũ", URL, False)
    deadline = fact(Kind.DEADLINE)
    confirm_fact(before(), deadline.id, actor=TESTER, at=NOW)
    assert open_doubts(Reason.NO_DAY) == []
    assert [d.decided for d in told(doubts([Reason.NO_DAY]))] == [True]
    assert [d.decided for d in told(doubts([Reason.NO_DAY], decided=True))] == [True]
    correct_fact(before(), deadline.id, deadline.value | {"due": "2024-06-30"}, actor=TESTER, at=NOW)
    assert list(doubts([Reason.NO_DAY])) == []


def test_names_of_nobody_are_doubted_but_not_those_of_many() -> None:
    register(page(TEXT))
    assert {doubt.detail for doubt in open_doubts(Reason.UNKNOWN_AGENCY)} == {"Sở Vũ trụ"}
    confirm_fact(before(), fact(Kind.ASSIGNMENT).id, actor=TESTER, at=NOW)
    assert open_doubts(Reason.UNKNOWN_AGENCY) == []


def two_candidates() -> None:
    """A page that cites a letter of which there are two."""
    for address, day in (("a", "09/01/2024"), ("b", "10/9/2024")):
        register(week(2024, reporting("45/UBND-KT", day), address=address))
    register(week(2024, citing(UNDATED), address=URL))


def test_a_citation_of_two_documents_is_doubted() -> None:
    two_candidates()
    (doubt,) = open_doubts(Reason.UNRESOLVED_CITATION)
    assert (doubt.detail, doubt.address) == ("45/UBND-KT", URL)
    assert list(doubts([Reason.UNRESOLVED_CITATION], address="a")) == []
    cited = fact_at(URL, Kind.CITATION)
    where = Before(URL, Page.objects.current().get(source__address=URL).original_id)
    correct_fact(where, cited.id, cited.value | {"date": "2024-09-10"}, actor=TESTER, at=NOW)
    assert open_doubts(Reason.UNRESOLVED_CITATION) == []


def fact_at(address: str, kind: Kind) -> ShownFact:
    current = Page.objects.current().select_related("source").get(source__address=address)
    return next(one for one in shown_facts(current) if one.kind is kind)


def test_a_word_that_no_longer_fits_comes_back() -> None:
    register(page(TEXT))
    deadline = fact(Kind.DEADLINE)
    correct_fact(before(), deadline.id, deadline.value | {"due": "2024-06-30"}, actor=TESTER, at=NOW)
    assert open_doubts(Reason.UNFIT_DECISION) == []
    register(page(TEXT.replace("trước mùa mưa lũ", "trước ngày 30/7/2024")))
    (doubt,) = open_doubts(Reason.UNFIT_DECISION)
    assert (doubt.detail, doubt.span) == ("trước mùa mưa lũ", None)
    gone = next(one for one in shown_facts(Page.objects.current().select_related("source").get()) if not one.holds)
    reject_fact(before(), gone.id, actor=TESTER, at=NOW)
    assert open_doubts(Reason.UNFIT_DECISION) == []


def test_a_warning_waits_until_somebody_has_looked_at_it() -> None:
    text = TEXT.replace("07/5/2024", "07/5/2023")
    register(page(text))
    (doubt,) = open_doubts(Reason.WARNING)
    assert doubt.words == text.partition("\n")[0]
    for note in ("tiêu đề ghi nhầm năm", "lần nữa"):
        acknowledge_warning(before(), 0, actor=TESTER, at=NOW, note=note)
    assert open_doubts(Reason.WARNING) == []
    assert [d.decided for d in told(doubts([Reason.WARNING]))] == [True]
    assert [(row.note, row.actor) for row in Acknowledgement.objects.all()] == [("tiêu đề ghi nhầm năm", "người thử")]
    register(page(text.replace("512/", "513/")))
    assert open_doubts(Reason.WARNING) == []  # the new version says the same
    register(page(text.replace("từ ngày 06/5", "từ ngày 05/5")))
    assert len(open_doubts(Reason.WARNING)) == 1


def test_a_warning_about_a_whole_page_can_be_looked_at() -> None:
    register(page(TEXT.partition("\n")[2]))
    (doubt,) = [d for d in open_doubts(Reason.WARNING) if d.span is None]
    acknowledge_warning(before(), 0, actor=TESTER, at=NOW)
    assert doubt not in open_doubts(Reason.WARNING)
    with pytest.raises(FactGoneError):
        acknowledge_warning(before(), 99, actor=TESTER, at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        Acknowledgement.objects.update(note="khác")


def test_the_order_is_that_of_pages_and_words_and_stays() -> None:
    for n in range(3):
        register(page(TEXT.replace("512/", f"{600 + n}/"), f"{URL}/{n}"))
    rows = list(doubts())
    assert [row["on"] for row in rows] == sorted((row["on"] for row in rows), reverse=True)
    sliced = [row for start in range(0, len(rows), 2) for row in doubts()[start : start + 2]]
    assert sliced == rows


def test_queries_do_not_grow_with_the_queue() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert list(told(doubts()[:50]))
        return len(captured)

    register(page(TEXT))
    few = queries()
    for n in range(4):
        register(page(TEXT.replace("512/", f"{600 + n}/"), f"{URL}/{n}"))
    assert queries() == few == 2


def test_superseded_versions_are_not_doubted() -> None:
    register(page(TEXT))
    register(page(TEXT.replace("512/", "513/")))
    assert {doubt.page for doubt in open_doubts()} == {Page.objects.current().get().id}


def test_every_reason_is_worded() -> None:
    assert set(LABELS) == set(Reason)
    assert list(doubts([])) == []
