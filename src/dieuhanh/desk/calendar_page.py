"""The working calendar of a year, and which open deadlines it moved, from when to when and why."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.tasks.models import CalendarDay, Cause, Task, TaskDeadline
from dieuhanh.display import wording
from dieuhanh.domain.working_calendar import WEEKDAYS, national_calendar

MOVED = 50  # deadlines on the page, the newest
KINDS = {"holiday": "nghỉ lễ", "compensatory": "nghỉ bù", "swapped": "nghỉ hoán đổi", "worked": "làm bù"}
DOUBTS = {"expected": "chưa có thông báo chính thức", "computed": "tính theo các năm trước"}


class DayLine(msgspec.Struct, frozen=True):
    """A day that is not what its weekday says; `own` where a person set it over the nation's list."""

    day: dt.date
    weekday: str
    kind: str
    name: str
    doubt: str
    own: CalendarDay | None


class CalendarPage(msgspec.Struct, frozen=True):
    """All that the template shows; `known` tells whether the days off of that year are known at all."""

    year: int
    days: list[DayLine]
    known: bool
    moved: list[TaskDeadline]


def calendar_page(year: int, actor: User) -> CalendarPage:
    """With a fixed number of queries."""
    national = national_calendar()
    rows = {row.day: _national(row.day, KINDS[row.kind], row.name, row.detail, DOUBTS.get(row.certainty, "")) for row in national.days}
    lines = {day: line for day, line in rows.items() if day.year == year}
    for own in CalendarDay.objects.filter(day__year=year):
        lines[own.day] = DayLine(own.day, WEEKDAYS[own.day.weekday()], "làm việc" if own.working else "nghỉ", own.name, "", own)
    return CalendarPage(year, [lines[day] for day in sorted(lines)], year in national.years, _moved(actor))


def _national(day: dt.date, kind: str, name: str, detail: str, doubt: str) -> DayLine:
    return DayLine(day, WEEKDAYS[day.weekday()], kind, wording.one_line(f"{name}, {detail}" if detail else name), doubt, None)


def _moved(actor: User) -> list[TaskDeadline]:
    """Of tasks that the person may see; each says from when to when and why; one query."""
    visible = Task.objects.visible_to(actor).values("id")
    return list(TaskDeadline.objects.filter(cause=Cause.CALENDAR, task__in=visible).select_related("task").order_by("-id")[:MOVED])
