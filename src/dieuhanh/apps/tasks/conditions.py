"""What is overdue, in time, near due: how it is said to the database, so that each number that is counted opens to its tasks.

The same rules, for one task in memory, are `domain/task_status.py`, and for groups of tasks `counting.py`; a test holds them together. A
task that waits for confirmation is measured by the day of its report: the office's delay is not the agency's.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import F, Q

from dieuhanh.domain.task_states import AT_WORK, OPEN, State

IN_HAND = sorted(AT_WORK)
OPEN_STATES = sorted(OPEN)


def is_open() -> Q:
    return Q(state__in=OPEN_STATES)


def is_overdue(today: dt.date) -> Q:
    """Past its day and not reported, or reported after it."""
    return Q(state__in=IN_HAND, due_on__lt=today) | Q(state=State.REPORTED, reported_on__gt=F("due_on"))


def is_in_time(today: dt.date) -> Q:
    """Open and not overdue; what has no deadline is in time."""
    unlimited = is_open() & Q(due_on=None)
    return unlimited | Q(state__in=IN_HAND, due_on__gte=today) | Q(state=State.REPORTED, reported_on__lte=F("due_on"))


def is_near_due(today: dt.date, days: int) -> Q:
    """In an agency's hands, due today or within so many days."""
    return Q(state__in=IN_HAND, due_on__range=(today, today + dt.timedelta(days=days)))


def is_done_in_time() -> Q:
    return Q(state=State.DONE) & (Q(due_on=None) | Q(done_on__lte=F("due_on")))


def is_done_late() -> Q:
    return Q(state=State.DONE, done_on__gt=F("due_on"))
