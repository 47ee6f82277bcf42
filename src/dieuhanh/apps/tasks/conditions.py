"""What is overdue, in time, near due: the one place that says it to the database, of tasks and of parts alike.

The same rules, for one task in memory, are `domain/task_status.py`; a test holds the two together. A task that waits for
confirmation is measured by the day of its report: the office's delay is not the agency's.
"""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import F, Q

from dieuhanh.domain.task_states import AT_WORK, OPEN, State

IN_HAND = sorted(AT_WORK)
OPEN_STATES = sorted(OPEN)


class Columns(msgspec.Struct, frozen=True):
    """Where state, due day, day of the report and day of completion stand, seen from the table that is asked."""

    state: str = "state"
    due_on: str = "due_on"
    reported_on: str = "reported_on"
    done_on: str = "done_on"


OF_TASK = Columns()
OF_PART = Columns(state="standing", due_on="task__due_on")


def is_open(columns: Columns = OF_TASK) -> Q:
    return Q(**{f"{columns.state}__in": OPEN_STATES})


def is_overdue(today: dt.date, columns: Columns = OF_TASK) -> Q:
    """Past its day and not reported, or reported after it."""
    late = Q(**{f"{columns.state}__in": IN_HAND, f"{columns.due_on}__lt": today})
    return late | Q(**{columns.state: State.REPORTED, f"{columns.reported_on}__gt": F(columns.due_on)})


def is_in_time(today: dt.date, columns: Columns = OF_TASK) -> Q:
    """Open and not overdue; what has no deadline is in time."""
    unlimited = is_open(columns) & Q(**{columns.due_on: None})
    early = Q(**{f"{columns.state}__in": IN_HAND, f"{columns.due_on}__gte": today})
    return unlimited | early | Q(**{columns.state: State.REPORTED, f"{columns.reported_on}__lte": F(columns.due_on)})


def is_near_due(today: dt.date, days: int, columns: Columns = OF_TASK) -> Q:
    """In an agency's hands, due today or within so many days."""
    return Q(**{f"{columns.state}__in": IN_HAND, f"{columns.due_on}__range": (today, today + dt.timedelta(days=days))})


def is_done_in_time(columns: Columns = OF_TASK) -> Q:
    done = Q(**{columns.state: State.DONE})
    return done & (Q(**{columns.due_on: None}) | Q(**{f"{columns.done_on}__lte": F(columns.due_on)}))


def is_done_late(columns: Columns = OF_TASK) -> Q:
    return Q(**{columns.state: State.DONE, f"{columns.done_on}__gt": F(columns.due_on)})
