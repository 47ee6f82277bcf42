"""What waits for a person when they come to the desk: the numbers that matter to their role, each open to its list."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.urls import reverse

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.tasks.models import ExtensionRequest, Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.apps.tasks.permissions import ACCEPT, CONFIRM_DONE, DRAFT_TASKS, SEE_EVERY_TASK
from dieuhanh.desk.task_list import CHOICES
from dieuhanh.desk.task_sections import own_tasks

OFFICE = ("cho-xac-nhan", "tu-choi", "can-dat-han", "sap-den-han", "qua-han")
AGENCY = ("qua-han", "sap-den-han", "tra-lai", "cho-xac-nhan", "trong-han")
URGENT = frozenset({"qua-han"})


class HomeCount(msgspec.Struct, frozen=True):
    """A number, what it counts, the list that it opens to."""

    label: str
    number: int
    url: str
    late: bool = False


def home_counts(user: User, today: dt.date) -> list[HomeCount]:
    """With a fixed number of queries for each role."""
    if user.has_perm(SEE_EVERY_TASK):
        return _of_the_office(user, today)
    if user.has_perm(ACCEPT):
        agencies, rows = own_tasks(user.username)
        mine = reverse("desk:mine")
        return [_count(rows, choice, today, f"{mine}#{choice}") for choice in AGENCY] if agencies else []
    return []


def _of_the_office(user: User, today: dt.date) -> list[HomeCount]:
    rows, listed = Task.objects.all(), reverse("desk:tasks")
    counts = []
    if user.has_perm(DRAFT_TASKS):
        counts.append(HomeCount("dự thảo chưa giao", rows.drafts().count(), f"{listed}?tinh-trang=du-thao"))
    if user.has_perm(CONFIRM_DONE):
        asked = ExtensionRequest.objects.waiting().count()
        counts.append(HomeCount("xin gia hạn", asked, f"{listed}?tinh-trang=xin-gia-han"))
    return counts + [_count(rows, choice, today, f"{listed}?tinh-trang={choice}") for choice in OFFICE]


def _count(rows: TaskQuerySet, choice: str, today: dt.date, url: str) -> HomeCount:
    label, chosen = CHOICES[choice]
    return HomeCount(label, chosen(rows, today).count(), url, choice in URGENT)
