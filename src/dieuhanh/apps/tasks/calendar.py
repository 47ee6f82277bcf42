"""The working calendar by which deadlines are reckoned: the nation's list, and over it the days that people set."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.tasks.models import CalendarDay
from dieuhanh.domain import working_calendar as domain
from dieuhanh.domain.working_calendar import WorkingCalendar, calendar_of, national_calendar


def working_calendar() -> WorkingCalendar:
    """As it stands now; one query."""
    return calendar_of([*national_calendar().days, *(_row(day.day, day.name, working=day.working) for day in CalendarDay.objects.all())])


def _row(day: dt.date, name: str, *, working: bool) -> domain.CalendarDay:
    return domain.CalendarDay(day, name, "worked" if working else "swapped")
