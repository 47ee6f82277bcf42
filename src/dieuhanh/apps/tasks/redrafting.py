"""Which task is which order of a page that is drafted again: by the order's key, else by its words where they were cut otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.tasks.drafted import Draft, NamedPart
from dieuhanh.apps.tasks.models import Task, TaskDeadline, TaskTarget
from dieuhanh.apps.tasks.stepping import PARTS
from dieuhanh.domain.rulings import Place, locate
from dieuhanh.extract import facts
from dieuhanh.extract.facts import Digest


class Matched(msgspec.Struct, frozen=True):
    """Orders that no task is of, tasks with the orders that they are of, and drafted tasks whose order is no longer there."""

    new: list[tuple[Page, Draft]]
    known: list[tuple[Task, Draft]]
    gone: list[Task]


def match(pages: Sequence[Page], drafts: Mapping[int, tuple[Digest, list[Draft]]]) -> Matched:
    """Put the tasks that were drafted from these pages beside their orders; three queries."""
    tasks: dict[str, dict[str, Task]] = defaultdict(dict)
    rows = Task.objects.filter(address__in=[page.source.address for page in pages], place_key__isnull=False)
    for task in rows.select_related("lead").prefetch_related(PARTS, "targets").order_by("id"):
        tasks[task.address][task.place_key or ""] = task
    matched = Matched([], [], [])
    for page in pages:
        digest, found = drafts.get(page.id, (None, []))
        here = tasks[page.source.address]
        orphans = [task for key, task in here.items() if key not in {draft.key for draft in found}]
        for draft in found:
            known = here.get(draft.key) or (_adopted(draft, orphans, digest) if digest else None)
            if known is None:
                matched.new.append((page, draft))
            else:
                matched.known.append((known, draft))
        matched.gone.extend(orphans)
    return matched


def _adopted(draft: Draft, orphans: list[Task], digest: Digest) -> Task | None:
    """The task whose words share some with the order's, which a newer reader may have cut longer or shorter; it is an orphan no more."""
    for task in orphans:
        at = locate(digest, Place(task.heading, task.words, task.nth))
        if at is not None and at[1][0] < draft.span[1] and draft.span[0] < at[1][1]:
            orphans.remove(task)
            return task
    return None


def says_the_same(task: Task, draft: Draft, deadline: TaskDeadline | None) -> bool:
    """Whether the row of an untouched draft is what its page says now."""
    row = (
        task.place_key,
        task.title,
        task.origin,
        task.lead_id,
        task.lead_name,
        task.collective,
        task.document_name,
        task.issued_on,
        task.due_words,
        task.recurring,
        task.due_on,
        _question(deadline),
        _parts(task),
        tuple(_target(row) for row in task.targets.all()),
    )
    due = draft.due
    page = (
        draft.key,
        draft.title,
        draft.origin,
        draft.lead,
        draft.lead_name,
        draft.collective,
        draft.document_name,
        draft.issued_on,
        draft.due_words,
        draft.recurring,
        due.due_on if due else None,
        (due.words, due.issued_on) if due else None,
        draft.parts,
        tuple(msgspec.structs.replace(target, span=(0, 0)) for target in draft.targets),
    )
    return row == page


def _question(deadline: TaskDeadline | None) -> tuple[str, object] | None:
    return (deadline.words, deadline.issued_on) if deadline else None


def _parts(task: Task) -> tuple[NamedPart, ...]:
    return tuple((part.role, part.name, part.agency_id, part.collective) for part in task.parts.all())


def _target(row: TaskTarget) -> facts.Target:
    return facts.Target(row.subject, row.comparator, row.value, row.upper, row.unit, row.by or None, (0, 0))  # type: ignore[arg-type]
