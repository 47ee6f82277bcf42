"""Lists of tasks: by state, agency, day and document, each filter an address of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from urllib.parse import urlencode

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import QueryDict

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.apps.tasks.stepping import PARTS
from dieuhanh.desk.task_words import Standing, standing
from dieuhanh.domain.task_states import State
from dieuhanh.domain.task_status import NEAR_DAYS

TASKS_A_PAGE = 50
LONGEST_ID = 19  # digits: a larger number is none of a row
Chosen = Callable[[TaskQuerySet, dt.date], TaskQuerySet]
# What may be chosen, by its word in the address; each number of the leader's page opens to one of these.
CHOICES: dict[str, tuple[str, Chosen]] = {
    "dang-mo": ("chưa xong", lambda rows, _: rows.open()),
    "qua-han": ("quá hạn", lambda rows, today: rows.overdue(today)),
    "sap-den-han": ("sắp đến hạn", lambda rows, today: rows.near_due(today, NEAR_DAYS)),
    "trong-han": ("chưa xong, trong hạn", lambda rows, today: rows.in_time(today)),
    "cho-xac-nhan": ("chờ xác nhận", lambda rows, _: rows.waiting_for_confirmation()),
    "xin-gia-han": ("xin gia hạn", lambda rows, _: rows.open().filter(extensions__answer="waiting")),
    "xong-dung-han": ("xong đúng hạn", lambda rows, _: rows.counted().done_in_time()),
    "xong-cham": ("xong chậm", lambda rows, _: rows.counted().done_late()),
    "khong-han": ("chưa xong, không có thời hạn", lambda rows, _: rows.without_deadline()),
    "can-dat-han": ("thời hạn chưa xác định được", lambda rows, _: rows.unresolved_deadline()),
    "tra-lai": ("bị trả lại", lambda rows, _: rows.sent_back()),
    "tu-choi": ("bị từ chối", lambda rows, _: rows.refused()),
    "tam-dung": ("tạm dừng", lambda rows, _: rows.suspended()),
    "dinh-ky": ("định kỳ", lambda rows, _: rows.recurring()),
    "du-thao": ("dự thảo", lambda rows, _: rows.drafts()),
    "khong-giao": ("không giao", lambda rows, _: rows.filter(state=State.DROPPED)),
    "da-huy": ("đã hủy", lambda rows, _: rows.filter(state=State.CANCELLED)),
}


class Wanted(msgspec.Struct, frozen=True):
    """What is looked for; what cannot be understood looks for all."""

    choice: str = ""
    agency: int | None = None
    document: int | None = None
    words: str = ""
    after: dt.date | None = None
    until: dt.date | None = None

    def of(self, rows: TaskQuerySet, today: dt.date) -> TaskQuerySet:
        rows = CHOICES[self.choice][1](rows, today) if self.choice else rows.exclude(state=State.DROPPED)
        if self.agency is not None:
            leads = Task.objects.filter(parts__agency=self.agency, parts__role="lead").values("id")
            rows = rows.filter(Q(lead=self.agency) | Q(id__in=leads))
        rows = rows.filter(document=self.document) if self.document is not None else rows
        rows = rows.filter(Q(title__icontains=self.words) | Q(document_name__icontains=self.words)) if self.words else rows
        rows = rows.filter(due_on__gte=self.after) if self.after else rows
        return rows.filter(due_on__lte=self.until) if self.until else rows

    @property
    def query(self) -> str:
        """The address of the filter, with a closing "&" where it holds anything."""
        said = {
            "tinh-trang": self.choice,
            "co-quan": self.agency,
            "van-ban": self.document,
            "tim": self.words,
            "tu-ngay": self.after,
            "den-ngay": self.until,
        }
        kept = urlencode({name: str(value) for name, value in said.items() if value})
        return f"{kept}&" if kept else ""


class TaskLine(msgspec.Struct, frozen=True):
    """A task in a list: who leads, and how it stands."""

    task: Task
    lead: str
    standing: Standing


class TaskList(msgspec.Struct, frozen=True):
    """A page of tasks, and the agencies that may be chosen."""

    wanted: Wanted
    page: PageOfRows[Task]
    lines: list[TaskLine]
    agencies: list[tuple[int, str]]


def wanted_by(query: QueryDict) -> Wanted:
    """From an address."""
    choice = query.get("tinh-trang", "")
    return Wanted(
        choice=choice if choice in CHOICES else "",
        agency=_id(query.get("co-quan", "")),
        document=_id(query.get("van-ban", "")),
        words=query.get("tim", "").replace("\0", "").strip(),
        after=_day(query.get("tu-ngay", "")),
        until=_day(query.get("den-ngay", "")),
    )


def task_list(wanted: Wanted, number: str, actor: User, today: dt.date) -> TaskList:
    """The earliest deadline first; with a fixed number of queries."""
    rows = _ordered(wanted, actor, today)
    page = Paginator(rows.select_related("lead"), TASKS_A_PAGE).get_page(number)
    leading = Q(id__in=Task.objects.values("lead")) | Q(id__in=Part.objects.leading().values("agency"))
    agencies = list(Agency.objects.filter(leading).order_by("name").values_list("id", "name"))
    return TaskList(wanted, page, lines_of(page, today), agencies)


def rows_of_sheet(wanted: Wanted, actor: User, today: dt.date) -> TaskQuerySet:
    """The same tasks in the same order, with all that a row of a sheet says."""
    return _ordered(wanted, actor, today).select_related("lead").prefetch_related(PARTS)


def _ordered(wanted: Wanted, actor: User, today: dt.date) -> TaskQuerySet:
    return wanted.of(Task.objects.visible_to(actor), today).order_by(F("due_on").asc(nulls_last=True), "id")


def lines_of(tasks: Iterable[Task], today: dt.date) -> list[TaskLine]:
    """Of tasks that come with their leads."""
    return [TaskLine(task, lead_of(task), standing(task, today)) for task in tasks]


def lead_of(task: Task) -> str:
    """Sở Tài chính; Các sở, ban, ngành; what the order says of a lead that no agency is."""
    return task.lead.name if task.lead else task.lead_name or "Chưa có cơ quan chủ trì"


def _id(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and len(said) < LONGEST_ID else None


def _day(said: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return None
