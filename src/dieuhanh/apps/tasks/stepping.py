"""How a task takes a step: found as far as the person may see it, moved by the table, kept in bulk, told to the chain."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.timezone import get_default_timezone

from dieuhanh.apps.audit.actions import Ledger
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.models import Membership, Part, PartRole, Task
from dieuhanh.apps.tasks.permissions import SEE_EVERY_TASK
from dieuhanh.domain.progress import progress_of
from dieuhanh.domain.task_states import State, Step, next_state, state_of_parts
from dieuhanh.errors import NoSuchTaskError, NotPermittedError, NotTaskError

TASK = "tasks.Task"  # what entries of the chain call it
Holder = Task | Part  # who has a state: the task itself, or one agency's part

PARTS = Prefetch("parts", Part.objects.select_related("agency"))
TASK_FIELDS = [
    "title",
    "state",
    "origin",
    "lead",
    "lead_name",
    "collective",
    "document",
    "document_name",
    "issued_on",
    "edited",
    "due_on",
    "due_words",
    "assigned_on",
    "reported_on",
    "done_on",
    "progress",
    "recurring",
    "merged_into",
]
PART_FIELDS = ["state", "progress", "reported_on", "done_on"]


def day_of(at: dt.datetime) -> dt.date:
    """The day in Vietnam at that moment."""
    return at.astimezone(get_default_timezone()).date()


def found(ids: Collection[int], actor: Actor) -> list[Task]:
    """These tasks with their parts, in the order of their ids; three queries at most. Raises NoSuchTaskError."""
    rows = Task.objects.visible_to(actor).filter(id__in=ids).select_related("lead", "parent").prefetch_related(PARTS).order_by("id")
    tasks = list(rows)
    missing = set(ids) - {task.id for task in tasks}
    if missing:
        raise NoSuchTaskError(min(missing))
    return tasks


def found_one(task: int, actor: Actor) -> Task:
    """Raises NoSuchTaskError, whether there is none or it is not theirs."""
    return found([task], actor)[0]


def holder_of(task: Task, part: int | None, actor: Actor, permission: str) -> Holder:
    """Whose step it is: the task's, or that part's. Raises NotTaskError, and NotPermittedError where it is another agency's."""
    holder: Holder | None = task if part is None else next((one for one in task.parts.all() if one.id == part), None)
    if holder is None or (isinstance(holder, Task) and task.collective):
        raise NotTaskError("part")
    require_own([agency_of(holder)], actor, permission)
    return holder


def require_own(agencies: Collection[int], actor: Actor, permission: str) -> None:
    """Raises NotPermittedError where the person works for none of these agencies, unless they see every task."""
    if actor.has_perm(SEE_EVERY_TASK):
        return
    if not Membership.objects.of(actor.get_username()).filter(agency__in=agencies).exists():
        raise NotPermittedError(actor.get_username(), permission)


def agency_of(holder: Holder) -> int:
    """Raises NotTaskError of a part whose name no agency held."""
    agency = holder.lead_id if isinstance(holder, Task) else holder.agency_id
    if agency is None:
        raise NotTaskError("part")
    return agency


def take(task: Task, step: Step, holder: Holder | None = None, *, before: State | None = None) -> None:
    """Move the task, or one part of it, in memory; what follows for the task of a collective follows. Raises ForbiddenStepError."""
    moved = task if holder is None else holder
    moved.state = next_state(State(moved.state), step, before=before)
    follow_parts(task)


def follow_parts(task: Task) -> None:
    """The state of a collective's task is that of its parts together; suspended, cancelled and draft ones have their own."""
    leading = leading_parts(task)
    if not task.collective or not leading or task.state in (State.DRAFT, State.DROPPED, State.SUSPENDED, State.CANCELLED):
        return
    task.state = state_of_parts([State(part.state) for part in leading])
    task.progress = progress_of((1, part.progress) for part in leading if part.state != State.REFUSED) or 0
    reported = [part.reported_on for part in leading if part.reported_on]
    task.reported_on = max(reported, default=None)
    task.done_on = max((part.done_on for part in leading if part.done_on), default=None) if task.state == State.DONE else None


def leading_parts(task: Task) -> list[Part]:
    return [part for part in task.parts.all() if part.role == PartRole.LEAD and part.agency_id is not None]


def leading_agencies(task: Task) -> list[int]:
    """Whoever leads: one agency, or those of a collective."""
    return [agency for agency in (task.lead_id, *(part.agency_id for part in leading_parts(task))) if agency is not None]


def look_again(tasks: Sequence[Task]) -> None:
    """The leads and the parts of these tasks as the database has them now; three queries."""
    for task in tasks:
        cache: dict[str, object] = task.__dict__.setdefault("_prefetched_objects_cache", {})
        cache.pop("parts", None)
    prefetch_related_objects(list(tasks), "lead", PARTS)


def keep(tasks: Sequence[Task]) -> None:
    """Write tasks and their parts; two statements, whatever their number."""
    Task.objects.bulk_update(tasks, TASK_FIELDS)
    parts = [part for task in tasks for part in task.parts.all()]
    if parts:
        Part.objects.bulk_update(parts, PART_FIELDS)


def tell(ledger: Ledger, task: Task, **told: Any) -> None:
    """The entry of a step of one task."""
    tell_all(ledger, [(task, told)])


def tell_all(ledger: Ledger, steps: Sequence[tuple[Task, Mapping[str, Any]]]) -> None:
    """An entry a step: what was said, and where the task and its parts stand now; one query.

    Each names the hash of the entry before it on the same task, so that the history of one task is a chain of its own.
    """
    last = ledger.last_hashes(TASK, [str(task.id) for task, _ in steps])
    for task, told in steps:
        key = str(task.id)
        ledger.append(TASK, key, {**told, "follows": last.get(key), "task": snapshot(task)})


def snapshot(task: Task) -> dict[str, Any]:
    """What the chain keeps of a task at each step; agencies by name, for rows may go."""
    return {
        "state": str(task.state),
        "lead": task.lead.name if task.lead else None,
        "due_on": _iso(task.due_on),
        "reported_on": _iso(task.reported_on),
        "done_on": _iso(task.done_on),
        "progress": task.progress,
        "parts": [
            {
                "role": str(part.role),
                "agency": part.agency.name if part.agency else part.name,
                "state": str(part.state),
                "progress": part.progress,
                "done_on": _iso(part.done_on),
            }
            for part in task.parts.all()
        ],
    }


def roll_up(ledger: Ledger, tasks: Iterable[Task]) -> None:
    """Let the progress of the tasks above these follow from their sub-tasks; four statements a level."""
    parents = {task.parent_id for task in tasks if task.parent_id is not None}
    while parents:
        below: dict[int, list[tuple[int, int]]] = defaultdict(list)
        rows = Task.objects.filter(parent__in=parents).exclude(state__in=[State.CANCELLED, State.DROPPED]).order_by("id")
        for row in rows:
            below[row.parent_id or 0].append((row.weight or 0, row.progress))
        above = Task.objects.filter(id__in=parents).select_related("lead").prefetch_related(PARTS).order_by("id")
        changed = []
        for task in above:
            progress = progress_of(below[task.id])
            if progress is None or progress == task.progress:
                continue
            task.progress = progress
            changed.append(task)
        tell_all(ledger, [(task, {"subtasks": below[task.id]}) for task in changed])
        Task.objects.bulk_update(changed, ["progress"])
        parents = {task.parent_id for task in changed if task.parent_id is not None}


def order_behind(task: Task) -> dict[str, Any]:
    """The document and the words that a task rests on, for another task that rests on them too."""
    fields = ("origin", "document_id", "document_name", "issued_on", "address", "heading", "words", "nth")
    return {field: getattr(task, field) for field in fields}


def has_subtasks(task: Task) -> bool:
    return Task.objects.filter(parent=task).exclude(state__in=[State.CANCELLED, State.DROPPED]).exists()


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
