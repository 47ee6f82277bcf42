"""From what a person says of tasks to rows: one query for all agencies, whatever the number of tasks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actions import Ledger
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.models import Document
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import Due, answered, asked, set_deadlines, told
from dieuhanh.apps.tasks.models import Cause, Part, PartRole, Task
from dieuhanh.apps.tasks.stepping import TASK_FIELDS, look_again, take, tell_all
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.domain.task_states import State, Step
from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.errors import NotTaskError

Agencies = dict[int, Agency]


def checked(plans: Sequence[Plan]) -> tuple[list[Plan], Agencies]:
    """The plans tidied, and the agencies that they name. Raises NotTaskError, SecretTextError."""
    tidy = [_tidied(plan) for plan in plans]
    for plan in tidy:
        named = _named(plan)
        if len(set(named)) < len(named) or len(named) > typed.MOST_AGENCIES:
            raise NotTaskError("agencies")
    agencies = typed.agencies("agencies", {agency for plan in tidy for agency in _named(plan)})
    documents = {plan.document for plan in tidy if plan.document is not None}
    if Document.objects.filter(id__in=documents).count() < len(documents):
        raise NotTaskError("document")
    return tidy, agencies


def _named(plan: Plan) -> list[int]:
    return [*([plan.lead] if plan.lead is not None else []), *plan.collective, *plan.cooperating]


def _tidied(plan: Plan) -> Plan:
    if plan.lead is not None and plan.collective:
        raise NotTaskError("lead")
    lead_name = typed.text("lead_name", plan.lead_name, longest=typed.LONGEST, needed=bool(plan.collective))
    return Plan(
        title=typed.text("title", plan.title),
        lead=plan.lead,
        lead_name=lead_name,
        collective=plan.collective,
        cooperating=plan.cooperating,
        due_on=typed.day("due_on", plan.due_on),
        due_words=typed.text("due_words", plan.due_words, needed=plan.recurring),
        recurring=plan.recurring,
        document=plan.document,
        document_name=typed.text("document_name", plan.document_name, needed=False),
        issued_on=typed.day("issued_on", plan.issued_on),
    )


def apply(plan: Plan, task: Task, agencies: Agencies) -> None:
    """Let the row say what the plan says, but for its deadline, whose history is kept apart, and its parts."""
    task.title, task.edited = plan.title, True
    task.lead = agencies[plan.lead] if plan.lead is not None else None
    task.lead_name = plan.lead_name or (task.lead.name if task.lead else "")
    task.collective = bool(plan.collective)
    task.due_words, task.recurring = plan.due_words, plan.recurring
    task.document_id, task.document_name, task.issued_on = plan.document, plan.document_name, plan.issued_on


def parts_of(plan: Plan, task: Task, agencies: Agencies, kept: Sequence[Part] = ()) -> Iterable[Part]:
    """The parts that the plan asks for, in its order; behind them what is kept of those that the task had."""
    named = [(PartRole.LEAD, agency, plan.lead_name) for agency in plan.collective]
    named += [(PartRole.COOPERATING, agency, "") for agency in plan.cooperating]
    for order, (role, agency, collective) in enumerate(named):
        yield Part(
            task=task, order=order, role=role, agency=agencies[agency], name=agencies[agency].name, collective=collective, state=State.DRAFT
        )
    for order, part in enumerate(kept, len(named)):
        yield Part(task=task, order=order, role=part.role, name=part.name, state=State.DRAFT)


def named_only(task: Task) -> list[Part]:
    """Who helps under a name that no agency held: the order's words, of which a plan, which names agencies, says nothing."""
    return [part for part in task.parts.all() if part.agency_id is None and part.role == PartRole.COOPERATING]


def replace_parts(parts: Sequence[Part], tasks: Sequence[Task]) -> None:
    """These parts instead of those that the tasks had; three statements."""
    Part.objects.filter(task__in=tasks).delete()
    Part.objects.bulk_create(parts)
    look_again(tasks)


def typed_due(plan: Plan, task: Task, calendar: WorkingCalendar) -> Due | None:
    """The deadline that a person typed, or that the typed words mean; None where the task has it already.

    To be asked before `apply`. Raises NotTaskError where the words of a series do not say what comes back.
    """
    cause = Cause.CORRECTED if task.id else Cause.TYPED
    explanation = asked(plan.due_words, plan.issued_on, calendar) if plan.due_words else None
    if plan.recurring and (explanation is None or explanation.recurrence is None):
        raise NotTaskError("due_words")
    if plan.due_on is not None and not plan.recurring:
        return None if plan.due_on == task.due_on else Due(cause=cause, due_on=plan.due_on)
    if explanation is None:
        return None if task.due_on is None else Due(cause=cause, due_on=None)
    same = (plan.due_words, plan.issued_on, plan.recurring) == (task.due_words, task.issued_on, task.recurring)
    return None if same and task.id and explanation.last_day == task.due_on else answered(cause, explanation)


def write_new(ledger: Ledger, plans: Sequence[Plan], actor: Actor, at: dt.datetime) -> list[Task]:
    """New drafts, a table at a time. Raises NotTaskError, SecretTextError."""
    tidy, agencies = checked(plans)
    tasks = [Task(state=State.DRAFT) for _ in tidy]
    dues = _dues(tasks, tidy)
    for plan, task in zip(tidy, tasks, strict=True):
        apply(plan, task, agencies)
    Task.objects.bulk_create(tasks)
    _write(ledger, list(zip(tasks, tidy, dues, strict=True)), [[] for _ in tasks], agencies, actor, at)
    return tasks


def write_over(ledger: Ledger, plans: Sequence[tuple[Task, Plan]], actor: Actor, at: dt.datetime) -> None:
    """Drafts, or refused tasks, become what their plans say. Raises ForbiddenStepError, NotTaskError, SecretTextError."""
    tasks = [task for task, _ in plans]
    for task in tasks:
        take(task, Step.EDIT_DRAFT)
    tidy, agencies = checked([plan for _, plan in plans])
    dues = _dues(tasks, tidy)
    for plan, task in zip(tidy, tasks, strict=True):
        apply(plan, task, agencies)
    _write(ledger, list(zip(tasks, tidy, dues, strict=True)), [named_only(task) for task in tasks], agencies, actor, at)


def _dues(tasks: Sequence[Task], plans: Sequence[Plan]) -> list[Due | None]:
    calendar = working_calendar()
    return [typed_due(plan, task, calendar) for plan, task in zip(plans, tasks, strict=True)]


def _write(
    ledger: Ledger,
    written: Sequence[tuple[Task, Plan, Due | None]],
    kept: Sequence[Sequence[Part]],
    agencies: Agencies,
    actor: Actor,
    at: dt.datetime,
) -> None:
    """`kept` are the parts of each task that stay beside what its plan says."""
    tasks = [task for task, _, _ in written]
    set_deadlines([(task, due) for task, _, due in written if due], actor, at)
    Task.objects.bulk_update(tasks, TASK_FIELDS)
    both = zip(written, kept, strict=True)
    replace_parts([part for (task, plan, _), stay in both for part in parts_of(plan, task, agencies, stay)], tasks)
    tell_all(ledger, [(task, {"plan": msgspec.to_builtins(plan), "deadline": told(due) if due else None}) for task, plan, due in written])
