"""What comes back, and when: "trước ngày 20 hằng tháng", "ngày 15 của tháng cuối quý", "6 tháng, hằng năm" (định kỳ).

Periods are those of the calendar: months, quarters I to IV, halves, years, weeks from Monday. A day that a month lacks is its last
(Bộ luật Dân sự 2015, Điều 148 khoản 3); where the words name no day, a period is closed by its last day. A day that the words fix
stays where it is on a day off, and the steps say so: Điều 148 khoản 5 moves the end of a count, not a day that was named.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from dieuhanh.domain.working_calendar import WEEKDAYS, WEEKEND, WorkingCalendar
from dieuhanh.extract.facts import Bound
from dieuhanh.text.days import short_day, written_day, written_month

Every = Literal["day", "working day", "week", "month", "quarter", "half", "first half", "nine months", "year", "span"]
Unit = Literal["day", "week", "month", "year"]

QUARTERS = ("I", "II", "III", "IV")
BOUND_WORDS: dict[Bound, str] = {"before": "trước ngày", "by": "chậm nhất ngày", "on": "ngày", "from": "từ ngày"}
_MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half": 6, "first half": 12, "nine months": 12, "year": 12}
_CLOSING: dict[Every, int] = {"first half": 6, "nine months": 9}  # of a year, the month that closes them
_SUNDAY = 6


class Cycle(msgspec.Struct, frozen=True):
    """One rhythm: how often, and where in each period the day lies."""

    every: Every
    month: int | None = None  # of the period, 1 is its first; beyond its last lies the next period; None: the last
    day: int | None = None  # of that month; None: its last
    weekday: int | None = None  # of a week, Monday is 0; None: Sunday
    step: int = 1  # of a span: so many …
    unit: Unit = "month"  # … of these


class Recurrence(msgspec.Struct, frozen=True):
    """What comes back: one cycle, or one for each of "hằng tháng, quý, năm"."""

    cycles: tuple[Cycle, ...]
    bound: Bound = "by"
    hour: dt.time | None = None
    since: dt.date | None = None  # the day from which spans are counted: "02 tuần một lần"


class Occurrence(msgspec.Struct, frozen=True, order=True):
    """One time that it comes back: its day, the period it closes ("kỳ tháng 3/2024") and the steps to it."""

    due_on: dt.date
    label: str
    steps: tuple[str, ...]


def occurrences(recurrence: Recurrence, start: dt.date, end: dt.date, calendar: WorkingCalendar) -> list[Occurrence]:
    """All that fall due from `start` to `end`, both included, in order; [] where the end lies before the start.

    >>> monthly = Recurrence((Cycle("month", day=20),), "before")
    >>> [(o.due_on.day, o.label) for o in occurrences(monthly, dt.date(2024, 2, 21), dt.date(2024, 4, 20), WorkingCalendar())]
    [(20, 'kỳ tháng 3/2024'), (20, 'kỳ tháng 4/2024')]
    """
    found = {
        (day, label)
        for cycle in recurrence.cycles
        for day, label in _of_cycle(cycle, recurrence, start, end, calendar)
        if start <= day <= end
    }
    return [Occurrence(day, label, _steps(day, label, recurrence, calendar)) for day, label in sorted(found)]


def _of_cycle(
    cycle: Cycle, recurrence: Recurrence, start: dt.date, end: dt.date, calendar: WorkingCalendar
) -> Iterator[tuple[dt.date, str]]:
    """Days and labels of one cycle that cover the time from start to end, and a little more."""
    if cycle.every in _MONTHS:
        yield from _by_months(cycle, start, end, among=len(recurrence.cycles))
    elif cycle.every == "span":
        yield from _by_spans(cycle, recurrence.since, end)
    elif cycle.every == "week":
        weekday = _SUNDAY if cycle.weekday is None else cycle.weekday
        first = start - dt.timedelta(days=start.weekday())
        for k in range((end - first).days // 7 + 1):
            monday = first + dt.timedelta(weeks=k)
            label = f"kỳ tuần {short_day(monday)}–{written_day(monday + dt.timedelta(days=_SUNDAY))}"
            yield monday + dt.timedelta(days=weekday), label
    else:
        for k in range((end - start).days + 1):
            day = start + dt.timedelta(days=k)
            if cycle.every == "day" or calendar.is_working(day):
                yield day, f"kỳ ngày {written_day(day)}"


def _by_months(cycle: Cycle, start: dt.date, end: dt.date, *, among: int) -> Iterator[tuple[dt.date, str]]:
    size = _MONTHS[cycle.every]
    place = cycle.month or _CLOSING.get(cycle.every, size)
    first = (start.year * 12 + start.month - 1 - place) // size  # a period before the one that may fall due first
    last = (end.year * 12 + end.month - 1) // size
    for k in range(first, last + 1):
        year, month = divmod(k * size + place - 1, 12)
        if dt.MINYEAR <= year <= dt.MAXYEAR:
            day = day_of_month(year, month + 1, cycle.day)
            yield day, _label(cycle, k, day, among=among)


def _label(cycle: Cycle, k: int, day: dt.date, *, among: int) -> str:
    """The name of the k-th period of its kind since the year 0."""
    size = _MONTHS[cycle.every]
    year, month = divmod(k * size, 12)
    if cycle.every == "month":
        return f"kỳ tháng {written_month(month + 1)}/{year}"
    if cycle.every == "quarter":
        return f"kỳ quý {QUARTERS[month // 3]}/{year}"
    if cycle.every in ("half", "first half"):
        return f"kỳ 6 tháng {'cuối' if month else 'đầu'} năm {year}"
    if cycle.every == "nine months":
        return f"kỳ 9 tháng năm {year}"
    return f"kỳ năm {year} ({short_day(day)})" if among > 1 and cycle.month is not None else f"kỳ năm {year}"


def _by_spans(cycle: Cycle, since: dt.date | None, end: dt.date) -> Iterator[tuple[dt.date, str]]:
    """Every so many days, weeks, months or years after a day; none where that day is not known."""
    number = 1
    while since is not None and (day := moved(since, number * cycle.step, cycle.unit)) <= end:
        yield day, f"kỳ thứ {number} (đến {written_day(day)})"
        number += 1


def moved(start: dt.date, count: int, unit: Unit) -> dt.date:
    """The day so many units later; a month that lacks the day gives its last (Điều 148 khoản 3)."""
    if unit in ("day", "week"):
        return start + dt.timedelta(days=count * (7 if unit == "week" else 1))
    year, month = divmod(start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1), 12)
    return day_of_month(year, month + 1, start.day)


def day_of_month(year: int, month: int, day: int | None) -> dt.date:
    """That day of a month, or its last where there is no such day or none is named."""
    last = months.monthrange(year, month)[1]
    return dt.date(year, month, last if day is None else min(day, last))


def _steps(day: dt.date, label: str, recurrence: Recurrence, calendar: WorkingCalendar) -> tuple[str, ...]:
    hour = f" ({written_hour(recurrence.hour)})" if recurrence.hour else ""
    said = f"{label[0].upper()}{label[1:]}: {BOUND_WORDS[recurrence.bound]} {written_day(day)}{hour}"
    return (said, *fixed_day_note(day, calendar))


def written_hour(hour: dt.time) -> str:
    """17 giờ, or 16 giờ 30 phút."""
    return f"{hour.hour} giờ {hour.minute:02} phút" if hour.minute else f"{hour.hour} giờ"


def fixed_day_note(day: dt.date, calendar: WorkingCalendar) -> tuple[str, ...]:
    """What to say of a day that the words fix and on which nobody works; () on a working day."""
    why = calendar.why_off(day)
    if why is None:
        return ()
    named = WEEKDAYS[day.weekday()] if why == WEEKEND else f"ngày nghỉ ({why})"
    return (f"{short_day(day)} là {named}; ngày do văn bản ấn định nên giữ nguyên",)
