"""The four counts at the end of each week, by agency: of tasks that published orders ask for, and of nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from dieuhanh.apps.tasks.counting import COUNTED
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.domain.task_course import CountedAs, Work, course_of
from dieuhanh.domain.task_states import State

WEEK, DAY = dt.timedelta(weeks=1), dt.timedelta(days=1)
WITHOUT_DEADLINE = "without_deadline"
CHUNK = 2_000
# What waits nowhere and is done by nobody now; it counts in no week, as it counts in no report of today.
RESTING = [State.REFUSED.value, State.SUSPENDED.value]


class WeeklyCounts(msgspec.Struct, frozen=True):
    """Of one agency at the end of a Sunday; `without_deadline` tells apart some of what is open in time."""

    agency: int
    monday: dt.date
    done_in_time: int
    done_late: int
    open_in_time: int
    open_overdue: int
    without_deadline: int

    @property
    def sunday(self) -> dt.date:
        return self.monday + WEEK - DAY


def last_whole_week(today: dt.date) -> dt.date:
    """The Monday of the last week that is over."""
    return today - today.weekday() * DAY - WEEK


def weekly_counts(today: dt.date) -> Iterator[WeeklyCounts]:
    """By agency and week, from the first week in which it had a task to the last that is over. Two queries, a row a task one at a time.

    Who leads alone and each agency of a collective that leads count alike, as in the counts of a leader.
    """
    last = last_whole_week(today)
    changes: dict[int, dict[dt.date, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for agency, work in _works():
        _take(changes[agency], work)
    for agency in sorted(changes):
        yield from _weeks(agency, changes[agency], last)


def ordered_in_public() -> TaskQuerySet:
    """Counted tasks that follow from an order of a page of the register; one that a person typed in is the office's own business,
    and a sub-task the agency's."""
    return Task.objects.counted().exclude(address="").filter(parent=None, assigned_on__isnull=False)


def _works() -> Iterator[tuple[int, Work]]:
    led = ordered_in_public().filter(lead__isnull=False).exclude(state__in=RESTING)
    yield from _read(led.order_by("pk").values_list("lead", "state", "assigned_on", "due_on", "reported_on", "done_on"))
    wholes = ordered_in_public().filter(lead=None).exclude(state__in=RESTING)
    shared = Part.objects.leading().filter(agency__isnull=False, task__in=wholes, state__in=COUNTED).exclude(state__in=RESTING)
    yield from _read(shared.order_by("pk").values_list("agency", "state", "task__assigned_on", "task__due_on", "reported_on", "done_on"))


def _read(rows: Any) -> Iterator[tuple[int, Work]]:
    for agency, state, assigned_on, due_on, reported_on, done_on in rows.iterator(chunk_size=CHUNK):
        yield agency, Work(assigned_on, due_on, reported_on if state == State.REPORTED else None, done_on)


def _take(changes: dict[dt.date, Counter[str]], work: Work) -> None:
    """Note in which weeks the counts of an agency change by this task."""
    before = ""
    for day, standing in course_of(work):
        week = changes[day - day.weekday() * DAY]
        week[before] -= 1
        week[standing.value] += 1
        if work.due_on is None:
            week[WITHOUT_DEADLINE] += int(standing is CountedAs.OPEN_IN_TIME) - int(before == CountedAs.OPEN_IN_TIME)
        before = standing.value


def _weeks(agency: int, changes: dict[dt.date, Counter[str]], last: dt.date) -> Iterator[WeeklyCounts]:
    held: Counter[str] = Counter()
    monday = min(changes)
    while monday <= last:
        if monday in changes:
            held.update(changes[monday])
        yield WeeklyCounts(
            agency=agency,
            monday=monday,
            done_in_time=held[CountedAs.DONE_IN_TIME],
            done_late=held[CountedAs.DONE_LATE],
            open_in_time=held[CountedAs.OPEN_IN_TIME],
            open_overdue=held[CountedAs.OPEN_OVERDUE],
            without_deadline=held[WITHOUT_DEADLINE],
        )
        monday += WEEK
