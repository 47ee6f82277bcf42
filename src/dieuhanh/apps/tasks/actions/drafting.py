"""From the orders of pages to drafts of tasks. Drafting a page again makes nothing twice, and leaves what people touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.tasks.drafted import Draft, drafts_of
from dieuhanh.apps.tasks.due import current_deadlines, set_deadlines
from dieuhanh.apps.tasks.models import Note, NoteKind, Part, Task, TaskTarget
from dieuhanh.apps.tasks.permissions import DRAFT_TASKS
from dieuhanh.apps.tasks.planning import replace_parts
from dieuhanh.apps.tasks.redrafting import Matched, match, says_the_same
from dieuhanh.apps.tasks.stepping import TASK_FIELDS, day_of, take, tell_all
from dieuhanh.domain.task_states import State, Step
from dieuhanh.errors import PageChangedError

GONE = "Trang không còn nêu việc này."


class Drafted(msgspec.Struct, frozen=True):
    """What drafting did, as ids of tasks: new, said anew by the page, dropped because the page no longer says them; and what was kept."""

    made: tuple[int, ...]
    refreshed: tuple[int, ...]
    dropped: tuple[int, ...]
    kept: int


def draft_tasks_of(addresses: Sequence[str], *, actor: Actor, at: dt.datetime) -> Drafted:
    """Drafts for the orders of the current pages of these addresses, all or none; a fixed number of statements.

    A draft that nobody touched follows its page; one that a person edited, and every task beyond a draft, stays as it is.
    Raises NotPermittedError, PageChangedError where an address is not in the register.
    """
    with action(actor, DRAFT_TASKS, at) as ledger:
        pages = list(Page.objects.current().filter(source__address__in=addresses).select_related("source", "digest").order_by("id"))
        if len(pages) < len(set(addresses)):
            raise PageChangedError
        matched = match(pages, drafts_of(pages, day_of(at)))
        made = [(_new(page.source.address), draft) for page, draft in matched.new]
        deadlines = current_deadlines(_tasks(matched.known))
        changed = [(t, draft) for t, draft in matched.known if _follows(t) and not says_the_same(t, draft, deadlines.get(t.id))]
        _write(made, changed, actor, at)
        _relink(matched)
        dropped = [task for task in matched.gone if _follows(task)]
        _drop(dropped, actor, at)
        said = [(task, {"draft": _told(draft)}) for task, draft in (*made, *changed)]
        tell_all(ledger, [*said, *((task, {"reason": GONE}) for task in dropped)])
    ids, again = tuple(task.id for task, _ in made), tuple(task.id for task, _ in changed)
    return Drafted(ids, again, tuple(task.id for task in dropped), len(matched.known) - len(changed))


def _follows(task: Task) -> bool:
    """Whether a task is still what the machine made of the page."""
    return task.state == State.DRAFT and not task.edited


def _new(address: str) -> Task:
    return Task(state=State.DRAFT, address=address)


def _write(made: Sequence[tuple[Task, Draft]], changed: Sequence[tuple[Task, Draft]], actor: Actor, at: dt.datetime) -> None:
    """New rows and changed ones, a table at a time."""
    both = [*made, *changed]
    for task, draft in both:
        _apply(draft, task)
    Task.objects.bulk_create(_tasks(made))
    Task.objects.bulk_update(_tasks(changed), [*TASK_FIELDS, *PLACE])
    set_deadlines([(task, draft.due) for task, draft in both if draft.due], actor, at)
    for task, draft in both:
        task.due_on = draft.due.due_on if draft.due else None
    Task.objects.bulk_update(_tasks(both), ["due_on"])
    replace_parts([part for task, draft in both for part in _parts(task, draft)], _tasks(both))
    TaskTarget.objects.filter(task__in=_tasks(changed)).delete()
    TaskTarget.objects.bulk_create(target for task, draft in both for target in _targets(task, draft))


PLACE = ["heading", "words", "nth", "place_key"]


def _apply(draft: Draft, task: Task) -> None:
    task.heading, task.words, task.nth, task.place_key = draft.place.heading, draft.place.words, draft.place.nth, draft.key
    task.title, task.origin = draft.title, draft.origin
    task.lead_id, task.lead_name, task.collective = draft.lead, draft.lead_name, draft.collective
    task.document_id, task.document_name, task.issued_on = draft.document, draft.document_name, draft.issued_on
    task.due_words, task.recurring = draft.due_words, draft.recurring


def _parts(task: Task, draft: Draft) -> Iterable[Part]:
    for order, (role, name, agency, collective) in enumerate(draft.parts):
        yield Part(task=task, order=order, role=role, name=name, agency_id=agency, collective=collective, state=State.DRAFT)


def _targets(task: Task, draft: Draft) -> Iterable[TaskTarget]:
    for order, target in enumerate(draft.targets):
        yield TaskTarget(
            task=task,
            order=order,
            subject=target.subject,
            comparator=target.comparator,
            value=target.value,
            upper=target.upper,
            unit=target.unit,
            by=target.by or "",
        )


def _relink(matched: Matched) -> None:
    """The register may have made its rows anew: every task of the page points at today's row of its document, and at its words."""
    moved = []
    for task, draft in matched.known:
        if (task.document_id, task.place_key) != (draft.document, draft.key) and (draft.document or task.place_key != draft.key):
            task.document_id, task.place_key = draft.document or task.document_id, draft.key
            moved.append(task)
    Task.objects.bulk_update(moved, ["document", "place_key"])


def _drop(tasks: Sequence[Task], actor: Actor, at: dt.datetime) -> None:
    for task in tasks:
        take(task, Step.DROP_DRAFT)
    Task.objects.bulk_update(tasks, ["state"])
    name = actor.get_username()
    Note.objects.bulk_create(Note(task=task, kind=NoteKind.DROPPED, text=GONE, actor=name, at=at) for task in tasks)


def _tasks(pairs: Sequence[tuple[Task, Draft]]) -> list[Task]:
    return [task for task, _ in pairs]


def _told(draft: Draft) -> dict[str, object]:
    """What the chain keeps of a draft: what it says and the words that it rests on, without the numbers of rows."""
    kept: dict[str, object] = msgspec.to_builtins(draft)
    return {name: said for name, said in kept.items() if name not in ("span", "document", "lead", "parts") and said not in (None, "", [])}
