"""Which documents belong to a week, and the draft that is made of them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.audit.models import Entry as AuditEntry
from dieuhanh.apps.digests.actions import choose_topics, compile_issue, load_scheme, recompile_entry, set_weight
from dieuhanh.apps.digests.materials import week_materials
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.documents.models import Document
from dieuhanh.domain.composing import Rule, week_of
from dieuhanh.errors import EditConflictError, EmptyWeekError, FutureWeekError, IssueExistsError
from tests.apps.digests.weeks import DREDGING, PLANTING, TEXT, TODAY, WEEK, draft
from tests.apps.pages import NOW, TESTER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

LATE = item("Chỉ đạo phòng cháy rừng", "UBND tỉnh chỉ đạo (Công văn số 488/UBND-KT, ngày 29/4/2024) về việc phòng cháy rừng.")
SESSION = item(
    "UBND tỉnh họp phiên thường kỳ tháng 5 năm 2024",
    "Sáng ngày 10/5, UBND tỉnh họp phiên thường kỳ tháng 5 năm 2024 dưới sự chủ trì của Chủ tịch UBND tỉnh.",
)
BEFORE = "từ ngày 29/4 đến ngày 05/5/2024"
AFTER = "từ ngày 13/5 đến ngày 19/5/2024"


def headlines(*pages: tuple[str, str]) -> list[str]:
    """Headlines of the week's items when these texts stand at these addresses."""
    register(*(page(text, f"https://langson.gov.vn/{name}") for name, text in pages))
    return [found.key.heading.partition("\n")[0] for found in week_materials(WEEK)]


def first_line(text: str) -> str:
    return text.partition("\n")[0]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        pytest.param([("a", TEXT)], [DREDGING, PLANTING], id="documents dated in the week"),
        pytest.param([("a", digest_text(DREDGING, week=AFTER))], [DREDGING], id="also where a later digest reports them"),
        pytest.param([("a", digest_text(DREDGING, LATE))], [DREDGING, LATE], id="an earlier document that came late"),
        pytest.param(
            [("a", digest_text(LATE, week=BEFORE)), ("b", digest_text(DREDGING, LATE))],
            [DREDGING],
            id="not one that an earlier digest reported",
        ),
        pytest.param([("a", digest_text(DREDGING, SESSION))], [DREDGING, SESSION], id="a session, which has no number"),
        pytest.param(
            [
                (
                    "a",
                    digest_text(
                        item(
                            "Chỉ đạo khác",
                            "UBND tỉnh chỉ đạo (Công văn số 9/UBND-KT, ngày 20/5/2024) thực hiện Công văn số 512/UBND-KT ngày 07/5/2024 của UBND tỉnh.",
                        ),
                        week="từ ngày 20/5 đến ngày 26/5/2024",
                    ),
                )
            ],
            [],
            id="not one that is only cited",
        ),
    ],
)
def test_what_belongs_to_a_week(pages: list[tuple[str, str]], found: list[str]) -> None:
    assert sorted(headlines(*pages)) == sorted(map(first_line, found))


def test_a_draft() -> None:
    issue = draft()
    assert (issue.state, issue.version, issue.title) == (
        State.DRAFT,
        1,
        "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)",
    )
    assert [entry.headline for entry in issue.entries.all()] == [first_line(DREDGING), first_line(PLANTING)]
    assert [source.document_key for entry in issue.entries.all() for source in entry.sources.all()] == [
        "512/UBND-KT@2024-05-07",
        "91/KH-UBND@2024-05-08",
    ]
    assert AuditEntry.objects.filter(verb="digests.compile_issue").count() == 1


def test_an_entry_says_why_it_stands_where_it_stands() -> None:
    reasons = [[reason["label"] for reason in entry.reasons] for entry in draft().entries.all()]
    assert reasons == [["có giao việc", "có việc phải xong trong vòng một tháng"], ["có chỉ tiêu phải đạt"]]


@pytest.mark.parametrize(
    ("week", "today", "error"),
    [
        pytest.param("2024-W19", dt.date(2024, 5, 5), FutureWeekError, id="a week in the future"),
        pytest.param("2024-W30", TODAY, EmptyWeekError, id="a week without documents"),
    ],
)
def test_weeks_without_an_issue(week: str, today: dt.date, error: type[Exception]) -> None:
    register(page(TEXT))
    with pytest.raises(error):
        compile_issue(week_of(week), today=today, actor=TESTER, at=NOW)
    assert not Issue.objects.exists()


def test_a_week_has_one_issue() -> None:
    issue = draft()
    with pytest.raises(IssueExistsError) as caught:
        compile_issue(WEEK, today=TODAY, actor=TESTER, at=NOW)
    assert caught.value.issue == issue.pk


def test_the_order_follows_the_weights_that_people_set() -> None:
    register(page(TEXT))
    load_scheme(actor=TESTER, at=NOW)
    set_weight(Rule("ke-hoach", "type", "Kế hoạch", 500, "là kế hoạch"), actor=TESTER, at=NOW)
    issue = compile_issue(WEEK, today=TODAY, actor=TESTER, at=NOW)
    assert [entry.headline for entry in issue.entries.all()] == [first_line(PLANTING), first_line(DREDGING)]


def test_the_order_follows_the_topics_that_a_person_chose() -> None:
    register(page(TEXT))
    load_scheme(actor=TESTER, at=NOW)
    choose_topics(Document.objects.numbered("91/KH-UBND").get().pk, ["phong-chong-thien-tai"], actor=TESTER, at=NOW)
    issue = compile_issue(WEEK, today=TODAY, actor=TESTER, at=NOW)
    assert [entry.headline for entry in issue.entries.all()] == [first_line(PLANTING), first_line(DREDGING)]


def test_an_entry_is_written_anew_from_a_changed_source() -> None:
    issue = draft()
    register(page(TEXT.replace("31/5/2024", "15/5/2024")))
    key = issue.entries.get(headline=first_line(DREDGING)).key
    with pytest.raises(EditConflictError):
        recompile_entry(issue.pk, key, 7, actor=TESTER, at=NOW)
    again = recompile_entry(issue.pk, key, 1, actor=TESTER, at=NOW)
    assert again.version == 2
    assert "trước ngày 15/5/2024" in again.entries.get(key=key).body


def test_the_number_of_queries_does_not_grow_with_the_week() -> None:
    register(page(TEXT, "https://langson.gov.vn/0"))
    with CaptureQueriesContext(connection) as few:
        assert len(week_materials(WEEK)) == 2
    register(*(page(TEXT.replace("512/", f"{k}/").replace("91/", f"{k}/"), f"https://langson.gov.vn/{k}") for k in range(700, 709)))
    with CaptureQueriesContext(connection) as many:
        assert len(week_materials(WEEK)) == 20
    assert len(many) == len(few)
