"""Days off and days worked that people set: open deadlines follow, closed ones stay, and each change says why."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import Ledger, action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import Due, answered, asked_again, current_deadlines, set_deadlines, told
from dieuhanh.apps.tasks.models import CalendarDay, Cause, Task, TaskDeadline
from dieuhanh.apps.tasks.permissions import SET_CALENDAR_DAY
from dieuhanh.apps.tasks.stepping import PARTS, tell_all
from dieuhanh.domain.deadlines import reresolve
from dieuhanh.domain.working_calendar import WorkingCalendar

CHUNK = 500  # tasks in memory at a time


def set_calendar_day(day: dt.date, working: bool | None, name: str = "", *, actor: Actor, at: dt.datetime) -> int:
    """The day is worked, or off, or again what the nation's list says (None); how many open deadlines moved.

    `name` says what the day is, or why it is taken back. Deadlines that a person set or extended stay.
    Raises NotPermittedError, NotTaskError, SecretTextError.
    """
    with action(actor, SET_CALENDAR_DAY, at) as ledger:
        old = working_calendar()
        typed.day("day", day)
        name = typed.text("name", name, longest=typed.SHORT, needed=working is not None)
        CalendarDay.objects.filter(day=day).delete()
        if working is not None:
            CalendarDay.objects.create(day=day, working=working, name=name, actor=actor.get_username(), at=at)
        new = working_calendar()
        if new == old:
            return 0
        ledger.append("tasks.CalendarDay", day.isoformat(), {"working": working, "name": name})
        return _reckon_anew(ledger, old, new, actor, at)


def _reckon_anew(ledger: Ledger, old: WorkingCalendar, new: WorkingCalendar, actor: Actor, at: dt.datetime) -> int:
    """Ask every open deadline that follows from words again."""
    moved, last = 0, 0
    while tasks := list(_open(last)):
        last = tasks[-1].id
        deadlines = current_deadlines(tasks)
        dues = [(task, due) for task in tasks if task.id in deadlines and (due := _moved(deadlines[task.id], old, new))]
        set_deadlines(dues, actor, at)
        Task.objects.bulk_update([task for task, _ in dues], ["due_on"])
        tell_all(ledger, [(task, {"deadline": told(due)}) for task, due in dues])
        moved += len(dues)
    return moved


def _open(after: int) -> list[Task]:
    rows = Task.objects.pending().filter(recurring=False, id__gt=after).select_related("lead").prefetch_related(PARTS)
    return list(rows.order_by("id")[:CHUNK])


def _moved(deadline: TaskDeadline, old: WorkingCalendar, new: WorkingCalendar) -> Due | None:
    """The deadline under the new calendar; None where nothing changes or no words stand behind it."""
    if not deadline.words:
        return None
    change = reresolve(asked_again(deadline, old), new)
    return None if change.why is None else answered(Cause.CALENDAR, change.explanation, change.why)
