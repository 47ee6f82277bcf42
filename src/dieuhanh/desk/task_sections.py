"""Pages of tasks in sections: what an agency has to do, what waits for the office. Each section is the beginning of a list."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import msgspec
from django.db.models import F, Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models import ExtensionRequest, Membership, Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.desk.task_list import CHOICES, TaskLine, lines_of

SHOWN = 20  # of a section; the list has them all
MINE = ("qua-han", "sap-den-han", "tra-lai", "cho-xac-nhan", "trong-han")
OFFICE = ("cho-xac-nhan", "tu-choi", "can-dat-han", "qua-han")


class Section(msgspec.Struct, frozen=True):
    """Tasks of one kind: how many, the first of them, and the address of the list where it has them all."""

    choice: str
    label: str
    number: int
    lines: list[TaskLine]
    query: str


def sections(rows: TaskQuerySet, choices: tuple[str, ...], today: dt.date) -> list[Section]:
    """The earliest deadline first; two queries a section."""
    return [_section(rows, choice, today) for choice in choices]


def _section(rows: TaskQuerySet, choice: str, today: dt.date) -> Section:
    label, chosen = CHOICES[choice]
    found = chosen(rows, today)
    first = found.select_related("lead").order_by(F("due_on").asc(nulls_last=True), "id")[:SHOWN]
    return Section(choice, label, found.count(), lines_of(first, today), urlencode({"tinh-trang": choice}))


def own_tasks(username: str) -> tuple[list[Agency], TaskQuerySet]:
    """The agencies that a person works for, and the assigned tasks that these lead."""
    agencies = list(Agency.objects.filter(memberships__in=Membership.objects.of(username)).order_by("name"))
    leading = Task.objects.filter(parts__agency__in=agencies, parts__role="lead").values("id")
    return agencies, Task.objects.assigned().filter(Q(lead__in=agencies) | Q(id__in=leading))


def cooperating(agencies: list[Agency], today: dt.date) -> list[TaskLine]:
    """Open tasks of others in which these agencies help."""
    helped = Task.objects.filter(parts__agency__in=agencies, parts__role="cooperating").values("id")
    rows = Task.objects.open().filter(id__in=helped).select_related("lead")
    return lines_of(rows.order_by(F("due_on").asc(nulls_last=True), "id")[:SHOWN], today)


def requests_for_time() -> list[ExtensionRequest]:
    """That nobody has answered, the oldest first."""
    return list(ExtensionRequest.objects.waiting().select_related("task", "agency").order_by("id")[:SHOWN])
