"""What time brings: changed calendars, agencies that end, tasks that come back; and how all of them count on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.agencies.models import Succession
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.tasks.actions import (
    NewReport,
    Plan,
    cancel,
    confirm_done,
    correct_deadline,
    make_occurrences,
    pass_to_successors,
    report,
    send_back,
    set_calendar_day,
    suspend,
)
from dieuhanh.apps.tasks.counting import Counts, count, count_by_agency, count_by_document
from dieuhanh.apps.tasks.models import CalendarDay, Cause, Note, Task, TaskDeadline
from dieuhanh.apps.tasks.verification import unattested_tasks
from dieuhanh.domain.task_states import State
from dieuhanh.domain.task_status import Status, status_of
from dieuhanh.errors import NotTaskError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import TODAY, Cast, again, agency, cast, given, on

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
DONE = NewReport(text="Đã xong")


@pytest.fixture
def people() -> Iterator[Cast]:
    """Whatever a test does, each task stands at its end where the chain says."""
    yield cast()
    assert list(unattested_tasks()) == []


def counted(people: Cast, words: str = "trong 05 ngày làm việc kể từ ngày ký") -> Task:
    return given(Plan(title="Rà soát", lead=people.finance.id, due_words=words, issued_on=TODAY))


def test_a_changed_calendar_moves_open_deadlines_and_says_why(people: Cast) -> None:
    moving, closed, set_by_hand = counted(people), counted(people), counted(people)
    assert moving.due_on == dt.date(2026, 3, 9)
    report(closed.id, DONE, actor=TESTER, at=NOW)
    confirm_done(closed.id, actor=TESTER, at=NOW)
    correct_deadline(set_by_hand.id, dt.date(2026, 3, 10), "Theo thông báo", actor=TESTER, at=NOW)
    assert set_calendar_day(dt.date(2026, 3, 4), working=False, name="Nghỉ bù", actor=TESTER, at=NOW) == 1
    assert [again(task).due_on for task in (moving, closed, set_by_hand)] == [
        dt.date(2026, 3, 10),
        dt.date(2026, 3, 9),
        dt.date(2026, 3, 10),
    ]
    last = TaskDeadline.objects.filter(task=moving).order_by("number").last()
    assert last is not None
    assert (last.cause, "04/3" in last.reason, any("Nghỉ bù" in step for step in last.steps)) == (Cause.CALENDAR, True, True)


def test_a_day_set_and_unset_leaves_the_nations_calendar(people: Cast) -> None:
    task = counted(people)
    for working in (False, None):
        set_calendar_day(dt.date(2026, 3, 4), working=working, name="Nghỉ bù", actor=TESTER, at=NOW)
    assert (again(task).due_on, CalendarDay.objects.count(), task.deadlines.count()) == (dt.date(2026, 3, 9), 0, 3)
    entries = Entry.objects.count()
    assert set_calendar_day(dt.date(2026, 3, 4), working=None, actor=TESTER, at=NOW) == 0
    assert Entry.objects.count() == entries


def test_a_saturday_that_is_worked_is_counted(people: Cast) -> None:
    task = counted(people)
    set_calendar_day(dt.date(2026, 3, 7), working=True, name="Làm bù", actor=TESTER, at=NOW)
    assert again(task).due_on == dt.date(2026, 3, 7)
    with pytest.raises(NotTaskError):
        set_calendar_day(dt.date(2026, 3, 8), working=True, name=" ", actor=TESTER, at=NOW)


def ended(name: str, *heirs: str) -> None:
    old = agency(name)
    old.valid_to = TODAY - DAY
    old.save()
    for heir in heirs:
        Succession.objects.create(predecessor=old, successor=agency(heir), on=TODAY)


def test_open_tasks_of_a_merged_agency_pass_to_its_successor_with_a_note(people: Cast) -> None:
    mine = counted(people)
    done = counted(people)
    report(done.id, DONE, actor=TESTER, at=NOW)
    confirm_done(done.id, actor=TESTER, at=NOW)
    shared = given(Plan(title="Phối hợp", lead=people.health.id, cooperating=(people.finance.id,)))
    ended("Sở Tài chính", "Sở Tài chính và Kế hoạch")
    assert pass_to_successors(TODAY, actor=TESTER, at=NOW) == 2
    heir = agency("Sở Tài chính và Kế hoạch")
    assert (again(mine).lead, again(done).lead, shared.parts.get().agency) == (heir, people.finance, heir)
    assert "chuyển cho Sở Tài chính và Kế hoạch" in Note.objects.get(task=mine).text
    entries = Entry.objects.count()
    assert (pass_to_successors(TODAY, actor=TESTER, at=NOW), Entry.objects.count()) == (0, entries)


def test_where_several_took_over_nobody_is_guessed(people: Cast) -> None:
    task = counted(people)
    ended("Sở Tài chính", "UBND xã A", "UBND xã B")
    for noted in (1, 0):
        assert pass_to_successors(TODAY, actor=TESTER, at=NOW) == noted
    assert again(task).lead == people.finance
    assert "cần giao lại" in Note.objects.get().text


def test_a_successor_that_cooperated_leads_and_has_one_part_only(people: Cast) -> None:
    task = given(Plan(title="x", lead=people.finance.id, cooperating=(people.health.id,)))
    ended("Sở Tài chính", "Sở Y tế")
    pass_to_successors(TODAY, actor=TESTER, at=NOW)
    assert (again(task).lead, again(task).parts.count()) == (people.health, 0)


def test_a_series_makes_its_occurrences_once(people: Cast) -> None:
    words = "trước ngày 20 hằng tháng"
    plan = Plan(title="Báo cáo", lead=people.finance.id, cooperating=(people.health.id,), due_words=words, recurring=True)
    series = given(plan)
    made = make_occurrences(TODAY, actor=TESTER, at=NOW)
    assert [(task.due_on, task.period, task.state) for task in made] == [(dt.date(2026, 3, 19), "kỳ tháng 3/2026", State.ASSIGNED)]
    assert make_occurrences(TODAY, actor=TESTER, at=NOW) == []
    later = make_occurrences(TODAY + 60 * DAY, actor=TESTER, at=NOW)
    assert [task.due_on for task in later] == [dt.date(2026, 4, 19), dt.date(2026, 5, 19)]
    assert (later[0].parts.get().agency, later[0].series) == (people.health, series)
    assert count(Task.objects.all(), TODAY, 3).total == 3
    cancel(series.id, "Thôi", actor=TESTER, at=NOW)
    assert make_occurrences(TODAY + 90 * DAY, actor=TESTER, at=NOW) == []


def test_words_that_do_not_come_back_make_no_series(people: Cast) -> None:
    with pytest.raises(NotTaskError):
        given(Plan(title="Báo cáo", lead=people.finance.id, due_words="trước ngày 20/3/2026", recurring=True))


def test_counts_are_those_of_the_state(people: Cast) -> None:
    """Each kind of task twice, once of a lead and once of a collective, counted alike."""
    stage({"lead": people.finance.id})
    stage({"collective": (people.finance.id,), "lead_name": "các sở"})
    expected = Counts(
        done_in_time=1, done_late=1, open_in_time=4, open_overdue=3, suspended=1, near_due=1, without_deadline=1, waiting=2, sent_back=1
    )
    assert count(Task.objects.filter(collective=False), TODAY, 3) == expected
    assert count(Task.objects.filter(collective=True), TODAY, 3) == expected
    with CaptureQueriesContext(connection) as seen:
        by_agency = count_by_agency(Task.objects.all(), TODAY, 3)
    assert (by_agency[people.finance.id], len(seen)) == (expected + expected, 3)
    assert count_by_document(Task.objects.all(), TODAY, 3) == {}


def stage(plan: dict[str, object]) -> None:
    """Seven open tasks, two done ones, a suspended and a cancelled one."""

    def task(due_on: dt.date | None) -> Task:
        return given(Plan(**({"title": "x", "due_on": due_on} | plan)), at=on(TODAY - 30 * DAY))  # type: ignore[arg-type]

    def said(one: Task, day: dt.date) -> int | None:
        part = one.parts.filter(role="lead").values_list("id", flat=True).first()
        report(one.id, DONE, part=part, actor=TESTER, at=on(day))
        return part

    task(None)
    task(TODAY + 3 * DAY)
    task(TODAY + 4 * DAY)
    task(TODAY - DAY)
    said(task(TODAY - 5 * DAY), TODAY - 5 * DAY)  # waits, reported in time
    said(task(TODAY - 5 * DAY), TODAY - 4 * DAY)  # waits, reported late
    back = task(TODAY - 2 * DAY)
    send_back(back.id, "Thiếu", part=said(back, TODAY - 3 * DAY), actor=TESTER, at=on(TODAY - 2 * DAY))
    for late in (0, 1):
        done = task(TODAY - 5 * DAY)
        confirm_done(done.id, part=said(done, TODAY - (5 - late) * DAY), actor=TESTER, at=NOW)
    suspend(task(TODAY - DAY).id, "Chờ", actor=TESTER, at=NOW)
    cancel(task(TODAY - DAY).id, "Thôi", actor=TESTER, at=NOW)


ADJECTIVES = {
    Status.OVERDUE: lambda: Task.objects.overdue(TODAY).exclude(state=State.REPORTED),
    Status.NEAR_DUE: lambda: Task.objects.near_due(TODAY, 3),
    Status.WAITING: lambda: Task.objects.waiting_for_confirmation(),
    Status.WITHOUT_DEADLINE: lambda: Task.objects.without_deadline(),
    Status.SUSPENDED: lambda: Task.objects.suspended(),
}


@pytest.mark.parametrize("status", list(ADJECTIVES))
def test_the_database_and_the_domain_agree_on_each_task(people: Cast, status: Status) -> None:
    stage({"lead": people.finance.id})
    said = {t.id for t in Task.objects.all() if status_of(State(t.state), t.due_on, t.done_on, TODAY, 3) is status}
    assert said == set(ADJECTIVES[status]().values_list("id", flat=True)) != set()


def test_each_number_opens_to_its_tasks(people: Cast) -> None:
    stage({"lead": people.finance.id})
    tasks, counts = Task.objects.all(), count(Task.objects.all(), TODAY, 3)
    opened = Counts(
        done_in_time=tasks.done_in_time().count(),
        done_late=tasks.done_late().count(),
        open_in_time=tasks.in_time(TODAY).count(),
        open_overdue=tasks.overdue(TODAY).count(),
        suspended=tasks.suspended().count(),
        near_due=tasks.near_due(TODAY, 3).count(),
        without_deadline=tasks.without_deadline().count(),
        waiting=tasks.waiting_for_confirmation().count(),
        sent_back=tasks.sent_back().count(),
        refused=tasks.refused().count(),
    )
    assert counts == opened
    assert (counts.total, counts.done, counts.open, counts.rate) == (10, 2, 7, 1 / 5)
