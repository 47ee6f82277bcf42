"""Open tasks of agencies that are no more pass to their successors, with a note that everybody sees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import msgspec
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.heirs import Heirs, heirs_on
from dieuhanh.apps.tasks.models import Note, NoteKind, Part, PartRole, Task
from dieuhanh.apps.tasks.permissions import PASS_TO_SUCCESSORS
from dieuhanh.apps.tasks.stepping import PARTS, follow_parts, look_again, tell_all
from dieuhanh.text.days import written_day

CHUNK = 500  # tasks in memory at a time


class Passing(msgspec.Struct):
    """What passes of one task: the notes that say it, and the parts of agencies that the task has already."""

    task: Task
    notes: list[str]
    gone: list[Part]


def pass_to_successors(today: dt.date, *, actor: Actor, at: dt.datetime) -> int:
    """Let whoever alone took over from an ended agency have its open tasks and parts; how many tasks got a note of it.

    Where several took over (a district's communes), or nobody, none is guessed: the task stays, with a note that a person has to
    assign it anew. Doing it again changes nothing. Raises NotPermittedError.
    """
    with action(actor, PASS_TO_SUCCESSORS, at) as ledger:
        heirs = heirs_on(today)
        noted, last = 0, 0
        while tasks := _concerned(heirs, last):
            last = tasks[-1].id
            known = set(Note.objects.filter(task__in=tasks, kind=NoteKind.SUCCESSION).values_list("task", "text"))
            passings = [_passing(task, heirs) for task in tasks]
            for one in passings:
                one.notes = [text for text in one.notes if (one.task.id, text) not in known]
            passings = [one for one in passings if one.notes]
            _keep(passings, actor, at)
            tell_all(ledger, [(one.task, {"notes": one.notes}) for one in passings])
            noted += len(passings)
    return noted


def _concerned(heirs: Heirs, after: int) -> list[Task]:
    """Open tasks in which an ended agency leads or has a part."""
    with_part = Part.objects.filter(agency__in=heirs).values("task")
    rows = Task.objects.pending().filter(Q(lead__in=heirs) | Q(id__in=with_part), id__gt=after)
    return list(rows.select_related("lead").prefetch_related(PARTS).order_by("id")[:CHUNK])


def _passing(task: Task, heirs: Heirs) -> Passing:
    """Change the task and its parts in memory."""
    passing = Passing(task, [], [])
    if task.lead is not None and task.lead.id in heirs:
        ended, found = task.lead, heirs[task.lead.id]
        task.lead = _only(found) or ended
        passing.notes.append(_said(ended, found, PartRole.LEAD))
    taken = {task.lead_id} | {part.agency_id for part in task.parts.all() if part.agency_id not in heirs}
    for part in task.parts.all():
        if part.agency is not None and part.agency.id in heirs:
            ended, found = part.agency, heirs[part.agency.id]
            passing.notes.append(_said(ended, found, PartRole(part.role)))
            heir = _only(found)
            if heir is not None and heir.id in taken:
                passing.gone.append(part)
            elif heir is not None:
                part.agency, part.name = heir, heir.name
                taken.add(heir.id)
        elif part.agency_id is not None and part.agency_id == task.lead_id:
            passing.gone.append(part)  # it leads now
    return passing


def _only(agencies: Collection[Agency]) -> Agency | None:
    return next(iter(agencies)) if len(agencies) == 1 else None


def _said(ended: Agency, heirs: Collection[Agency], role: PartRole) -> str:
    last = f" (hết ngày {written_day(ended.valid_to)})" if ended.valid_to else ""
    heir = _only(heirs)
    if heir is not None:
        return f"{ended.name} kết thúc hoạt động{last}; vai trò {role.label} chuyển cho {heir.name}."
    many = f"có {len(heirs)} cơ quan kế thừa" if heirs else "chưa rõ cơ quan kế thừa"
    return f"{ended.name} kết thúc hoạt động{last}; {many}, cần giao lại vai trò {role.label}."


def _keep(passings: list[Passing], actor: Actor, at: dt.datetime) -> None:
    """Parts that go, go first, so that no agency has two in between; a part with reports stays for them."""
    tasks = [one.task for one in passings]
    gone = {part.id for one in passings for part in one.gone}
    Part.objects.filter(id__in=gone, reports=None).delete()
    Part.objects.bulk_update([part for task in tasks for part in task.parts.all() if part.id not in gone], ["agency", "name"])
    Task.objects.bulk_update(tasks, ["lead"])
    look_again(tasks)
    for task in tasks:
        follow_parts(task)
    Task.objects.bulk_update(tasks, ["state", "progress", "reported_on", "done_on"])
    name = actor.get_username()
    Note.objects.bulk_create(
        Note(task=one.task, kind=NoteKind.SUCCESSION, text=text, actor=name, at=at) for one in passings for text in one.notes
    )
