"""The office's word on a report: done, or back to the agency."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.announcing import words_of
from dieuhanh.apps.tasks.models import PartRole, Report, Task, Verdict
from dieuhanh.apps.tasks.models.tasks import ALL_DONE
from dieuhanh.apps.tasks.permissions import CONFIRM_DONE, SEND_BACK
from dieuhanh.apps.tasks.stepping import Holder, follow_parts, found_one, holder_of, keep, roll_up, take, tell
from dieuhanh.apps.webhooks.announcing import announce
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.domain.task_states import CLOSED, OPEN, State, Step
from dieuhanh.errors import NotTaskError


def confirm_done(task: int, *, part: int | None = None, note: str = "", actor: Actor, at: dt.datetime) -> Task:
    """The task, or that part of it, is done, on the day on which it was reported. Who cooperated is done with it.

    A task with open sub-tasks is not done. Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError.
    """
    with action(actor, CONFIRM_DONE, at) as ledger:
        row = found_one(task, actor)
        holder = holder_of(row, part, actor, CONFIRM_DONE)
        note = typed.text("note", note, needed=False)
        take(row, Step.CONFIRM_DONE, holder)
        if part is None and Task.objects.filter(parent=row).exclude(state__in=sorted(CLOSED)).exists():
            raise NotTaskError("subtasks")
        _done(holder)
        follow_parts(row)
        if row.state == State.DONE:
            _close_cooperating(row)
        keep([row])
        said = _judge(row, part, Verdict.CONFIRMED, note, actor, at)
        tell(ledger, row, part=part, report=said, note=note)
        announce(EventName.TASK_CONFIRMED, words_of(row), ledger)
        roll_up(ledger, [row])
    return row


def send_back(task: int, reason: str, *, part: int | None = None, actor: Actor, at: dt.datetime) -> Task:
    """The report does not do: the task counts as not done, and its deadline stays. Raises what `confirm_done` raises, SecretTextError."""
    with action(actor, SEND_BACK, at) as ledger:
        row = found_one(task, actor)
        holder = holder_of(row, part, actor, SEND_BACK)
        reason = typed.text("reason", reason)
        take(row, Step.SEND_BACK, holder)
        keep([row])
        said = _judge(row, part, Verdict.SENT_BACK, reason, actor, at)
        tell(ledger, row, part=part, report=said, reason=reason)
    return row


def _done(holder: Holder) -> None:
    holder.done_on, holder.progress = holder.reported_on, ALL_DONE


def _close_cooperating(task: Task) -> None:
    for part in task.parts.all():
        if part.role == PartRole.COOPERATING and part.state in OPEN:
            part.state, part.done_on, part.progress = State.DONE, task.done_on, ALL_DONE


def _judge(task: Task, part: int | None, verdict: Verdict, reason: str, actor: Actor, at: dt.datetime) -> int | None:
    """Put the verdict on the last final report of the task or the part; its id."""
    reports = Report.objects.waiting().filter(task=task, part=part).order_by("-id")
    said = reports.defer("text").first()
    if said is None:
        return None
    said.verdict, said.verdict_reason = verdict, reason
    said.verdict_actor, said.verdict_at = actor.get_username(), at
    said.save(update_fields=["verdict", "verdict_reason", "verdict_actor", "verdict_at"])
    return said.id
