"""The deadlines of tasks as a history: each new one is a row, and the task's own day follows from the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec
from django.db.models import Max

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.models import Cause, Task, TaskDeadline
from dieuhanh.domain.deadlines import Explanation, explain
from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.extract.facts import Bound

BEFORE = "trước"


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline to be kept: the columns of `TaskDeadline` that say what it is and why."""

    cause: Cause
    due_on: dt.date | None
    named_on: dt.date | None = None
    from_on: dt.date | None = None
    words: str = ""
    bound: str = ""
    issued_on: dt.date | None = None
    steps: tuple[str, ...] = ()
    unresolved: str = ""
    reason: str = ""


def answered(cause: Cause, explanation: Explanation, reason: str = "") -> Due:
    """What an explanation gives: the last day that is in time, or why there is none."""
    return Due(
        cause=cause,
        due_on=explanation.last_day,
        named_on=explanation.due_on,
        from_on=explanation.from_on,
        words=explanation.question.expression,
        bound=explanation.bound,
        issued_on=explanation.question.issued_on,
        steps=explanation.steps,
        unresolved=explanation.unresolved or "",
        reason=reason,
    )


def asked(words: str, issued_on: dt.date | None, calendar: WorkingCalendar) -> Explanation:
    """What words mean that a person typed without saying on which side of the day the work has to be done."""
    bound: Bound = "before" if words.lower().startswith(BEFORE) else "by"
    return explain(words, bound, issued_on=issued_on, calendar=calendar)


def asked_again(deadline: TaskDeadline, calendar: WorkingCalendar) -> Explanation:
    """What the words of a deadline mean under a calendar."""
    bound = msgspec.convert(deadline.bound, Bound)
    return explain(deadline.words, bound, issued_on=deadline.issued_on, calendar=calendar)


def current_deadlines(tasks: Iterable[Task]) -> dict[int, TaskDeadline]:
    """The deadline that holds for each of these tasks, by the id of the task; one query."""
    rows = TaskDeadline.objects.filter(task__in=list(tasks)).order_by("task", "number")
    return {row.task_id: row for row in rows}


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
                named_on=due.named_on,
                from_on=due.from_on,
                words=due.words,
                bound=due.bound,
                issued_on=due.issued_on,
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
