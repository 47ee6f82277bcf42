"""Figures that a task has to reach, set and dropped by hand."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.aims import words_of
from dieuhanh.apps.tasks.models import Note, NoteKind, Task, TaskTarget
from dieuhanh.apps.tasks.permissions import DROP_TARGET, SET_TARGET
from dieuhanh.apps.tasks.stepping import found_one, keep, take, tell
from dieuhanh.domain.task_states import State, Step
from dieuhanh.errors import NotTaskError
from dieuhanh.extract.facts import Comparator

MOST_TARGETS = 50  # of one task


class NewTarget(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be reached: "tỷ lệ hộ nghèo", "<=" 5 "%", by "2026", "2026-12-31" or "2026/2030"; `upper` only for a range."""

    subject: str
    value: float
    comparator: Comparator = "="
    upper: float | None = None
    unit: str = ""
    by: str = ""


def set_target(task: int, new: NewTarget, *, actor: Actor, at: dt.datetime) -> TaskTarget:
    """The task has to reach this figure too; a draft that has one by hand stays when its page is drafted again.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError, SecretTextError.
    """
    with action(actor, SET_TARGET, at) as ledger:
        row = found_one(task, actor)
        take(row, Step.SET_TARGET)
        orders = list(row.targets.values_list("order", flat=True))
        if len(orders) >= MOST_TARGETS:
            raise NotTaskError("targets")
        target = _checked(row, new)
        target.order = max(orders, default=-1) + 1
        target.save()
        _by_hand(row)
        tell(ledger, row, target=words_of(target), by=target.by)
    return target


def drop_target(task: int, target: int, reason: str, *, actor: Actor, at: dt.datetime) -> None:
    """The task need not reach it any more. What was measured of it stays in the chain; a note says why. Raises what `set_target` raises."""
    with action(actor, DROP_TARGET, at) as ledger:
        row = found_one(task, actor)
        aim = TaskTarget.objects.filter(task=row, id=target).first()
        if aim is None:
            raise NotTaskError("target")
        reason = typed.text("reason", reason)
        take(row, Step.DROP_TARGET)
        measures = [{"on": on.isoformat(), "value": value} for on, value in aim.measures.values_list("on", "value")]
        words = words_of(aim)
        aim.delete()
        _by_hand(row)
        Note.objects.create(task=row, kind=NoteKind.TARGET, text=f"{words}: {reason}", actor=actor.get_username(), at=at)
        tell(ledger, row, target=words, measures=measures, reason=reason)


def _by_hand(task: Task) -> None:
    """From now on the draft is a person's."""
    if task.state == State.DRAFT:
        task.edited = True
        keep([task])


def _checked(task: Task, new: NewTarget) -> TaskTarget:
    value = typed.number("wanted", new.value)
    upper = None if new.upper is None else typed.number("upper", new.upper)
    if upper is not None and (upper <= value or new.comparator not in ("=", "~")):
        raise NotTaskError("upper")
    return TaskTarget(
        task=task,
        subject=typed.text("subject", new.subject, longest=typed.SHORT),
        comparator=new.comparator,
        value=value,
        upper=upper,
        unit=typed.text("unit", new.unit, longest=typed.SHORT, needed=False),
        by=typed.horizon("by", new.by),
    )
