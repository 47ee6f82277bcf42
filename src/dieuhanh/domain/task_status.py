"""How a task counts on a day (tình trạng nhiệm vụ), as the State counts them: Quyết định 42/2014/QĐ-TTg and the reports of VPCP.

Done on time, done late, open in time, open overdue; near due is in time but soon; suspended and waiting ones are told apart. A result that
was sent back counts as not done. A refused or cancelled task counts nowhere.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from dieuhanh.domain.task_states import State

NEAR_DAYS = 3  # days before the limit from which a task is near due, as dashboards of provinces have it


class Status(StrEnum):
    """How it counts (tình trạng)."""

    NOT_COUNTED = "not_counted"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    WAITING = "waiting"
    SUSPENDED = "suspended"
    OVERDUE = "overdue"
    NEAR_DUE = "near_due"
    IN_TIME = "in_time"
    WITHOUT_DEADLINE = "without_deadline"


_UNCOUNTED = (State.DRAFT, State.DROPPED, State.REFUSED, State.CANCELLED)


def status_of(state: State, due_on: dt.date | None, done_on: dt.date | None, today: dt.date, near_days: int = NEAR_DAYS) -> Status:
    """How a task counts today. `due_on` is the last day that is in time, `done_on` the day on which the confirmed work was reported."""
    if state in _UNCOUNTED:
        return Status.NOT_COUNTED
    if state is State.DONE:
        late = due_on is not None and (done_on or today) > due_on
        return Status.DONE_LATE if late else Status.DONE_ON_TIME
    if state is State.SUSPENDED:
        return Status.SUSPENDED
    if state is State.REPORTED:
        return Status.WAITING
    if due_on is None:
        return Status.WITHOUT_DEADLINE
    if today > due_on:
        return Status.OVERDUE
    return Status.NEAR_DUE if (due_on - today).days <= near_days else Status.IN_TIME
