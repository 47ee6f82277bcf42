"""Who is reminded when: the table of the practice, on the nation's calendar of 2024."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.urging import DEFAULT, Circle, Schedule, UrgedTask, checked, days_left, reminders
from dieuhanh.domain.working_calendar import national_calendar
from dieuhanh.errors import NotScheduleError

CALENDAR = national_calendar()
FRIDAY = dt.date(2024, 3, 15)  # a week without holidays on either side
TASK = UrgedTask(due_on=FRIDAY, leading=("Sở Tài chính",), cooperating=("Sở Y tế", "Sở Nội vụ"))
COLLECTIVE = UrgedTask(due_on=FRIDAY, leading=("UBND huyện Chi Lăng", "UBND huyện Bắc Sơn"))
LEAD, WITH = [("lead", "Sở Tài chính")], [("cooperating", "Sở Y tế"), ("cooperating", "Sở Nội vụ")]
OFFICE, LEADERS = [("office", None)], [("leaders", None)]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        pytest.param("2024-03-07", [], id="6 working days before: nobody yet"),
        pytest.param("2024-03-08", LEAD, id="5 working days before: the lead"),
        pytest.param("2024-03-11", [], id="4 before: nobody"),
        pytest.param("2024-03-12", LEAD + WITH, id="3 before: the lead first, who cooperates is informed"),
        pytest.param("2024-03-13", [], id="2 before: nobody"),
        pytest.param("2024-03-14", LEAD, id="the day before: the lead"),
        pytest.param("2024-03-15", LEAD, id="the day itself: the lead"),
        pytest.param("2024-03-16", [], id="a Saturday after it: nobody"),
        pytest.param("2024-03-17", [], id="a Sunday: nobody"),
        pytest.param("2024-03-18", LEAD + WITH, id="the first working day after: the lead, and who cooperates"),
        pytest.param("2024-03-19", [], id="2 late: nobody"),
        pytest.param("2024-03-20", LEAD + OFFICE, id="3 late: the lead, and one level up"),
        pytest.param("2024-03-22", LEAD, id="5 late: the lead"),
        pytest.param("2024-03-27", OFFICE, id="8 late: the office again"),
        pytest.param("2024-03-29", LEAD + LEADERS, id="10 late: the lead again, and two levels up"),
        pytest.param("2024-04-03", OFFICE, id="13 late: the office again"),
        pytest.param("2024-04-05", LEAD + LEADERS, id="15 late: lead and leaders again"),
    ],
)
def test_who_is_reminded(on: str, told: list[tuple[str, str | None]]) -> None:
    found = reminders(TASK, dt.date.fromisoformat(on), DEFAULT, CALENDAR)
    assert [(reminder.circle.value, reminder.agency) for reminder in found] == told


@pytest.mark.parametrize(
    ("task", "on"),
    [
        pytest.param(msgspec.structs.replace(TASK, due_on=None), FRIDAY, id="without a deadline"),
        pytest.param(msgspec.structs.replace(TASK, leading=()), FRIDAY, id="in no agency's hands: reported, done, suspended"),
        pytest.param(
            msgspec.structs.replace(TASK, due_on=dt.date(2024, 2, 9)), dt.date(2024, 2, 9), id="on a holiday, though due that day"
        ),
    ],
)
def test_who_is_not(task: UrgedTask, on: dt.date) -> None:
    assert reminders(task, on, DEFAULT, CALENDAR) == ()


@pytest.mark.parametrize(
    ("due_on", "on", "days"),
    [
        pytest.param("2024-03-15", "2024-03-15", 0, id="the day itself"),
        pytest.param("2024-03-16", "2024-03-15", 0, id="due on a Saturday: Friday is the last day"),
        pytest.param("2024-03-16", "2024-03-16", 0, id="not missed while the Saturday lasts"),
        pytest.param("2024-03-16", "2024-03-18", -1, id="missed on Monday"),
        pytest.param("2024-02-07", "2024-02-15", -1, id="Tết makes nobody later"),
        pytest.param("2024-02-15", "2024-02-07", 1, id="Tết is no time to work in"),
        pytest.param("2024-05-06", "2024-05-03", 2, id="a Saturday that is worked counts"),
    ],
)
def test_distance_in_working_days(due_on: str, on: str, days: int) -> None:
    assert days_left(dt.date.fromisoformat(due_on), dt.date.fromisoformat(on), CALENDAR) == days


def test_every_agency_of_a_collective_that_still_has_its_part_is_reminded() -> None:
    assert [reminder.agency for reminder in reminders(COLLECTIVE, FRIDAY, DEFAULT, CALENDAR)] == list(COLLECTIVE.leading)


@pytest.mark.parametrize(
    ("on", "why"),
    [
        pytest.param("2024-03-12", ["đơn vị chủ trì; còn 03 ngày làm việc", "đơn vị phối hợp, được báo để cùng thực hiện; còn 03 ngày làm việc"], id="before"),
        pytest.param("2024-03-15", ["đơn vị chủ trì; ngày làm việc cuối cùng của thời hạn"], id="on the day"),
        pytest.param(
            "2024-03-20",
            ["đơn vị chủ trì; quá hạn 03 ngày làm việc", "Văn phòng theo dõi; đơn vị chủ trì chưa hoàn thành, quá hạn 03 ngày làm việc"],
            id="late",
        ),
    ],
)  # fmt: skip
def test_the_reason_is_said(on: str, why: list[str]) -> None:
    told = {reminder.why: None for reminder in reminders(TASK, dt.date.fromisoformat(on), DEFAULT, CALENDAR)}
    assert list(told) == why


def test_another_schedule_reminds_on_other_days() -> None:
    schedule = Schedule(lead_before=(2,), cooperating_before=(), lead_after=(2,), cooperating_after=(), office_after=2, leaders_after=4)
    days = [FRIDAY + dt.timedelta(days=number) for number in range(-7, 10)]
    told = {(day - FRIDAY).days: [one.circle.value for one in reminders(TASK, day, schedule, CALENDAR)] for day in days}
    assert {day: circles for day, circles in told.items() if circles} == {
        -2: ["lead"],
        0: ["lead"],
        4: ["lead", "office"],
        6: ["leaders"],
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"lead_before": (0,)}, "lead_before", id="the day itself is always reminded of"),
        pytest.param({"lead_after": (61,)}, "lead_after", id="too far"),
        pytest.param({"cooperating_after": tuple(range(1, 14))}, "cooperating_after", id="too many"),
        pytest.param({"again_every": 0}, "again_every", id="never again would be a division by nothing"),
        pytest.param({"office_after": 11}, "leaders_after", id="leaders before the office"),
    ],
)
def test_what_is_no_schedule(changes: dict[str, object], field: str) -> None:
    with pytest.raises(NotScheduleError) as caught:
        checked(msgspec.structs.replace(DEFAULT, **changes))
    assert caught.value.field == field


def test_days_of_a_schedule_are_put_in_order() -> None:
    assert checked(msgspec.structs.replace(DEFAULT, lead_before=(1, 5, 3, 5))) == DEFAULT


DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31))


@given(due_on=DAYS, on=DAYS)
def test_nobody_is_reminded_on_a_day_off_and_the_lead_is_always_nearest(due_on: dt.date, on: dt.date) -> None:
    found = reminders(msgspec.structs.replace(TASK, due_on=due_on), on, DEFAULT, CALENDAR)
    assert CALENDAR.is_working(on) or not found
    circles = [list(Circle).index(reminder.circle) for reminder in found]
    assert circles == sorted(circles)


@given(due_on=DAYS)
def test_the_last_working_day_of_a_deadline_is_reminded_of_whatever_day_it_ends_on(due_on: dt.date) -> None:
    days = [due_on - dt.timedelta(days=number) for number in range(15)]
    last = next(day for day in days if CALENDAR.is_working(day))
    told = reminders(msgspec.structs.replace(TASK, due_on=due_on), last, DEFAULT, CALENDAR)
    assert [(reminder.circle, reminder.days) for reminder in told] == [(Circle.LEAD, 0)]
