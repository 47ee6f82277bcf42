"""A task rests, goes on, or is given up."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.models import Cancellation, Suspension, Task
from dieuhanh.apps.tasks.permissions import CANCEL, RESUME, SUSPEND
from dieuhanh.apps.tasks.stepping import found_one, keep, roll_up, take, tell
from dieuhanh.domain.task_states import State, Step


def suspend(task: int, reason: str, *, actor: Actor, at: dt.datetime) -> Task:
    """The task rests, and is neither in time nor overdue. Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError."""
    with action(actor, SUSPEND, at) as ledger:
        row = found_one(task, actor)
        before, reason = row.state, typed.text("reason", reason)
        take(row, Step.SUSPEND)
        Suspension.objects.create(task=row, reason=reason, before=before, suspended_by=actor.get_username(), suspended_at=at)
        keep([row])
        tell(ledger, row, reason=reason)
    return row


def resume(task: int, *, actor: Actor, at: dt.datetime) -> Task:
    """The task goes on where it was; its deadline is what it was, and may be corrected. Raises what `suspend` raises."""
    with action(actor, RESUME, at) as ledger:
        row = found_one(task, actor)
        rest = Suspension.objects.filter(task=row, resumed_at=None).first()
        take(row, Step.RESUME, before=State(rest.before) if rest else None)
        Suspension.objects.filter(task=row, resumed_at=None).update(resumed_by=actor.get_username(), resumed_at=at)
        keep([row])
        tell(ledger, row)
    return row


def cancel(task: int, reason: str, *, actor: Actor, at: dt.datetime) -> Task:
    """The task is given up for good, and no longer counted. Raises what `suspend` raises."""
    with action(actor, CANCEL, at) as ledger:
        row = found_one(task, actor)
        reason = typed.text("reason", reason)
        take(row, Step.CANCEL)
        Suspension.objects.filter(task=row, resumed_at=None).update(resumed_by=actor.get_username(), resumed_at=at)
        Cancellation.objects.create(task=row, reason=reason, actor=actor.get_username(), at=at)
        keep([row])
        tell(ledger, row, reason=reason)
        roll_up(ledger, [row])
    return row
