"""The reader's own use of the algebra: the days that a page's deadlines leave open, against the first instrument's day."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from msgspec.structs import replace

from dieuhanh.domain.deadlines.explaining import explain
from dieuhanh.domain.working_calendar import national_calendar
from dieuhanh.extract.facts import Bound, Deadline, Item


def resolve_deadlines(item: Item) -> Item:
    """The item with the days of its open deadlines where their words give one; events stay open, for the page does not say their day."""
    if all(d.due is not None or d.recurrence is not None for d in item.deadlines):
        return item
    issued_on = next((d.date for d in item.instruments if d.date is not None), None)
    return replace(item, deadlines=tuple(_resolved(d, issued_on) for d in item.deadlines))


def _resolved(deadline: Deadline, issued_on: dt.date | None) -> Deadline:
    if deadline.due is not None or deadline.recurrence is not None:
        return deadline
    due = _due(deadline.expression, deadline.bound, issued_on)
    return deadline if due is None else replace(deadline, due=due)


@lru_cache(maxsize=1024)
def _due(expression: str, bound: Bound, issued_on: dt.date | None) -> dt.date | None:
    """The day as the contract has it; kept, for a page of many megabytes words its limits alike and an explanation takes 100 µs."""
    found = explain(expression, bound, issued_on=issued_on, calendar=national_calendar())
    if found.event is not None:
        return None
    return found.from_on if bound == "from" else found.due_on
