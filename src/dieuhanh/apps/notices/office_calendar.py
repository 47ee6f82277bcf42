"""The calendar that offices work by: the nation's days off, and the days that people set over them."""

from __future__ import annotations

from dieuhanh.apps.tasks.models import CalendarDay as SetDay
from dieuhanh.domain.working_calendar import CalendarDay, WorkingCalendar, calendar_of, national_calendar


def office_calendar() -> WorkingCalendar:
    """One query."""
    rows = SetDay.objects.all()
    own = [CalendarDay(row.day, row.name, "worked" if row.working else "compensatory") for row in rows]
    return calendar_of([*national_calendar().days, *own])
