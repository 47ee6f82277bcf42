"""The period of a digest whose title carries a wrong year, or none.

Titles of early January often still say the old year (01/01 đến 07/01/2023 above documents of January 2024).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from dieuhanh.extract.facts import Item, Period
from dieuhanh.extract.title import read_period

SLACK = dt.timedelta(days=7)  # an instrument may be dated so far outside the week that reports it


def instrument_days(items: Iterable[Item]) -> list[dt.date]:
    """Days of issue of all instruments."""
    return [d.date for item in items for d in item.instruments if d.date is not None]


def repair_period(period: Period | None, items: Iterable[Item]) -> Period | None:
    """The period with the year that most instruments carry, where the title's year contradicts them and the days then agree."""
    days = instrument_days(items)
    if period is None or not days or 2 * sum(within(period, day) for day in days) >= len(days):
        return period
    for year, _ in Counter(day.year for day in days).most_common():
        shifted = _in_year(period, year)
        if shifted is not None and 2 * sum(within(shifted, day) for day in days) > len(days):
            return shifted
    return period


def date_period(title: str | None, items: Iterable[Item]) -> Period | None:
    """The days of a title without a year ("từ ngày 12 - 18/9"), in the year in which most instruments agree with them; None without one."""
    days = instrument_days(items)
    for year in _years(days) if title else ():
        period = read_period(title or "", year)
        if period is not None and 2 * sum(within(period, day) for day in days) > len(days):
            return period
    return None


def _years(days: list[dt.date]) -> Iterator[int]:
    """Years in which a period may end, the likeliest first: documents of December are reported in a week that ends in January."""
    for year, _ in Counter(day.year for day in days).most_common():
        yield from (year, year + 1)


def within(period: Period, day: dt.date) -> bool:
    """Whether a day lies in the period or at most a week outside it."""
    return period.start - SLACK <= day <= period.end + SLACK


def _in_year(period: Period, year: int) -> Period | None:
    """The same days with their end in another year; None where that year lacks one of them (29/02)."""
    try:
        return Period(period.start.replace(year=year - (period.end.year - period.start.year)), period.end.replace(year=year))
    except ValueError:
        return None
