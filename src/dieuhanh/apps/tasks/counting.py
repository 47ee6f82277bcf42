"""The counts of the State: done in time or late, open in time or overdue; and what else a leader looks at. One query each."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from django.db.models import Case, Count, F, Q, Value, When

from dieuhanh.apps.tasks import conditions
from dieuhanh.apps.tasks.conditions import OF_PART, OF_TASK, Columns
from dieuhanh.apps.tasks.models import Part, PartRole
from dieuhanh.apps.tasks.models.tasks import NOT_ASSIGNED, TaskQuerySet
from dieuhanh.domain.task_states import State

# A suspended task rests as a whole, whatever the state of its parts.
_STANDING = Case(When(task__state=State.SUSPENDED, then=Value(State.SUSPENDED.value)), default=F("state"))


class Counts(msgspec.Struct, frozen=True):
    """How many tasks. The first four and `suspended` share all that are counted among them; the others tell some of these apart.

    `refused` ones are nobody's until they are assigned again, so they stand beside the sum.
    """

    done_in_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    suspended: int = 0
    near_due: int = 0
    without_deadline: int = 0
    waiting: int = 0
    sent_back: int = 0
    refused: int = 0

    @property
    def done(self) -> int:
        return self.done_in_time + self.done_late

    @property
    def open(self) -> int:
        return self.open_in_time + self.open_overdue

    @property
    def total(self) -> int:
        return self.done + self.open + self.suspended

    @property
    def rate(self) -> float | None:
        """The share of what is done in time among what should be done by now; None where nothing should."""
        due = self.done + self.open_overdue
        return self.done_in_time / due if due else None

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(mine + theirs for mine, theirs in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)))


def count(tasks: TaskQuerySet, today: dt.date, near: int) -> Counts:
    """Of these tasks; `near` is the number of days within which a task counts as near due."""
    return Counts(**tasks.counted().aggregate(**_columns(today, near, OF_TASK)))


def count_by_agency(tasks: TaskQuerySet, today: dt.date, near: int) -> dict[int, Counts]:
    """By the id of the agency that leads; each agency of a collective counts for itself. Two queries."""
    counted = tasks.counted()
    found = _grouped(counted.filter(collective=False), "lead", today, near, OF_TASK)
    parts = Part.objects.filter(role=PartRole.LEAD, agency__isnull=False, task__in=counted.filter(collective=True))
    parts = parts.exclude(state__in=NOT_ASSIGNED).annotate(standing=_STANDING)
    for agency, counts in _grouped(parts, "agency", today, near, OF_PART).items():
        found[agency] = found.get(agency, Counts()) + counts
    return found


def count_by_document(tasks: TaskQuerySet, today: dt.date, near: int) -> dict[int, Counts]:
    """By the id of the document that ordered them; what no document of the register ordered is left out. One query."""
    return _grouped(tasks.counted().filter(document__isnull=False), "document", today, near, OF_TASK)


def _grouped(rows: Any, by: str, today: dt.date, near: int, columns: Columns) -> dict[int, Counts]:
    grouped = rows.order_by().values(by).annotate(**_columns(today, near, columns))
    return {row.pop(by): Counts(**row) for row in grouped}


def _columns(today: dt.date, near: int, columns: Columns) -> dict[str, Count]:
    state, due_on = columns.state, columns.due_on
    conditions_by_name = {
        "done_in_time": conditions.is_done_in_time(columns),
        "done_late": conditions.is_done_late(columns),
        "open_in_time": conditions.is_in_time(today, columns),
        "open_overdue": conditions.is_overdue(today, columns),
        "suspended": Q(**{state: State.SUSPENDED}),
        "near_due": conditions.is_near_due(today, near, columns),
        "without_deadline": conditions.is_open(columns) & Q(**{due_on: None}),
        "waiting": Q(**{state: State.REPORTED}),
        "sent_back": Q(**{state: State.SENT_BACK}),
        "refused": Q(**{state: State.REFUSED}),
    }
    return {name: Count("pk", filter=condition) for name, condition in conditions_by_name.items()}
