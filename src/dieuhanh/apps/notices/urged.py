"""Tasks as the rules of urging see them, and the people that a reminder goes to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from django.db.models import Prefetch

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.tasks.models import Membership, Part, PartRole, Task
from dieuhanh.domain.task_states import AT_WORK, State
from dieuhanh.domain.urging import Circle, Reminder, UrgedTask

CHUNK = 2000  # tasks in memory at a time
IN_HAND = AT_WORK | {State.REFUSED}
ROLES = {Circle.OFFICE: Role.OFFICER, Circle.LEADERS: Role.LEADER}


def urged(task: Task) -> UrgedTask:
    """Its deadline, and by name the agencies in whose hands it is; no query where `with_parts` read it."""
    parts = [part for part in task.parts.all() if part.agency is not None]
    leading = [part for part in parts if part.role == PartRole.LEAD and part.state in IN_HAND]
    sole = (task.lead.name,) if task.lead is not None and task.state in IN_HAND else ()
    return UrgedTask(
        due_on=task.due_on,
        leading=sole or tuple(_name(part) for part in leading if task.state in IN_HAND | {State.REPORTED}),
        cooperating=tuple(_name(part) for part in parts if part.role == PartRole.COOPERATING and part.state in IN_HAND),
    )


def with_parts(due_until: dt.date) -> Iterator[Task]:
    """Open tasks due until that day, with what `urged` asks for; some queries a chunk."""
    parts = Prefetch("parts", Part.objects.select_related("agency").order_by("order"))
    rows = Task.objects.open().filter(due_on__lte=due_until).select_related("lead").prefetch_related(parts)
    yield from rows.order_by("pk").iterator(chunk_size=CHUNK)


class People:
    """Everybody who can be reminded, read once: three queries."""

    @cached_property
    def _of_agencies(self) -> dict[str, list[User]]:
        found: dict[str, list[User]] = defaultdict(list)
        rows = Membership.objects.filter(user__is_active=True).select_related("user", "agency").order_by("user__username")
        for row in rows:
            found[row.agency.name].append(row.user)
        return found

    @cached_property
    def _of_circles(self) -> dict[Circle, list[User]]:
        return {
            circle: list(User.objects.filter(is_active=True, groups__name=role.value).order_by("username"))
            for circle, role in ROLES.items()
        }

    def reached_by(self, reminder: Reminder) -> Iterable[User]:
        """In the order of their names; nobody where an agency has no people here."""
        return self._of_circles[reminder.circle] if reminder.agency is None else self.of_agency(reminder.agency)

    def of_agency(self, name: str) -> Iterable[User]:
        return self._of_agencies.get(name, [])


def _name(part: Part) -> str:
    return part.agency.name if part.agency else part.name
