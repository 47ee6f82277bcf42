"""The days of an issue, and its title in the manner of the printed ones."""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.errors import NotWeekError
from dieuhanh.extract.facts import Period
from dieuhanh.text.days import short_day, written_day

_WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{1,2})", re.IGNORECASE)
LONGEST = 31  # days; an issue may cover a month, as some provinces publish it
SUNDAY = dt.timedelta(days=6)


def week_of(words: str) -> Period:
    """Monday to Sunday of an ISO 8601 week. Raises NotWeekError.

    >>> week_of("2024-W03")
    Period(start=datetime.date(2024, 1, 15), end=datetime.date(2024, 1, 21))
    """
    m = _WEEK.fullmatch(words.strip())
    try:
        start = dt.date.fromisocalendar(int(m["year"]), int(m["week"]), 1) if m else None
        return Period(start, start + SUNDAY) if start else _no_week(words)
    except (ValueError, OverflowError) as error:
        raise NotWeekError(words) from error


def days_between(start: dt.date, end: dt.date) -> Period:
    """Any days that an issue may cover. Raises NotWeekError."""
    if not 0 <= (end - start).days < LONGEST:
        raise NotWeekError(f"{start} – {end}")
    return Period(start, end)


def title_of(period: Period) -> str:
    """The year stands once, at the end, unless there are two.

    >>> title_of(Period(dt.date(2023, 8, 28), dt.date(2023, 9, 3)))
    'Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 28/8 đến ngày 03/9/2023)'
    """
    start = short_day(period.start) if period.start.year == period.end.year else written_day(period.start)
    return f"Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày {start} đến ngày {written_day(period.end)})"


def _no_week(words: str) -> Period:
    raise NotWeekError(words)
