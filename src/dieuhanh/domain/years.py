"""Days written without a year: "trước ngày 30/6" of a letter dated 05/3/2024 is 30/6/2024.

The year is that of the first such day on or after the day of issue of the item's first instrument; without one the day stays open.
"""

from __future__ import annotations

import datetime as dt
import re

from msgspec.structs import replace

from dieuhanh.extract.facts import Deadline, Item

_DAY_AND_MONTH = re.compile(r"ngày\s(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})$")


def resolve_years(item: Item) -> Item:
    """The item with its year-less deadlines resolved against the first instrument's day."""
    issued_on = next((d.date for d in item.instruments if d.date is not None), None)
    if issued_on is None or all(d.due is not None for d in item.deadlines):
        return item
    return replace(item, deadlines=tuple(_resolved(d, issued_on) for d in item.deadlines))


def _resolved(deadline: Deadline, issued_on: dt.date) -> Deadline:
    if deadline.due is not None or deadline.recurrence is not None:
        return deadline
    m = _DAY_AND_MONTH.search(deadline.expression)
    due = next_day(int(m["day"]), int(m["month"]), issued_on) if m else None
    return deadline if due is None else replace(deadline, due=due)


def next_day(day: int, month: int, on_or_after: dt.date) -> dt.date | None:
    """The first such day on or after another; None where no year has it (31/02), 29/02 where neither this nor the next has it."""
    for year in (on_or_after.year, on_or_after.year + 1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found >= on_or_after:
            return found
    return None
