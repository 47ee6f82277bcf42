"""Recurring tasks: each time that falls due becomes a task of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Max

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import Due, asked, asked_again, current_deadlines, set_deadlines, told
from dieuhanh.apps.tasks.models import Cause, Part, Task, TaskDeadline
from dieuhanh.apps.tasks.permissions import MAKE_OCCURRENCES
from dieuhanh.apps.tasks.planning import replace_parts
from dieuhanh.apps.tasks.stepping import PARTS, day_of, order_behind, tell_all
from dieuhanh.domain.deadlines import Occurrence, occurrences
from dieuhanh.domain.task_states import OPEN, State
from dieuhanh.domain.working_calendar import WorkingCalendar

Time = tuple[Occurrence, Due]
DAY = dt.timedelta(days=1)
AHEAD = dt.timedelta(days=30)  # an occurrence is there a month before it falls due
BEHIND = dt.timedelta(days=366)  # what a worker that stood still has missed is made up for, of a year at most


def make_occurrences(today: dt.date, *, actor: Actor, at: dt.datetime) -> list[Task]:
    """The occurrences of assigned series that fall due until a month from today and are not there yet, assigned to whoever has the series.

    Doing it again makes nothing twice. Raises NotPermittedError.
    """
    with action(actor, MAKE_OCCURRENCES, at) as ledger:
        series = list(Task.objects.recurring().filter(state__in=sorted(OPEN)).select_related("lead").prefetch_related(PARTS).order_by("id"))
        last = dict(Task.objects.filter(series__in=series).values_list("series").annotate(Max("occurs_on")))
        known = set(Task.objects.filter(series__in=series).values_list("series", "occurs_on", "period"))
        calendar, deadlines = working_calendar(), current_deadlines(series)
        made: list[tuple[Task, Due]] = []
        for one in series:
            first = max(day for day in (one.assigned_on, last.get(one.id), today - BEHIND) if day is not None)
            times = _due(one, deadlines, first, today + AHEAD, calendar)
            made += [(_occurrence(one, each, at), due) for each, due in times if (one.id, each.due_on, each.label) not in known]
        tasks = [task for task, _ in made]
        Task.objects.bulk_create(tasks)
        set_deadlines(made, actor, at)
        Task.objects.bulk_update(tasks, ["due_on"])
        replace_parts([part for task in tasks if task.series for part in _parts(task.series, task)], tasks)
        tell_all(ledger, [(t, {"series": t.series_id, "period": t.period, "deadline": told(due)}) for t, due in made])
    return tasks


def _due(series: Task, deadlines: dict[int, TaskDeadline], first: dt.date, last: dt.date, calendar: WorkingCalendar) -> list[Time]:
    """The times that fall due between two days, each with the deadline that it has."""
    row = deadlines.get(series.id)
    rule = asked_again(row, calendar) if row and row.words else asked(series.due_words, series.issued_on, calendar)
    if rule.recurrence is None:
        return []
    early = DAY if rule.bound == "before" and rule.hour is None else dt.timedelta(0)
    return [
        (each, Due(cause=Cause.SAID, due_on=each.due_on - early, named_on=each.due_on, steps=each.steps))
        for each in occurrences(rule.recurrence, first, last, calendar)
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
