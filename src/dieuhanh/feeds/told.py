"""The tasks that an agency is told of: open ones, and those that ended not long ago, so that whoever reads along sees the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import msgspec
from django.db.models import Max, Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.tasks.models import Task, TaskDeadline
from dieuhanh.apps.tasks.stepping import TASK
from dieuhanh.display.wording import one_line
from dieuhanh.domain.task_states import LABELS, OPEN, State

MOST = 1000  # tasks; an agency has some hundreds
REMEMBERED = dt.timedelta(days=90)

_NONCHARACTERS = str.maketrans({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})  # XML forbids them, and they are no controls


class ToldTask(msgspec.Struct, frozen=True):
    """A task as calendars and feeds say it; every text on one line, without characters that XML or a calendar forbids."""

    id: int
    title: str
    role: str  # "chủ trì", "phối hợp"
    lead: str
    document: str
    due_on: dt.date | None
    state: State
    label: str
    late: bool
    changed_at: dt.datetime
    revision: int  # grows whenever the deadline changes or the task ends


def told_tasks(agency: Agency, today: dt.date) -> list[ToldTask]:
    """The last changed first; four queries."""
    ended_lately = Q(done_on__gte=today - REMEMBERED) | Q(state=State.CANCELLED, due_on__gte=today - REMEMBERED)
    going_on = Q(state__in=[*sorted(OPEN), State.SUSPENDED])
    rows = Task.objects.concerning(agency).filter(going_on | ended_lately, recurring=False).select_related("lead")
    tasks = list(rows.order_by("-assigned_on", "-pk")[:MOST])
    ids = [task.pk for task in tasks]
    changed = _changed(ids)
    deadlines = dict(TaskDeadline.objects.filter(task__in=ids).values_list("task").annotate(Max("number")))
    overdue = set(Task.objects.overdue(today).filter(pk__in=ids).values_list("pk", flat=True))
    told = [
        _told(task, agency, changed[task.pk], deadlines.get(task.pk, 0), late=task.pk in overdue) for task in tasks if task.pk in changed
    ]
    return sorted(told, key=lambda task: (task.changed_at, task.id), reverse=True)


def _changed(tasks: Collection[int]) -> dict[int, dt.datetime]:
    """When each was last changed, by the audit chain."""
    entries = Entry.objects.filter(object_type=TASK, object_key__in=[str(task) for task in tasks])
    return {int(key): at for key, at in entries.values_list("object_key").annotate(Max("at"))}


def _told(task: Task, agency: Agency, changed_at: dt.datetime, deadlines: int, *, late: bool) -> ToldTask:
    state = State(task.state)
    lead = task.lead.name if task.lead is not None else task.lead_name
    return ToldTask(
        id=task.pk,
        title=plain(task.title),
        role="phối hợp" if task.lead is not None and task.lead_id != agency.pk else "chủ trì",
        lead=plain(lead),
        document=plain(task.document_name),
        due_on=task.due_on,
        state=state,
        label="quá hạn" if late else LABELS[state],
        late=late,
        changed_at=changed_at,
        revision=deadlines + (state in (State.DONE, State.CANCELLED)),
    )


def plain(text: str) -> str:
    """One line of printable text.

    >>> plain("Trình\\x0b  Chủ tịch\\ufffe")
    'Trình\ufffd Chủ tịch\ufffd'
    """
    return one_line(text).translate(_NONCHARACTERS)
