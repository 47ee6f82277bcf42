"""News of steps: read from the audit chain behind the steps, so that none is missed and none is told that did not happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.models import Entry, Head
from dieuhanh.apps.notices.models import StepNews, ToldUntil
from dieuhanh.apps.notices.permissions import PLAN_REMINDERS
from dieuhanh.apps.notices.urged import People
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.apps.tasks.stepping import TASK
from dieuhanh.domain.telling import NEWS, told_of

OLDEST = dt.timedelta(days=3)  # of a worker that was off; what is older is no news
STRIDE = 1000  # entries without news after which the place in the chain is moved up all the same
BATCH = 500


def tell_steps(*, actor: Actor, at: dt.datetime) -> int:
    """Write a row for each person who is to be told of a step since the last time; how many are new. Two queries where nothing happened.

    Twice, or by two workers at once, writes each once. Raises NotPermittedError.
    """
    until = _until()
    if not _steps(until, at).exists():
        _move_up(until)
        return 0
    with action(actor, PLAN_REMINDERS, at) as ledger:
        until = _until()
        entries = list(_steps(until, at).order_by("sequence"))
        rows = list(_rows(entries, at))
        StepNews.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
        if rows:
            ledger.append("notices.StepNews", str(entries[-1].sequence), {"news": len(rows)})
        ToldUntil.objects.update_or_create(id=1, defaults={"sequence": ledger.sequence})
    return len(rows)


def _until() -> int:
    return ToldUntil.objects.values_list("sequence", flat=True).first() or 0


def _steps(until: int, at: dt.datetime) -> Any:
    return Entry.objects.filter(sequence__gt=until, object_type=TASK, verb__in=list(NEWS), at__gte=at - OLDEST)


def _move_up(until: int) -> None:
    """Entries become visible in the order of their numbers, so behind the head that is seen none can still come."""
    head = Head.objects.values_list("sequence", flat=True).get()
    if head - until > STRIDE and not Entry.objects.filter(sequence__gt=head).exists():
        ToldUntil.objects.update_or_create(id=1, defaults={"sequence": head})


def _rows(entries: Sequence[Entry], at: dt.datetime) -> Iterator[StepNews]:
    """To whom each step goes, by the agencies that its own entry names; in the order of steps, circles and people."""
    people = People()
    there = set(Task.objects.filter(id__in={int(entry.object_key) for entry in entries}).values_list("id", flat=True))
    parts = {entry.payload["part"] for entry in entries if entry.payload.get("part")}
    agencies = dict(Part.objects.filter(id__in=parts, agency__isnull=False).values_list("id", "agency__name"))
    for entry in entries:
        task, said = int(entry.object_key), entry.payload
        if task not in there:
            continue
        reached = {entry.actor}  # who took the step knows
        for told in told_of(entry.verb, *_concerned(said, agencies)):
            for person in people.of_agency(told.agency):
                if person.username not in reached:
                    reached.add(person.username)
                    yield StepNews(
                        key=f"{entry.sequence}/{person.pk}",
                        recipient=person,
                        task_id=task,
                        sequence=entry.sequence,
                        verb=entry.verb,
                        reason=said.get("reason") or "",
                        why=told.why,
                        next_at=at,
                    )


def _concerned(said: dict[str, Any], agencies: dict[int, str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Leads and helpers as the task stood after the step, and who had it until then; where the step was of one part, its agency alone."""
    own = agencies.get(said.get("part") or 0)
    if own:
        return (own,), (), ()
    task = said["task"]
    named = {role: tuple(part["agency"] for part in task["parts"] if part["role"] == role) for role in ("lead", "cooperating")}
    return ((task["lead"],) if task["lead"] else named["lead"]), named["cooperating"], tuple(said.get("released") or ())
