"""A task that was given already passes to other agencies: the new lead has to take it on anew, and a note tells everybody who had it."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.announcing import words_of
from dieuhanh.apps.tasks.models import Answer, ExtensionRequest, Note, NoteKind, Part, PartRole, Task
from dieuhanh.apps.tasks.permissions import REASSIGN
from dieuhanh.apps.tasks.stepping import day_of, found_one, has_subtasks, keep, look_again, roll_up, take, tell
from dieuhanh.apps.webhooks.announcing import announce
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.domain.task_states import State, Step
from dieuhanh.errors import NotTaskError


class Holders(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the task from now on, by the ids of agencies; None leaves the lead, or who helps, as it is."""

    lead: int | None = None
    cooperating: tuple[int, ...] | None = None


class Exchange(msgspec.Struct, frozen=True):
    """Who had the task and who has it: leads, and helpers that come, go and stay."""

    old: Agency
    new: Agency
    coming: list[Agency]
    going: list[Part]
    promoted: list[Part]  # of the new lead, which helped until now

    @property
    def passes(self) -> bool:
        return self.new.id != self.old.id

    @property
    def released(self) -> list[str]:
        """Agencies that have nothing of the task any more."""
        gone = [part.name for part in self.going]
        helps = self.old.id in {agency.id for agency in self.coming}
        return [self.old.name, *gone] if self.passes and not helps else gone

    def words(self) -> str:
        told = [f"Chủ trì: {self.old.name} chuyển cho {self.new.name}"] if self.passes else []
        told += [f"Thêm phối hợp: {'; '.join(agency.name for agency in self.coming)}"] if self.coming else []
        told += [f"Thôi phối hợp: {'; '.join(part.name for part in self.going)}"] if self.going else []
        return ". ".join(told)


def reassign(task: int, new: Holders, reason: str, *, actor: Actor, at: dt.datetime) -> Task:
    """The task of one lead passes to another lead, or gets other helpers; its deadline and sub-tasks stay as they are.

    A new lead begins anew: nothing is accepted or reported yet, and what the old one asked for is answered. A helper that has reported
    cannot go. Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, SecretTextError, and NotTaskError of a collective's task, of
    agencies that are none or named twice, and where nothing changes.
    """
    with action(actor, REASSIGN, at) as ledger:
        row = found_one(task, actor)
        found = _exchange(row, new)
        reason = typed.text("reason", reason)
        take(row, Step.REASSIGN if found.passes else Step.CHANGE_COOPERATING)
        if found.passes:
            _begin_anew(row, found, actor, at)
        keep([row])
        _replace(row, found)
        text = f"{found.words()}. Lý do: {reason}"
        Note.objects.create(task=row, kind=NoteKind.REASSIGNED, text=text, actor=actor.get_username(), at=at)
        tell(ledger, row, released=found.released, said=found.words(), reason=reason)
        if found.passes:
            announce(EventName.TASK_ASSIGNED, words_of(row), ledger)
        roll_up(ledger, [row])
    return row


def _exchange(task: Task, new: Holders) -> Exchange:
    if task.lead is None:
        raise NotTaskError("holders")
    helping = [part for part in task.parts.all() if part.role == PartRole.COOPERATING and part.agency_id is not None]
    lead = task.lead.id if new.lead is None else new.lead
    wanted = [part.agency_id or 0 for part in helping if part.agency_id != lead] if new.cooperating is None else list(new.cooperating)
    agencies = typed.agencies("agencies", [lead, *wanted])
    here = {part.agency_id for part in helping}
    found = Exchange(
        old=task.lead,
        new=agencies[lead],
        coming=[agencies[one] for one in wanted if one not in here],
        going=[part for part in helping if part.agency_id not in wanted and part.agency_id != lead],
        promoted=[part for part in helping if part.agency_id == lead],
    )
    if not (found.passes or found.coming or found.going):
        raise NotTaskError("unchanged")
    if Part.objects.filter(id__in=[part.id for part in found.going], reports__isnull=False).exists():
        raise NotTaskError("cooperating")
    return found


def _begin_anew(task: Task, found: Exchange, actor: Actor, at: dt.datetime) -> None:
    task.lead, task.lead_name = found.new, found.new.name
    task.assigned_on, task.reported_on = day_of(at), None
    if not has_subtasks(task):
        task.progress = 0
    ExtensionRequest.objects.waiting().filter(task=task).update(
        answer=Answer.REFUSED, answer_reason=f"Nhiệm vụ đã chuyển cho {found.new.name}", answered_by=actor.get_username(), answered_at=at
    )


def _replace(task: Task, found: Exchange) -> None:
    """A part of the new lead that has reports stays for them, as when a successor takes over."""
    Part.objects.filter(id__in=[part.id for part in (*found.going, *found.promoted)], reports=None).delete()
    last = max((part.order for part in task.parts.all()), default=-1)
    Part.objects.bulk_create(
        Part(task=task, order=order, role=PartRole.COOPERATING, name=agency.name, agency=agency, state=State.ASSIGNED)
        for order, agency in enumerate(found.coming, last + 1)
    )
    look_again([task])
