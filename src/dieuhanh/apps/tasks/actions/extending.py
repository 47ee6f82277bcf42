"""More time: asked before the old day, granted or not; and a deadline that a person corrects. Every old deadline is kept."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.announcing import words_of
from dieuhanh.apps.tasks.due import Due, set_deadlines, told
from dieuhanh.apps.tasks.models import Answer, Cause, ExtensionRequest, Task
from dieuhanh.apps.tasks.permissions import ASK_EXTENSION, CORRECT_DEADLINE, GRANT_EXTENSION, REFUSE_EXTENSION
from dieuhanh.apps.tasks.stepping import agency_of, day_of, found_one, holder_of, keep, take, tell
from dieuhanh.apps.webhooks.announcing import announce
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.domain.task_states import Step
from dieuhanh.errors import LateRequestError, NotTaskError


def ask_extension(
    task: int, wanted_on: dt.date, reason: str, *, part: int | None = None, actor: Actor, at: dt.datetime
) -> ExtensionRequest:
    """The lead asks for more time, on the old day at the latest; one of a collective's agencies asks by its part, for all of them.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError, LateRequestError, SecretTextError.
    """
    with action(actor, ASK_EXTENSION, at) as ledger:
        row = found_one(task, actor)
        agency = agency_of(holder_of(row, part, actor, ASK_EXTENSION))
        take(row, Step.ASK_EXTENSION)
        if row.due_on is None or day_of(at) > row.due_on:
            raise LateRequestError(row.due_on)
        if typed.day("wanted_on", wanted_on) == row.due_on or wanted_on < row.due_on or _waiting(row) is not None:
            raise NotTaskError("wanted_on")
        asked = ExtensionRequest.objects.create(
            task=row,
            agency_id=agency,
            old_due_on=row.due_on,
            wanted_on=wanted_on,
            reason=typed.text("reason", reason),
            asked_by=actor.get_username(),
            asked_at=at,
        )
        tell(ledger, row, part=part, request=asked.id, wanted_on=wanted_on.isoformat(), reason=asked.reason)
    return asked


def grant_extension(task: int, *, granted_on: dt.date | None = None, reason: str = "", actor: Actor, at: dt.datetime) -> ExtensionRequest:
    """The deadline becomes the day that was asked for, or another; the old one stays in the history.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError where nothing is asked or the day is not later.
    """
    with action(actor, GRANT_EXTENSION, at) as ledger:
        row = found_one(task, actor)
        take(row, Step.GRANT_EXTENSION)
        asked = _asked(row)
        new = typed.day("granted_on", granted_on) or asked.wanted_on
        if new <= asked.old_due_on:
            raise NotTaskError("granted_on")
        _answer(asked, Answer.GRANTED, new, reason, actor, at)
        due = Due(cause=Cause.EXTENDED, due_on=new, reason=asked.reason)
        set_deadlines([(row, due)], actor, at)
        keep([row])
        tell(ledger, row, request=asked.id, deadline=told(due), reason=asked.answer_reason)
        announce(EventName.TASK_EXTENDED, words_of(row), ledger)
    return asked


def refuse_extension(task: int, reason: str, *, actor: Actor, at: dt.datetime) -> ExtensionRequest:
    """The deadline stays. Raises what `grant_extension` raises."""
    with action(actor, REFUSE_EXTENSION, at) as ledger:
        row = found_one(task, actor)
        take(row, Step.REFUSE_EXTENSION)
        asked = _asked(row)
        _answer(asked, Answer.REFUSED, None, typed.text("reason", reason), actor, at)
        tell(ledger, row, request=asked.id, reason=asked.answer_reason)
    return asked


def correct_deadline(task: int, due_on: dt.date | None, reason: str, *, actor: Actor, at: dt.datetime) -> Task:
    """A person sets the day: what the words leave open, or a day that was read wrongly; None takes the deadline away.

    A series has no day of its own but a rule. Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError, SecretTextError.
    """
    with action(actor, CORRECT_DEADLINE, at) as ledger:
        row = found_one(task, actor)
        if row.recurring:
            raise NotTaskError("series")
        take(row, Step.CORRECT_DEADLINE)
        due = Due(cause=Cause.CORRECTED, due_on=typed.day("due_on", due_on), reason=typed.text("reason", reason))
        set_deadlines([(row, due)], actor, at)
        keep([row])
        tell(ledger, row, deadline=told(due))
    return row


def _waiting(task: Task) -> ExtensionRequest | None:
    return ExtensionRequest.objects.waiting().filter(task=task).first()


def _asked(task: Task) -> ExtensionRequest:
    asked = _waiting(task)
    if asked is None:
        raise NotTaskError("request")
    return asked


def _answer(asked: ExtensionRequest, answer: Answer, new: dt.date | None, reason: str, actor: Actor, at: dt.datetime) -> None:
    asked.answer, asked.granted_on = answer, new
    asked.answer_reason = typed.text("reason", reason, needed=False)
    asked.answered_by, asked.answered_at = actor.get_username(), at
    asked.save()
