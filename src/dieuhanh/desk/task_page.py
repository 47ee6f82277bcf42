"""One task as its people see it: the words behind it, deadlines with their steps, reports, requests, reminders, history, acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from django.db.models import Prefetch, QuerySet

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.documents.models import Source
from dieuhanh.apps.notices.upcoming import Upcoming, upcoming_reminders
from dieuhanh.apps.tasks.models import Attachment, ExtensionRequest, Membership, Part, PartRole, Report, Task, TaskDeadline
from dieuhanh.apps.tasks.permissions import ADD_SUBTASKS, SEE_EVERY_TASK
from dieuhanh.apps.tasks.stepping import PARTS, TASK
from dieuhanh.desk.audit_page import named_acts
from dieuhanh.desk.targets import TargetView, targets_of
from dieuhanh.desk.task_acts import ACTS, Act, is_open, parts_for
from dieuhanh.desk.task_fields import agency_names
from dieuhanh.desk.task_forms import ActForm
from dieuhanh.desk.task_list import TaskLine, lines_of
from dieuhanh.desk.task_words import Standing, standing
from dieuhanh.domain.task_states import LABELS, State, Step, steps_from

FIRST_REMINDERS = 5
LAST_OCCURRENCES = 12


class OpenAct(msgspec.Struct, frozen=True):
    """An act that this person may take now, with its form; `failed` where it was just sent and refused."""

    act: Act
    form: Any
    failed: bool


class Told(msgspec.Struct, frozen=True):
    """One entry of the history."""

    act: str
    entry: Entry


class PartLine(msgspec.Struct, frozen=True):
    """One agency beside the single lead, with its state as people call it."""

    part: Part
    name: str
    state: str


class TaskPage(msgspec.Struct, frozen=True):
    """All that the template shows."""

    task: Task
    standing: Standing
    parent: Task | None  # as far as the person may see it
    subtasks: list[TaskLine]
    occurrences: list[TaskLine]  # the last ones of a series
    targets: list[TargetView]
    leading: list[PartLine]
    cooperating: list[PartLine]
    deadlines: Sequence[TaskDeadline]
    reports: Sequence[Report]
    extensions: Sequence[ExtensionRequest]
    reminders: list[Upcoming]
    history: list[Told]
    source: Source | None
    acts: list[OpenAct]
    names: list[str]  # of agencies, where an act asks for some
    may_edit: bool
    may_split: bool
    may_divide: bool

    @property
    def weight(self) -> int:
        """Of all sub-tasks that count."""
        return sum(line.task.weight or 0 for line in self.subtasks)


def visible_task(number: int, actor: User) -> Task | None:
    """The task with its parts as far as the person may see it; None of a foreign one as of none."""
    rows = Task.objects.visible_to(actor).filter(id=number).select_related("lead", "parent", "series", "merged_into", "document")
    return rows.prefetch_related(PARTS).first()


def own_agencies(actor: User) -> set[int] | None:
    """The agencies that the person works for; None where they see every task."""
    if actor.has_perm(SEE_EVERY_TASK):
        return None
    return set(Membership.objects.of(actor.get_username()).values_list("agency", flat=True))


def task_page(task: Task, actor: User, today: dt.date, sent: tuple[Act, ActForm] | None = None) -> TaskPage:
    """With a fixed number of queries; `sent` is the form of an act that was refused, shown with what was typed."""
    extensions = list(ExtensionRequest.objects.filter(task=task).select_related("agency").order_by("-id"))
    own, state = own_agencies(actor), State(task.state)
    asked = any(one.answer == "waiting" for one in extensions)
    permitted = [act for act in ACTS if actor.has_perm(act.permission) and is_open(act, task, own, asked=asked)]
    if sent and sent[0] not in permitted:
        permitted.append(sent[0])
    attachments = Prefetch("attachments", Attachment.objects.listed())
    reports = Report.objects.filter(task=task).select_related("agency").prefetch_related(attachments).order_by("-id")
    names = named_acts()
    entries = Entry.objects.filter(object_type=TASK, object_key=str(task.id)).order_by("-sequence")
    editable = Step.EDIT_DRAFT in steps_from(state)
    below = Task.objects.filter(parent=task).exclude(state__in=[State.CANCELLED, State.DROPPED]).select_related("lead").order_by("id")
    return TaskPage(
        task=task,
        standing=standing(task, today),
        parent=Task.objects.visible_to(actor).filter(id=task.parent_id).first() if task.parent_id else None,
        subtasks=lines_of(below, today),
        occurrences=lines_of(_occurrences(task, actor), today) if task.recurring else [],
        targets=targets_of(task),
        leading=_lines(task, PartRole.LEAD),
        cooperating=_lines(task, PartRole.COOPERATING),
        deadlines=list(task.deadlines.order_by("-number")),
        reports=list(reports),
        extensions=extensions,
        reminders=upcoming_reminders(task, today)[:FIRST_REMINDERS],
        history=[Told(names.get(entry.verb, entry.verb), entry) for entry in entries],
        source=Source.objects.filter(address=task.address).first() if task.address else None,
        acts=[_open(act, task, own, sent) for act in permitted],
        names=agency_names(today) if any(act.step is Step.REASSIGN for act in permitted) else [],
        may_edit=editable and actor.has_perm("tasks.edit_draft"),
        may_split=state is State.DRAFT and actor.has_perm("tasks.split_draft"),
        may_divide=actor.has_perm(ADD_SUBTASKS) and _can_be_divided(task, own),
    )


def _can_be_divided(task: Task, own: set[int] | None) -> bool:
    """Whether its state permits it; a collective's task has its parts instead."""
    leads = task.lead_id is not None and (own is None or task.lead_id in own)
    return leads and Step.ADD_SUBTASKS in steps_from(State(task.state))


def _occurrences(task: Task, actor: User) -> QuerySet[Task]:
    rows = Task.objects.visible_to(actor).filter(series=task).select_related("lead")
    return rows.order_by("-occurs_on", "-id")[:LAST_OCCURRENCES]


def form_of(act: Act, task: Task, own: set[int] | None, data: Any = None, files: Any = None) -> ActForm:
    return act.form(data, files, parts=parts_for(act, task, own), task=task, prefix=act.slug)


def _open(act: Act, task: Task, own: set[int] | None, sent: tuple[Act, ActForm] | None) -> OpenAct:
    failed = sent is not None and sent[0] is act
    return OpenAct(act, sent[1] if sent and failed else form_of(act, task, own), failed)


def _lines(task: Task, role: PartRole) -> list[PartLine]:
    parts = [part for part in task.parts.all() if part.role == role]
    return [PartLine(part, part.agency.name if part.agency else part.name, LABELS[State(part.state)]) for part in parts]
