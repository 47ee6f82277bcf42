"""Recurring tasks: each time that falls due becomes a task of its own."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db.models import Max

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import Due, current_deadlines, set_deadlines, told
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.apps.tasks.permissions import MAKE_OCCURRENCES
from dieuhanh.apps.tasks.planning import replace_parts
from dieuhanh.apps.tasks.series import Time, rule_of, times
from dieuhanh.apps.tasks.stepping import PARTS, day_of, order_behind, tell_all
from dieuhanh.domain.deadlines import Occurrence
from dieuhanh.domain.task_states import OPEN, State

Made = tuple[dt.date, str]  # the day and the period of an occurrence
AHEAD = dt.timedelta(days=30)  # an occurrence is there a month before it falls due
BEHIND = dt.timedelta(days=366)  # what a worker that stood still has missed is made up for, of a year at most


def make_occurrences(today: dt.date, *, actor: Actor, at: dt.datetime) -> list[Task]:
    """The occurrences of assigned series that fall due until a month from today and are not there yet, assigned to whoever has the series.

    Doing it again makes nothing twice. Raises NotPermittedError.
    """
    with action(actor, MAKE_OCCURRENCES, at) as ledger:
        series = list(Task.objects.recurring().filter(state__in=sorted(OPEN)).select_related("lead").prefetch_related(PARTS).order_by("id"))
        last = dict(Task.objects.filter(series__in=series).values_list("series").annotate(Max("occurs_on")))
        known = _known(series)
        calendar, deadlines = working_calendar(), current_deadlines(series)
        made: list[tuple[Task, Due]] = []
        for one in series:
            first = max(day for day in (one.assigned_on, last.get(one.id), today - BEHIND) if day is not None)
            found = times(rule_of(one, deadlines.get(one.id), calendar), first - BEHIND, today + AHEAD, calendar)
            made += [(_occurrence(one, time.each, at), time.due) for time in _missing(found, known[one.id], first)]
        tasks = [task for task, _ in made]
        Task.objects.bulk_create(tasks)
        set_deadlines(made, actor, at)
        Task.objects.bulk_update(tasks, ["due_on"])
        replace_parts([part for task in tasks if task.series for part in _parts(task.series, task)], tasks)
        tell_all(ledger, [(t, {"series": t.series_id, "period": t.period, "deadline": told(due)}) for t, due in made])
    return tasks


def _known(series: Sequence[Task]) -> dict[int, set[Made]]:
    """The occurrences of each series that there are, whatever became of them."""
    known: dict[int, set[Made]] = defaultdict(set)
    for one, day, period in Task.objects.filter(series__in=series).values_list("series", "occurs_on", "period"):
        if one is not None and day is not None:
            known[one].add((day, period))
    return known


def _missing(found: Sequence[Time], known: set[Made], first: dt.date) -> list[Time]:
    """Of the times that the rule gives, those from `first` on that are not there yet.

    A period that has an occurrence on a day which the rule does not give got it under an older rule, and gets no second one.
    """
    given = {(time.each.due_on, time.each.label) for time in found}
    settled = {period for day, period in known - given}
    return [
        time
        for time in found
        if time.each.due_on >= first and time.each.label not in settled and (time.each.due_on, time.each.label) not in known
    ]


def _occurrence(series: Task, each: Occurrence, at: dt.datetime) -> Task:
    """The task of one time; its words are those of the series."""
    return Task(
        title=f"{series.title} ({each.label})",
        state=State.ASSIGNED,
        lead=series.lead,
        lead_name=series.lead_name,
        collective=series.collective,
        edited=True,
        assigned_on=day_of(at),
        series=series,
        occurs_on=each.due_on,
        period=each.label,
        **order_behind(series),
    )


def _parts(series: Task, task: Task) -> Iterator[Part]:
    for part in series.parts.all():
        state = State.ASSIGNED if part.agency_id else State.DRAFT
        yield Part(task=task, order=part.order, role=part.role, name=part.name, agency=part.agency, collective=part.collective, state=state)
