"""Who is reminded of a task on a day, of what, and why: the same task, day and schedule always give the same answer.

The practice (nhắc việc, đôn đốc): the lead agency is reminded first, before the deadline and after it; cooperating agencies are told, so
that they can do their part; when the lead stays late the matter goes one level up, to the office that follows the task and then to
the leaders. Days are working days: nobody is reminded on a day off, and a weekend does not make anybody later.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.errors import NotScheduleError

LONGEST_DAYS = 60
MOST_DAYS = 12


class Circle(StrEnum):
    """Whose people are reminded, from the nearest to the task to the highest."""

    LEAD = "lead"
    COOPERATING = "cooperating"
    OFFICE = "office"
    LEADERS = "leaders"


CIRCLES = {
    Circle.LEAD: "đơn vị chủ trì",
    Circle.COOPERATING: "đơn vị phối hợp",
    Circle.OFFICE: "Văn phòng theo dõi",
    Circle.LEADERS: "lãnh đạo UBND tỉnh",
}


class Schedule(msgspec.Struct, frozen=True, kw_only=True):
    """On which working days somebody is reminded; the deadline itself is day 0, and the lead is always reminded on it."""

    lead_before: tuple[int, ...] = (5, 3, 1)
    cooperating_before: tuple[int, ...] = (3,)
    lead_after: tuple[int, ...] = (1, 3, 5)
    cooperating_after: tuple[int, ...] = (1,)
    office_after: int = 3  # one level up
    leaders_after: int = 10  # two levels up
    again_every: int = 5  # whoever was reminded of a late task is reminded again and again, until it is no longer late


DEFAULT = Schedule()


class UrgedTask(msgspec.Struct, frozen=True):
    """What reminding needs of a task. Agencies by name; `leading` are those in whose hands it still is, none of a reported task."""

    due_on: dt.date | None
    leading: tuple[str, ...]
    cooperating: tuple[str, ...] = ()


class Reminder(msgspec.Struct, frozen=True):
    """Whom to remind and why. `agency` is None for the office and the leaders; `days` counts working days, negative once it is late."""

    circle: Circle
    agency: str | None
    days: int
    why: str


def reminders(task: UrgedTask, on: dt.date, schedule: Schedule, calendar: WorkingCalendar) -> tuple[Reminder, ...]:
    """Everybody who is reminded on that day, the lead first; nobody on a day off, or of a task in no agency's hands."""
    if task.due_on is None or not task.leading or not calendar.is_working(on):
        return ()
    days = days_left(task.due_on, on, calendar)
    told = [Reminder(Circle.LEAD, name, days, _why(Circle.LEAD, days)) for name in task.leading if _lead_is_due(days, schedule)]
    told += [
        Reminder(Circle.COOPERATING, name, days, _why(Circle.COOPERATING, days))
        for name in task.cooperating
        if days in schedule.cooperating_before or -days in schedule.cooperating_after
    ]
    return (*told, *(Reminder(circle, None, days, _why(circle, days)) for circle in _above(days, schedule)))


def days_left(due_on: dt.date, on: dt.date, calendar: WorkingCalendar) -> int:
    """Working days behind `on` up to the deadline; 0 on the last of them; negative, the working days since, once it has passed.

    A deadline on a day off is met on the last working day before it, and is not missed before it is over.
    """
    until = calendar.working_days_until(due_on) - calendar.working_days_until(on)
    return until if on <= due_on else min(until, -1)


def checked(schedule: Schedule) -> Schedule:
    """The schedule with its days in order, each once. Raises NotScheduleError, which names the field."""
    for field, least in (("lead_before", 1), ("cooperating_before", 1), ("lead_after", 1), ("cooperating_after", 1)):
        days = getattr(schedule, field)
        if len(days) > MOST_DAYS or not all(least <= day <= LONGEST_DAYS for day in days):
            raise NotScheduleError(field)
    for field in ("office_after", "leaders_after", "again_every"):
        if not 1 <= getattr(schedule, field) <= LONGEST_DAYS:
            raise NotScheduleError(field)
    if schedule.leaders_after < schedule.office_after:
        raise NotScheduleError("leaders_after")
    return msgspec.structs.replace(
        schedule,
        lead_before=tuple(sorted(set(schedule.lead_before), reverse=True)),
        cooperating_before=tuple(sorted(set(schedule.cooperating_before), reverse=True)),
        lead_after=tuple(sorted(set(schedule.lead_after))),
        cooperating_after=tuple(sorted(set(schedule.cooperating_after))),
    )


def _lead_is_due(days: int, schedule: Schedule) -> bool:
    if days >= 0:
        return days == 0 or days in schedule.lead_before
    return -days in schedule.lead_after or _is_again(-days, max(schedule.lead_after, default=0), schedule)


def _above(days: int, schedule: Schedule) -> list[Circle]:
    """The levels above the agency that hear of it on that day."""
    steps = ((Circle.OFFICE, schedule.office_after), (Circle.LEADERS, schedule.leaders_after))
    return [circle for circle, after in steps if -days == after or _is_again(-days, after, schedule)]


def _is_again(late: int, since: int, schedule: Schedule) -> bool:
    """Whether it is time to repeat what was first said at `since`."""
    return late > since and (late - since) % schedule.again_every == 0


def _why(circle: Circle, days: int) -> str:
    match circle:
        case Circle.LEAD:
            return f"đơn vị chủ trì; {distance(days)}"
        case Circle.COOPERATING:
            return f"đơn vị phối hợp, được báo để cùng thực hiện; {distance(days)}"
        case Circle.OFFICE:
            return f"Văn phòng theo dõi; đơn vị chủ trì chưa hoàn thành, {distance(days)}"
        case Circle.LEADERS:
            return f"lãnh đạo UBND tỉnh; đơn vị chủ trì chưa hoàn thành, {distance(days)}"


def distance(days: int) -> str:
    """How far the deadline is, in words.

    >>> distance(3), distance(0), distance(-12)
    ('còn 03 ngày làm việc', 'ngày làm việc cuối cùng của thời hạn', 'quá hạn 12 ngày làm việc')
    """
    if days == 0:
        return "ngày làm việc cuối cùng của thời hạn"
    return f"còn {days:02} ngày làm việc" if days > 0 else f"quá hạn {-days:02} ngày làm việc"
