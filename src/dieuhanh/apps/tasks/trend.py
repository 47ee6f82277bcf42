"""How the last weeks went: what was finished, in time or late, and what became overdue. Two queries over ranges of an index."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import msgspec
from django.db.models import Count, F, Q

from dieuhanh.apps.tasks import conditions
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.domain.task_states import State

WEEK = dt.timedelta(weeks=1)
DAY = dt.timedelta(days=1)


class Week(msgspec.Struct, frozen=True):
    """From Monday to Sunday; of the week that still runs, until today.

    `fell_overdue` counts tasks whose first day of delay lies in the week, whatever became of them since.
    """

    first: dt.date
    last: dt.date
    done_in_time: int
    done_late: int
    fell_overdue: int

    @property
    def done(self) -> int:
        return self.done_in_time + self.done_late


def trend(tasks: TaskQuerySet, today: dt.date, weeks: int) -> list[Week]:
    """So many weeks, the running one last. A task of a collective counts once, as a whole."""
    mondays = [_monday(today) - WEEK * back for back in reversed(range(weeks))]
    counted = tasks.filter(recurring=False).order_by()
    done = counted.filter(done_on__range=(mondays[0], today)).values_list("done_on")
    finished = list(done.annotate(number=Count("pk"), late=Count("pk", filter=Q(done_on__gt=F("due_on")))))
    due = counted.filter(due_on__range=(mondays[0] - DAY, today - DAY)).values_list("due_on")
    delayed = conditions.is_overdue(today) | Q(state=State.DONE, reported_on__gt=F("due_on"))
    fallen = due.annotate(number=Count("pk", filter=delayed))
    ended = _by_week((day, number) for day, number, _ in finished)
    late = _by_week((day, number) for day, _, number in finished)
    overdue = _by_week((day + DAY, number) for day, number in fallen)
    return [Week(each, min(today, each + WEEK - DAY), ended[each] - late[each], late[each], overdue[each]) for each in mondays]


def _by_week(days: Iterable[tuple[dt.date, int]]) -> Counter[dt.date]:
    """The numbers of days added up by the Monday before each."""
    found: Counter[dt.date] = Counter()
    for day, number in days:
        found[_monday(day)] += number
    return found


def _monday(day: dt.date) -> dt.date:
    return day - DAY * day.weekday()
