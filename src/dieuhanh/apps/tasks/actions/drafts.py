"""What an officer does with drafts before they are assigned: edit, merge, split, drop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import Due, set_deadlines
from dieuhanh.apps.tasks.models import Cause, Note, NoteKind, Part, PartRole, Task
from dieuhanh.apps.tasks.permissions import DROP_DRAFT, EDIT_DRAFT, MERGE_DRAFTS, SPLIT_DRAFT
from dieuhanh.apps.tasks.planning import apply, checked, named_only, parts_of, replace_parts, typed_due, write_over
from dieuhanh.apps.tasks.stepping import TASK_FIELDS, found, found_one, keep, order_behind, take, tell, tell_all
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.domain.task_states import State, Step
from dieuhanh.errors import NotTaskError


def edit_draft(task: int, plan: Plan, *, actor: Actor, at: dt.datetime) -> Task:
    """The draft, or the refused task, becomes what the plan says; drafting its page again leaves it so.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError, SecretTextError.
    """
    with action(actor, EDIT_DRAFT, at) as ledger:
        row = found_one(task, actor)
        write_over(ledger, [(row, plan)], actor, at)
    return row


def merge_drafts(tasks: Sequence[int], *, actor: Actor, at: dt.datetime) -> Task:
    """The first of these drafts takes the others in: their words below its own, their agencies beside its own; they are dropped.

    The leads of the others cooperate. The earliest deadline holds. Raises what `edit_draft` raises.
    """
    if len(set(tasks)) < 2:
        raise NotTaskError("tasks")
    with action(actor, MERGE_DRAFTS, at) as ledger:
        by_id = {row.id: row for row in found(tasks, actor)}
        first, *others = (by_id[task] for task in dict.fromkeys(tasks))
        take(first, Step.EDIT_DRAFT)
        for other in others:
            take(other, Step.DROP_DRAFT)
            other.merged_into = first
        first.title = typed.text("title", "\n".join(dict.fromkeys(row.title for row in (first, *others))))
        first.edited = True
        earliest = min((row.due_on for row in (first, *others) if row.due_on), default=None)
        if earliest != first.due_on:
            set_deadlines(
                [(first, Due(cause=Cause.CORRECTED, due_on=earliest, reason="thời hạn sớm nhất của các dự thảo được gộp"))], actor, at
            )
        parts = _joined(first, others)
        _note(others, f"Đã gộp vào nhiệm vụ số {first.id}", NoteKind.MERGED, actor, at)
        keep([first, *others])
        replace_parts(parts, [first])
        told = {"first": first.id, "others": [other.id for other in others], "title": first.title}
        tell_all(ledger, [(row, told) for row in (first, *others)])
    return first


def split_draft(task: int, plans: Sequence[Plan], *, actor: Actor, at: dt.datetime) -> list[Task]:
    """The draft becomes what the first plan says, and a new draft on the same words begins for each of the others.

    Raises what `edit_draft` raises.
    """
    if len(plans) < 2:
        raise NotTaskError("plans")
    with action(actor, SPLIT_DRAFT, at) as ledger:
        row = found_one(task, actor)
        if row.state != State.DRAFT:
            take(row, Step.DROP_DRAFT)  # says why not
        plans, agencies = checked(plans)
        rows = [row, *(_beside(row) for _ in plans[1:])]
        calendar = working_calendar()
        dues = [typed_due(plan, one, calendar) for plan, one in zip(plans, rows, strict=True)]
        for plan, one in zip(plans, rows, strict=True):
            apply(plan, one, agencies)
        Task.objects.bulk_create(rows[1:])
        set_deadlines([(one, due) for one, due in zip(rows, dues, strict=True) if due], actor, at)
        Task.objects.bulk_update(rows, TASK_FIELDS)
        stay = [named_only(row), *([] for _ in plans[1:])]
        parts = [part for plan, one, kept in zip(plans, rows, stay, strict=True) for part in parts_of(plan, one, agencies, kept)]
        replace_parts(parts, rows)
        into = [piece.id for piece in rows]
        told = [{"split": row.id, "into": into, "plan": msgspec.to_builtins(plan)} for plan in plans]
        tell_all(ledger, list(zip(rows, told, strict=True)))
    return rows


def drop_draft(task: int, reason: str, *, actor: Actor, at: dt.datetime) -> Task:
    """Nothing is assigned for these words, and drafting the page again does not bring them back. Raises what `edit_draft` raises."""
    with action(actor, DROP_DRAFT, at) as ledger:
        row = found_one(task, actor)
        reason = typed.text("reason", reason)
        take(row, Step.DROP_DRAFT)
        _note([row], reason, NoteKind.DROPPED, actor, at)
        keep([row])
        tell(ledger, row, reason=reason)
    return row


def _beside(task: Task) -> Task:
    """A new draft on the same words."""
    return Task(state=State.DRAFT, **order_behind(task))


def _joined(first: Task, others: Sequence[Task]) -> list[Part]:
    """The parts of the first and, as cooperating, every other agency of the drafts that it takes in."""
    own = list(first.parts.all())
    taken: set[int | str | None] = {first.lead_id, *(part.agency_id or part.name for part in own)}
    joined = [Part(role=part.role, name=part.name, agency=part.agency, collective=part.collective) for part in own]
    for other in others:
        leads = [(other.lead, other.lead_name)] if other.lead else []
        for agency, name in [*leads, *((part.agency, part.name) for part in other.parts.all())]:
            who: int | str = agency.id if agency else name
            if who in taken:
                continue
            taken.add(who)
            joined.append(Part(role=PartRole.COOPERATING, name=name or str(agency), agency=agency))
    for order, part in enumerate(joined):
        part.task, part.order, part.state = first, order, State.DRAFT
    return joined


def _note(tasks: Sequence[Task], text: str, kind: NoteKind, actor: Actor, at: dt.datetime) -> None:
    Note.objects.bulk_create(Note(task=task, kind=kind, text=text, actor=actor.get_username(), at=at) for task in tasks)
