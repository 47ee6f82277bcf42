"""The counts of the State: done in time or late, open in time or overdue; and what else a leader looks at."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When

from dieuhanh.apps.documents.models import Document
from dieuhanh.apps.tasks import conditions
from dieuhanh.apps.tasks.models import PartRole, Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.domain.task_states import OPEN, State


class Tally(NamedTuple):
    """Of the tasks of one state: how many, and of these how many lie so against today or against their own deadline."""

    number: int
    past: int
    soon: int
    unlimited: int
    reported_late: int
    finished_late: int


# A suspended task rests as a whole, whatever the state of its parts.
_STANDING = Case(When(state=State.SUSPENDED, then=Value(State.SUSPENDED.value)), default=F("parts__state"))
UNFINISHED = sorted({*OPEN, State.SUSPENDED, State.REFUSED})
COUNTED = [*UNFINISHED, State.DONE.value]


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
    return sum((counts for _, counts in _by_state(tasks.counted(), [], "state", today, near)), Counts())


def count_led(tasks: TaskQuerySet, today: dt.date, near: int) -> dict[int | None, Counts]:
    """By the id of the one agency that leads, None for the tasks of collectives as wholes: together, all. Two queries.

    What is done is most of a register that has grown and is asked one thing only; the rest is asked the other nine.
    """
    found: dict[int | None, Counts] = defaultdict(Counts)
    counted = tasks.counted()
    done = counted.filter(state=State.DONE).order_by().values_list("lead")
    for lead, number, late in done.annotate(Count("pk"), late=Count("pk", filter=Q(done_on__gt=F("due_on")))):
        found[lead] += Counts(done_in_time=number - late, done_late=late)
    for (lead,), counts in _by_state(tasks.filter(state__in=UNFINISHED, recurring=False), ["lead"], "state", today, near):
        found[lead] += counts
    return dict(found)


def count_parts(tasks: TaskQuerySet, today: dt.date, near: int) -> dict[int, Counts]:
    """By the id of each agency of the collectives that lead; each counts for itself. One query.

    From the tasks to their parts: the other way round, the database would look up a task for each of the many parts.
    """
    leading = Q(parts__role=PartRole.LEAD, parts__agency__isnull=False, parts__state__in=COUNTED)
    standing = tasks.counted().filter(leading, lead=None).annotate(standing=_STANDING)
    found: dict[int, Counts] = defaultdict(Counts)
    for (agency,), counts in _by_state(standing, ["parts__agency"], "standing", today, near, of="parts__"):
        found[agency] += counts
    return dict(found)


def count_by_agency(tasks: TaskQuerySet, today: dt.date, near: int) -> dict[int, Counts]:
    """By the id of the agency that leads; each agency of a collective counts for itself. Three queries."""
    return together(count_led(tasks, today, near), count_parts(tasks, today, near))


def together(led: Mapping[int | None, Counts], parts: Mapping[int, Counts]) -> dict[int, Counts]:
    """What agencies lead alone, and what they lead among others."""
    found = defaultdict(Counts, parts)
    for agency, counts in led.items():
        if agency is not None:
            found[agency] += counts
    return dict(found)


def most_overdue_documents(tasks: TaskQuerySet, today: dt.date, most: int) -> list[int]:
    """The ids of so many documents: with most that is overdue, then with most that is open, then the newest. Two queries."""
    ordered = tasks.filter(document__isnull=False, recurring=False).order_by()
    open_ = ordered.filter(conditions.is_open()).values_list("document")
    late = Count("pk", filter=conditions.is_overdue(today))
    pressing = [document for document, *_ in open_.annotate(late=late, number=Count("pk")).order_by("-late", "-number", "-document")[:most]]
    closed = Task.objects.filter(document=OuterRef("pk"), state=State.DONE, recurring=False)
    finished = Document.objects.filter(Exists(closed)).order_by("-id").values_list("id", flat=True)[:most]
    return list(dict.fromkeys([*pressing, *finished]))[:most]


def count_by_document(tasks: TaskQuerySet, today: dt.date, near: int) -> dict[int, Counts]:
    """By the id of the document that ordered them; what no document of the register ordered is left out. One query."""
    found: dict[int, Counts] = defaultdict(Counts)
    counted = tasks.counted().filter(document__isnull=False)
    for (document,), counts in _by_state(counted, ["document"], "state", today, near):
        found[document] += counts
    return dict(found)


def _by_state(rows: Any, by: list[str], state: str, today: dt.date, near: int, of: str = "") -> Iterator[tuple[tuple[int, ...], Counts]]:
    """The counts of each group and state: grouped in the order of an index, with one plain comparison a column.

    Asking each of the ten numbers of the database by itself cost a hundred times a bare count, measured at 40,000 tasks on SQLite.
    `of` leads from the task to the row whose days count.
    """
    groups = rows.order_by().values_list(*by, state)
    soon = (today, today + dt.timedelta(days=near))
    tallies = groups.annotate(
        number=Count("pk"),
        past=Count("pk", filter=Q(due_on__lt=today)),
        soon=Count("pk", filter=Q(due_on__range=soon)),
        unlimited=Count("pk", filter=Q(due_on=None)),
        reported_late=Count("pk", filter=Q(**{f"{of}reported_on__gt": F("due_on")})),
        finished_late=Count("pk", filter=Q(**{f"{of}done_on__gt": F("due_on")})),
    )
    for row in tallies:
        yield row[: len(by)], _counts(State(row[len(by)]), Tally(*row[len(by) + 1 :]))


def _counts(state: State, tally: Tally) -> Counts:
    """What the tasks of one state count as; the rules of `conditions.py`."""
    number = tally.number
    match state:
        case State.DONE:
            return Counts(done_in_time=number - tally.finished_late, done_late=tally.finished_late)
        case State.SUSPENDED:
            return Counts(suspended=number)
        case State.REFUSED:
            return Counts(refused=number)
        case State.REPORTED:
            late = tally.reported_late
            return Counts(open_in_time=number - late, open_overdue=late, without_deadline=tally.unlimited, waiting=number)
        case _:
            return Counts(
                open_in_time=number - tally.past,
                open_overdue=tally.past,
                near_due=tally.soon,
                without_deadline=tally.unlimited,
                sent_back=number if state is State.SENT_BACK else 0,
            )
