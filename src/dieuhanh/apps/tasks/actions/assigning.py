"""Giving tasks to agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.announcing import words_of
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.permissions import ADD_TASK, ASSIGN_TASKS
from dieuhanh.apps.tasks.planning import write_new
from dieuhanh.apps.tasks.stepping import day_of, found, keep, leading_parts, take, tell_all
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.apps.webhooks.announcing import announce_all
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.domain.task_states import State, Step
from dieuhanh.errors import NotTaskError


def add_task(plan: Plan, *, actor: Actor, at: dt.datetime) -> Task:
    """A draft by hand, with no page behind it. Raises NotPermittedError, NotTaskError, SecretTextError."""
    return add_tasks([plan], actor=actor, at=at)[0]


def add_tasks(plans: Sequence[Plan], *, actor: Actor, at: dt.datetime) -> list[Task]:
    """Drafts by hand, all or none; a fixed number of statements. Raises what `add_task` raises."""
    with action(actor, ADD_TASK, at) as ledger:
        return write_new(ledger, plans, actor, at)


def assign_tasks(tasks: Sequence[int], *, actor: Actor, at: dt.datetime) -> list[Task]:
    """Give these drafts, or refused tasks, to their agencies, all or none; a fixed number of statements.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, and NotTaskError where nobody leads.
    """
    with action(actor, ASSIGN_TASKS, at) as ledger:
        rows = found(tasks, actor)
        for row in rows:
            if row.lead is None and not leading_parts(row):
                raise NotTaskError("lead")
            row.assigned_on = day_of(at)
            for part in row.parts.all():
                if part.agency_id is not None:
                    part.state, part.reported_on, part.done_on, part.progress = State.ASSIGNED, None, None, 0
            take(row, Step.ASSIGN)
        keep(rows)
        tell_all(ledger, [(row, {"title": row.title, "document": row.document_name, "words": row.words}) for row in rows])
        announce_all(EventName.TASK_ASSIGNED, [words_of(row) for row in rows], ledger)
    return rows
