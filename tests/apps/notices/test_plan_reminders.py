"""The day's reminders as rows: who has one, why, and that nobody has one twice."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.notices.actions import plan_reminders, set_schedule
from dieuhanh.apps.notices.models import Notice, ReminderSchedule
from dieuhanh.apps.notices.upcoming import upcoming_reminders
from dieuhanh.apps.tasks.actions import (
    NewReport,
    Plan,
    accept,
    ask_extension,
    cancel,
    confirm_done,
    correct_deadline,
    grant_extension,
    report,
    suspend,
)
from dieuhanh.apps.tasks.models import CalendarDay, Task
from dieuhanh.domain.urging import DEFAULT
from tests.apps.pages import NOW, TESTER
from tests.apps.people import person
from tests.apps.tasks.people_at_work import DUE, Cast, cast, given, on

pytestmark = pytest.mark.django_db

# DUE is Friday 20/3/2026; the weeks around it have no holiday.
FIVE_BEFORE, THREE_BEFORE, MONDAY_AFTER, THREE_LATE, TEN_LATE = (
    DUE - dt.timedelta(days=7),
    DUE - dt.timedelta(days=3),
    DUE + dt.timedelta(days=3),
    DUE + dt.timedelta(days=5),
    DUE + dt.timedelta(days=14),
)


def planned(day: dt.date) -> list[tuple[str, str]]:
    """Plan that day; who is told by it, and in which circle."""
    known = set(Notice.objects.values_list("pk", flat=True))
    plan_reminders(day, actor=TESTER, at=on(day))
    rows = Notice.objects.exclude(pk__in=known).order_by("pk")
    return [(row.recipient.username, row.circle) for row in rows.select_related("recipient")]


def shared(people: Cast) -> Task:
    return given(Plan(title="Rà soát kinh phí", lead=people.finance.id, cooperating=(people.health.id,), due_on=DUE))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        pytest.param(FIVE_BEFORE, [("lan", "lead")], id="first the lead"),
        pytest.param(THREE_BEFORE, [("lan", "lead"), ("mai", "cooperating")], id="then who cooperates is informed"),
        pytest.param(DUE - dt.timedelta(days=5), [], id="a Sunday"),
        pytest.param(MONDAY_AFTER, [("lan", "lead"), ("mai", "cooperating")], id="late"),
        pytest.param(THREE_LATE, [("lan", "lead"), ("officer", "office")], id="one level up"),
        pytest.param(TEN_LATE, [("lan", "lead"), ("leader", "leaders")], id="two levels up"),
    ],
)
def test_who_is_told(day: dt.date, told: list[tuple[str, str]]) -> None:
    shared(cast())
    assert planned(day) == told


def test_planning_twice_tells_once() -> None:
    shared(cast())
    assert (planned(FIVE_BEFORE), planned(FIVE_BEFORE), Notice.objects.count()) == ([("lan", "lead")], [], 1)


def test_days_that_a_worker_missed_are_made_up_for_by_the_last_of_them() -> None:
    """Off on Tuesday and Wednesday: on Wednesday evening one letter, not one a day."""
    shared(cast())
    planned(DUE - dt.timedelta(days=4))
    assert planned(DUE - dt.timedelta(days=2)) == [("lan", "lead"), ("mai", "cooperating")]
    assert planned(DUE) == [("lan", "lead")]


def _reported(task: int, people: Cast) -> None:
    report(task, NewReport(text="Đã xong"), actor=people.lan, at=NOW)


def _done(task: int, people: Cast) -> None:
    _reported(task, people)
    confirm_done(task, actor=people.officer, at=NOW)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(_reported, id="reported: it is the office's turn"),
        pytest.param(_done, id="done"),
        pytest.param(lambda task, people: suspend(task, "Chờ", actor=people.officer, at=NOW), id="suspended"),
        pytest.param(lambda task, people: cancel(task, "Thôi", actor=people.officer, at=NOW), id="cancelled"),
        pytest.param(lambda task, people: correct_deadline(task, None, "Nhầm", actor=people.officer, at=NOW), id="without a deadline"),
    ],
)
def test_nobody_is_reminded_of_a_task_that_is(step: object) -> None:
    people = cast()
    task = shared(people)
    assert callable(step)
    step(task.id, people)
    assert planned(MONDAY_AFTER) == []


def test_an_extension_stops_the_reminders_and_begins_them_anew() -> None:
    people = cast()
    task = shared(people)
    assert planned(FIVE_BEFORE) == [("lan", "lead")]
    ask_extension(task.id, DUE + dt.timedelta(days=14), "Chờ số liệu", actor=people.lan, at=NOW)
    grant_extension(task.id, actor=people.officer, at=NOW)
    assert [planned(day) for day in (DUE, MONDAY_AFTER)] == [[], []]
    assert planned(FIVE_BEFORE + dt.timedelta(days=14)) == [("lan", "lead")]


def test_of_a_collective_those_who_have_not_reported_are_reminded() -> None:
    people = cast()
    task = given(Plan(title="Rà soát", collective=(people.finance.id, people.health.id), lead_name="các sở", due_on=DUE))
    part = task.parts.get(agency=people.finance)
    accept(task.id, part=part.id, actor=people.lan, at=NOW)
    report(task.id, NewReport(text="Đã xong"), part=part.id, actor=people.lan, at=NOW)
    assert planned(MONDAY_AFTER) == [("mai", "lead")]


def test_who_is_in_two_circles_is_told_once_in_the_nearer_one() -> None:
    people = cast()
    people.lan.groups.add(people.officer.groups.get())
    shared(people)
    assert planned(THREE_LATE) == [("lan", "lead"), ("officer", "office")]


def test_who_has_left_is_not_reminded() -> None:
    people = cast()
    shared(people)
    User.objects.filter(username="lan").update(is_active=False)
    assert planned(FIVE_BEFORE) == []


def test_a_day_off_that_people_set_counts_as_one() -> None:
    shared(cast())
    monday = MONDAY_AFTER
    CalendarDay.objects.create(day=monday, working=False, name="Nghỉ bù", actor="người thử", at=NOW)
    assert [planned(monday), planned(monday + dt.timedelta(days=1))] == [[], [("lan", "lead"), ("mai", "cooperating")]]


def test_what_was_planned_and_what_became_overdue_is_in_the_chain() -> None:
    task = shared(cast())
    planned(DUE)
    planned(MONDAY_AFTER)
    said = [entry.payload for entry in Entry.objects.filter(object_type="notices.PlannedDay").order_by("sequence")]
    assert said == [{"notices": 1, "overdue": []}, {"notices": 2, "overdue": [task.pk]}]


def test_a_schedule_that_people_set_holds_and_the_old_one_is_kept() -> None:
    shared(cast())
    set_schedule(msgspec.structs.replace(DEFAULT, lead_before=(7,)), actor=TESTER, at=NOW)
    set_schedule(msgspec.structs.replace(DEFAULT, lead_before=(7, 2)), actor=TESTER, at=NOW)
    assert ReminderSchedule.objects.count() == 2
    days = [DUE - dt.timedelta(days=number) for number in range(12, 0, -1)]
    assert [(DUE - day).days for day in days if ("lan", "lead") in planned(day)] == [9, 2]


def test_setting_the_same_schedule_changes_nothing() -> None:
    set_schedule(DEFAULT, actor=TESTER, at=NOW)
    assert not ReminderSchedule.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_tasks(django_assert_max_num_queries: object) -> None:
    people = cast()
    person(Role.AGENCY, "hoa")
    for _ in range(30):
        shared(people)
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(22):
        plan_reminders(THREE_LATE, actor=TESTER, at=NOW)


def test_what_is_shown_ahead_is_what_will_be_planned() -> None:
    task = shared(cast())
    shown = [(one.on, person) for one in upcoming_reminders(task, FIVE_BEFORE) for person in one.people]
    days = [FIVE_BEFORE + dt.timedelta(days=number) for number in range(31)]
    assert shown == [(day, person) for day in days for person, _ in planned(day)]
