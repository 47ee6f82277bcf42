"""A task divided into sub-tasks with weights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.due import Due, set_deadlines
from dieuhanh.apps.tasks.models import Cause, Task
from dieuhanh.apps.tasks.permissions import ADD_SUBTASKS
from dieuhanh.apps.tasks.stepping import day_of, found_one, order_behind, require_own, roll_up, take, tell_all
from dieuhanh.domain.task_states import State, Step
from dieuhanh.errors import NotTaskError

MOST_SUBTASKS = 100  # at once
HEAVIEST = 1000


class SubTask(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of a task: its weight among its sisters, and who leads it; None for the lead of the whole."""

    title: str
    weight: int = 1
    lead: int | None = None
    due_on: dt.date | None = None


def add_subtasks(task: int, pieces: Sequence[SubTask], *, actor: Actor, at: dt.datetime) -> list[Task]:
    """Assigned sub-tasks below a task; its progress is from now on theirs. None may be due after the whole.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError, SecretTextError.
    """
    with action(actor, ADD_SUBTASKS, at) as ledger:
        parent = found_one(task, actor)
        if parent.lead_id is None or not 0 < len(pieces) <= MOST_SUBTASKS:
            raise NotTaskError("pieces")
        require_own([parent.lead_id], actor, ADD_SUBTASKS)
        take(parent, Step.ADD_SUBTASKS)
        leads = typed.agencies("lead", {piece.lead or parent.lead_id for piece in pieces})
        rows = [_below(parent, piece, leads, at) for piece in pieces]
        Task.objects.bulk_create(rows)
        dues = [Due(cause=Cause.TYPED, due_on=piece.due_on) for piece in pieces]
        set_deadlines([(row, due) for row, due in zip(rows, dues, strict=True) if due.due_on], actor, at)
        Task.objects.bulk_update(rows, ["due_on"])
        told = [{"parent": parent.id, "piece": msgspec.to_builtins(piece)} for piece in pieces]
        tell_all(ledger, list(zip(rows, told, strict=True)))
        roll_up(ledger, rows)
    return rows


def _below(parent: Task, piece: SubTask, leads: dict[int, Agency], at: dt.datetime) -> Task:
    due_on = typed.day("due_on", piece.due_on)
    late = parent.due_on is not None and due_on is not None and due_on > parent.due_on
    if late:
        raise NotTaskError("due_on")
    if not 1 <= piece.weight <= HEAVIEST:
        raise NotTaskError("weight")
    lead = leads[piece.lead or parent.lead_id or 0]
    return Task(
        title=typed.text("title", piece.title),
        state=State.ASSIGNED,
        lead=lead,
        lead_name=lead.name,
        edited=True,
        assigned_on=day_of(at),
        parent=parent,
        weight=piece.weight,
        **order_behind(parent),
    )
