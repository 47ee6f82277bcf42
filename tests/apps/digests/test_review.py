"""From a draft to the public: versions, two editors, the gate, set hours, corrections."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.digests.actions import (
    approve_issue,
    correct_issue,
    publish_due,
    publish_issue,
    recheck_entry,
    save_issue,
    schedule_issue,
    send_back_issue,
    submit_issue,
    waive_finding,
)
from dieuhanh.apps.digests.contents import EntryContent, IssueContent, SourceKey, content_of, from_json, plain_text
from dieuhanh.apps.digests.gate import judge, judge_content
from dieuhanh.apps.digests.models import Issue, State, Version, Waiver
from dieuhanh.apps.digests.standing import SourceState, standing_sources
from dieuhanh.apps.documents.actions import correct_fact, rebuild_pages
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Original, Page
from dieuhanh.apps.documents.shown import shown_facts
from dieuhanh.domain.differences import differences
from dieuhanh.domain.gate import FindingKind
from dieuhanh.domain.rulings import Kind
from dieuhanh.errors import EditConflictError, GateClosedError, IssueStateError, NoSuchFindingError, NotIssueError
from tests.apps.digests.weeks import TEXT, approved, draft, in_review, published, with_body
from tests.apps.pages import NOW, TESTER, digest_text, page, register

pytestmark = pytest.mark.django_db

LATER = NOW + dt.timedelta(hours=2)
WRONG = ("31/5/2024", "30/5/2024")


def save(issue: Issue, content: IssueContent, base: int | None = None) -> Version:
    return save_issue(issue.pk, base or issue.version, content, actor=TESTER, at=NOW)


def test_every_save_is_a_version_with_its_differences() -> None:
    issue = draft()
    save(issue, with_body(issue, 0, "rà soát kinh phí", "rà soát lại kinh phí"))
    first, second = (plain_text(from_json(version.content_json)) for version in issue.versions.all())
    assert [(d.change, d.before, d.after) for d in differences(first, second) if d.change != "equal"] == [("insert", "", "lại")]


def test_entries_are_reordered_dropped_and_added_and_keep_their_keys() -> None:
    issue = draft()
    first, second = content_of(issue).entries
    added = EntryContent(None, "Thông báo", "UBND tỉnh thông báo.", second.sources)
    save(issue, IssueContent(issue.title, (second, added)))
    assert [(entry.key, entry.headline) for entry in issue.entries.all()] == [(second.key, second.headline), (3, "Thông báo")]
    save(issue, IssueContent(issue.title, (EntryContent(None, first.headline, first.body, first.sources),)), 2)
    assert [entry.key for entry in issue.entries.all()] == [4]


def test_saving_what_stands_already_is_no_version() -> None:
    issue = draft()
    assert save(issue, content_of(issue)).number == 1
    assert issue.versions.count() == 1


def test_two_editors_at_once_lose_nothing() -> None:
    issue = draft()
    mine, theirs = with_body(issue, 0, "nạo vét", "nạo vét kỹ"), with_body(issue, 1, "trồng ít nhất", "trồng được ít nhất")
    save(issue, theirs)
    with pytest.raises(EditConflictError) as caught:
        save(issue, mine)
    assert (from_json(caught.value.mine), from_json(caught.value.theirs)) == (mine, theirs)
    assert (caught.value.version, caught.value.author) == (2, "người thử")


def test_an_entry_that_somebody_dropped_meanwhile_is_a_conflict_too() -> None:
    issue = draft()
    mine = with_body(issue, 1, "trồng ít nhất", "trồng được ít nhất")
    save(issue, IssueContent(issue.title, content_of(issue).entries[:1]))
    with pytest.raises(EditConflictError) as caught:
        save(issue, mine)
    assert from_json(caught.value.mine) == mine


@pytest.mark.parametrize(
    ("content", "field"),
    [
        pytest.param(IssueContent(" ", ()), "title", id="no title"),
        pytest.param(IssueContent("t" * 1001, ()), "title", id="an endless title"),
        pytest.param(IssueContent("t", (EntryContent(None, "\0", ""),)), "headline", id="a character that no database holds"),
        pytest.param(IssueContent("t", (EntryContent(9, "h", ""),)), "key", id="an entry of another issue"),
        pytest.param(IssueContent("t", (EntryContent(1, "h", ""), EntryContent(1, "h", ""))), "key", id="one entry twice"),
        pytest.param(
            IssueContent("t", (EntryContent(None, "h", "b", (SourceKey("x", "y", "z"),)),)), "sources", id="a source that is not there"
        ),
        pytest.param(IssueContent("t", (EntryContent(None, "h", "b" * 200_001),)), "body", id="an endless body"),
        pytest.param(IssueContent("t", tuple(EntryContent(None, "h", "") for _ in range(2001))), "entries", id="too many entries"),
    ],
)
def test_hostile_content_stores_nothing(content: IssueContent, field: str) -> None:
    issue = draft()
    with pytest.raises(NotIssueError) as caught:
        save(issue, content)
    assert (caught.value.field, issue.versions.count(), issue.entries.count()) == (field, 1, 2)


def test_the_way_to_the_public_and_back() -> None:
    issue = draft()
    with pytest.raises(IssueStateError):
        publish_issue(issue.pk, actor=TESTER, at=NOW)
    submit_issue(issue.pk, actor=TESTER, at=NOW)
    assert send_back_issue(issue.pk, "thiếu một mục", actor=TESTER, at=NOW).state == State.DRAFT
    submit_issue(issue.pk, actor=TESTER, at=NOW)
    approve_issue(issue.pk, 1, actor=TESTER, at=NOW)
    with pytest.raises(IssueStateError):
        save(issue, with_body(issue, 0, "nạo vét", "nạo vét kỹ"))
    done = publish_issue(issue.pk, actor=TESTER, at=LATER)
    assert (done.state, done.published_at) == (State.PUBLISHED, LATER)
    assert verify_chain().broken_at is None


def test_what_was_read_is_what_is_approved() -> None:
    issue = in_review()
    save(issue, with_body(issue, 0, "nạo vét", "nạo vét kỹ"))
    with pytest.raises(NotIssueError):
        approve_issue(issue.pk, 1, actor=TESTER, at=NOW)


def test_the_gate_is_closed_until_an_editor_answers_for_the_words() -> None:
    issue = in_review()
    save(issue, with_body(issue, 0, *WRONG))
    with pytest.raises(GateClosedError) as caught:
        approve_issue(issue.pk, 2, actor=TESTER, at=NOW)
    assert caught.value.findings == 1
    with pytest.raises(NoSuchFindingError):
        waive_finding(issue.pk, 1, FindingKind.NUMBER, "30/5/2024", " ", actor=TESTER, at=NOW)
    waive_finding(issue.pk, 1, FindingKind.NUMBER, "30/5/2024", "Sở đã báo lại bằng điện thoại", actor=TESTER, at=NOW)
    approve_issue(issue.pk, 2, actor=TESTER, at=NOW)


def test_a_waiver_holds_for_its_line_alone() -> None:
    issue = draft()
    save(issue, with_body(issue, 0, *WRONG))
    waive_finding(issue.pk, 1, FindingKind.NUMBER, "30/5/2024", "đã hỏi lại", actor=TESTER, at=NOW)
    issue.refresh_from_db()
    assert judge(issue).open_findings == []
    save(issue, with_body(issue, 0, "Giao Sở Tài chính", "Giao cho Sở Tài chính"))
    issue.refresh_from_db()
    assert [one.finding.words for one in judge(issue).open_findings] == ["30/5/2024"]


def test_personal_data_keeps_an_issue_from_the_public_even_where_a_source_says_it() -> None:
    private = TEXT.replace("vụ mùa.", "vụ mùa. Mọi thông tin liên hệ ông Nông Văn Tài, điện thoại 0912345678, trước ngày 31/5/2024.", 1)
    issue = in_review(private)
    assert [one.finding.kind for one in judge(issue).open_findings] == [FindingKind.PHONE]
    with pytest.raises(GateClosedError):
        approve_issue(issue.pk, 1, actor=TESTER, at=NOW)


def states(issue: Issue) -> list[tuple[int, SourceState]]:
    return [(one.entry_key, one.state) for one in standing_sources(issue)]


def test_fresh_sources_hold() -> None:
    assert states(draft()) == [(1, SourceState.HOLDS), (2, SourceState.HOLDS)]


def test_a_source_that_moved_on_its_page_holds() -> None:
    issue = draft()
    register(page(TEXT.replace("\n\n", "\n\n\n").replace("tuần (", "tuần  (")))
    assert states(issue) == [(1, SourceState.HOLDS), (2, SourceState.HOLDS)]


def test_a_rebuild_turns_nothing_red() -> None:
    issue = draft()
    rebuild_pages([page(TEXT)], actor=TESTER, at=NOW)
    assert states(issue) == [(1, SourceState.HOLDS), (2, SourceState.HOLDS)]


def test_a_changed_source_turns_every_entry_red_that_rests_on_it() -> None:
    issue = approved()
    register(page(TEXT.replace("9.500 ha", "9.600 ha")))
    assert states(issue) == [(1, SourceState.HOLDS), (2, SourceState.CHANGED)]
    with pytest.raises(GateClosedError) as caught:
        publish_issue(issue.pk, actor=TESTER, at=NOW)
    assert (caught.value.findings, caught.value.stale) == (1, 1)


def test_a_corrected_fact_turns_its_entry_red_until_somebody_looks_again() -> None:
    issue = draft()
    current = Page.objects.current().select_related("source").get()
    fact = next(one for one in shown_facts(current) if one.kind is Kind.DEADLINE)
    before = Before(current.source.address, current.original_id)
    correct_fact(before, fact.id, {**fact.value, "due": "2024-06-01"}, actor=TESTER, at=NOW)
    assert states(issue) == [(1, SourceState.CHANGED), (2, SourceState.HOLDS)]
    recheck_entry(issue.pk, 1, actor=TESTER, at=NOW)
    assert states(issue) == [(1, SourceState.HOLDS), (2, SourceState.HOLDS)]


def test_a_source_that_is_gone_or_damaged_is_noticed() -> None:
    issue = draft()
    Original.objects.update(content=b"x")
    assert {state for _, state in states(issue)} == {SourceState.DAMAGED}
    register(page(digest_text("Tin khác\n\nUBND tỉnh ban hành Kế hoạch số 7/KH-UBND, ngày 07/5/2024 về việc khác.")))
    assert {state for _, state in states(issue)} == {SourceState.GONE}
    with pytest.raises(NoSuchFindingError):
        recheck_entry(issue.pk, 1, actor=TESTER, at=NOW)


def test_an_issue_is_published_at_its_hour() -> None:
    issue = approved()
    with pytest.raises(NotIssueError):
        schedule_issue(issue.pk, NOW, actor=TESTER, at=NOW)
    schedule_issue(issue.pk, LATER, actor=TESTER, at=NOW)
    assert publish_due(actor=TESTER, at=LATER - dt.timedelta(seconds=1)) == []
    (due,) = publish_due(actor=TESTER, at=LATER)
    assert (due.refused, due.issue.state, due.issue.published_at) == (None, State.PUBLISHED, LATER)
    assert publish_due(actor=TESTER, at=LATER) == []


def test_at_its_hour_an_issue_with_a_changed_source_goes_back_to_review() -> None:
    issue = approved()
    schedule_issue(issue.pk, LATER, actor=TESTER, at=NOW)
    register(page(TEXT.replace("9.500 ha", "9.600 ha")))
    (due,) = publish_due(actor=TESTER, at=LATER)
    assert due.refused is not None
    assert (due.issue.state, due.issue.publish_at) == (State.IN_REVIEW, None)


def test_a_published_issue_is_changed_only_by_a_correction_that_says_what_changed() -> None:
    issue = published()
    shorter = with_body(issue, 0, "rà soát kinh phí, ", "")
    with pytest.raises(IssueStateError):
        save(issue, shorter)
    with pytest.raises(NotIssueError):
        correct_issue(issue.pk, 1, shorter, " ", actor=TESTER, at=LATER)
    with pytest.raises(NotIssueError):
        correct_issue(issue.pk, 1, content_of(issue), "Không đổi gì.", actor=TESTER, at=LATER)
    with pytest.raises(GateClosedError):
        correct_issue(issue.pk, 1, with_body(issue, 0, *WRONG), "Sửa ngày.", actor=TESTER, at=LATER)
    assert content_of(Issue.objects.get()) == content_of(issue)
    correction = correct_issue(issue.pk, 1, shorter, "Bỏ một vế thừa ở mục 1.", actor=TESTER, at=LATER)
    assert (correction.version.number, issue.corrections.get().statement) == (2, "Bỏ một vế thừa ở mục 1.")
    assert content_of(Issue.objects.get()) == shorter


def test_whoever_corrects_answers_for_the_new_words_with_a_reason_or_they_are_not_published() -> None:
    issue = published()
    wrong = with_body(issue, 0, *WRONG)
    (held,) = judge_content(issue, wrong)
    for reasons in ({}, {held.token: "  "}, {"0" * 16: "Sở đã báo lại."}):
        with pytest.raises(GateClosedError):
            correct_issue(issue.pk, 1, wrong, "Sửa ngày.", reasons=reasons, actor=TESTER, at=LATER)
    with pytest.raises(NoSuchFindingError):
        correct_issue(issue.pk, 1, wrong, "Sửa ngày.", reasons={held.token: "x" * 2001}, actor=TESTER, at=LATER)
    assert (issue.versions.count(), Waiver.objects.count()) == (1, 0)
    correct_issue(issue.pk, 1, wrong, "Sửa ngày.", reasons={held.token: "Sở đã báo lại."}, actor=TESTER, at=LATER)
    waived = {"entry_key": 1, "kind": "number", "words": "30/5/2024", "reason": "Sở đã báo lại."}
    assert Entry.objects.latest("sequence").payload == {"version": 2, "statement": "Sửa ngày.", "waived": [waived]}
    assert judge(Issue.objects.get()).open_findings == []
    assert verify_chain().broken_at is None


@pytest.mark.parametrize("model", [pytest.param(Version, id="versions"), pytest.param(Waiver, id="waivers")])
def test_the_database_keeps_what_was_said(model: type[Version] | type[Waiver]) -> None:
    issue = draft()
    save(issue, with_body(issue, 0, *WRONG))
    waive_finding(issue.pk, 1, FindingKind.NUMBER, "30/5/2024", "đã hỏi lại", actor=TESTER, at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(at=LATER)
