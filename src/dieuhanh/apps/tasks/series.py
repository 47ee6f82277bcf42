"""When a recurring task comes back: its rule asked for its times."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.tasks.due import Due, asked, asked_again
from dieuhanh.apps.tasks.models import Cause, Task, TaskDeadline
from dieuhanh.domain.deadlines import Explanation, Occurrence, occurrences
from dieuhanh.domain.working_calendar import WorkingCalendar

DAY = dt.timedelta(days=1)


class Time(msgspec.Struct, frozen=True):
    """One time that a series comes back, with the deadline that it has."""

    each: Occurrence
    due: Due


def rule_of(series: Task, deadline: TaskDeadline | None, calendar: WorkingCalendar) -> Explanation:
    """What the words of a series mean; `deadline` is the last of its history, which knows on which side of the day the work has to be."""
    if deadline is not None and deadline.words:
        return asked_again(deadline, calendar)
    return asked(series.due_words, series.issued_on, calendar)


def times(
    rule: Explanation, first: dt.date, last: dt.date, calendar: WorkingCalendar, cause: Cause = Cause.SAID, why: str = ""
) -> list[Time]:
    """All that fall due from `first` to `last`, both included, in order; [] of words that do not come back."""
    if rule.recurrence is None:
        return []
    early = DAY if rule.bound == "before" and rule.hour is None else dt.timedelta(0)
    return [
        Time(each, Due(cause=cause, due_on=each.due_on - early, named_on=each.due_on, steps=each.steps, reason=why))
        for each in occurrences(rule.recurrence, first, last, calendar)
    ]
