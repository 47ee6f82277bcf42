"""The deadlines of tasks as a history: each new one is a row, and the task's own day follows from the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
from django.db.models import Max

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.models import Cause, Task, TaskDeadline


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline to be kept: the columns of `TaskDeadline` that say what it is and why."""

    cause: Cause
    due_on: dt.date | None
    from_on: dt.date | None = None
    words: str = ""
    bound: str = ""
    counted_from: dt.date | None = None
    steps: tuple[str, ...] = ()
    unresolved: str = ""
    reason: str = ""


def set_deadlines(dues: Sequence[tuple[Task, Due]], actor: Actor, at: dt.datetime) -> None:
    """Append a deadline to the history of each of these tasks, and let the task have its day in memory; two statements."""
    last = dict(TaskDeadline.objects.filter(task__in=[task for task, _ in dues]).values_list("task").annotate(Max("number")))
    rows = []
    for task, due in dues:
        task.due_on = due.due_on
        rows.append(
            TaskDeadline(
                task=task,
                number=last.get(task.id, 0) + 1,
                cause=due.cause,
                due_on=due.due_on,
                from_on=due.from_on,
                words=due.words,
                bound=due.bound,
                counted_from=due.counted_from,
                steps=list(due.steps),
                unresolved=due.unresolved,
                reason=due.reason,
                actor=actor.get_username(),
                at=at,
            )
        )
    TaskDeadline.objects.bulk_create(rows)


def told(due: Due) -> dict[str, object]:
    """What the chain keeps of a deadline."""
    kept: dict[str, object] = msgspec.to_builtins(due)
    return {name: said for name, said in kept.items() if said not in ("", None, [], ())}
