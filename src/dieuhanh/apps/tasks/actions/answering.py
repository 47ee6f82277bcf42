"""What an agency says of a task that it was given: that it takes it, or why not."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.models import Note, NoteKind, Task
from dieuhanh.apps.tasks.permissions import ACCEPT, REFUSE
from dieuhanh.apps.tasks.stepping import found_one, holder_of, keep, take, tell
from dieuhanh.domain.task_states import Step


def accept(task: int, *, part: int | None = None, actor: Actor, at: dt.datetime) -> Task:
    """The lead, or the agency of that part, takes the task on.

    Raises NotPermittedError, NoSuchTaskError, NotTaskError, ForbiddenStepError.
    """
    with action(actor, ACCEPT, at) as ledger:
        row = found_one(task, actor)
        take(row, Step.ACCEPT, holder_of(row, part, actor, ACCEPT))
        keep([row])
        tell(ledger, row, part=part)
    return row


def refuse(task: int, reason: str, *, part: int | None = None, actor: Actor, at: dt.datetime) -> Task:
    """It is not for this agency, and why; the office edits and assigns it again. Raises what `accept` raises, SecretTextError."""
    with action(actor, REFUSE, at) as ledger:
        row = found_one(task, actor)
        holder = holder_of(row, part, actor, REFUSE)
        reason = typed.text("reason", reason)
        take(row, Step.REFUSE, holder)
        Note.objects.create(task=row, kind=NoteKind.REFUSED, text=reason, actor=actor.get_username(), at=at)
        keep([row])
        tell(ledger, row, part=part, reason=reason)
    return row
