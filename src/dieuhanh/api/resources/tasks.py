"""Tasks: the list, and one, as far as the person may see them."""

from __future__ import annotations

from typing import Annotated, Literal

from django.db.models import Q
from django.utils.timezone import localdate
from ninja import Path, Query
from pydantic import Field

from dieuhanh.api.parameters import Day, Id, Paging, Words
from dieuhanh.api.resource import Resource
from dieuhanh.api.shapes.listing import Listing, listed
from dieuhanh.api.shapes.tasks import TaskRow, TaskWhole, task_rows, task_whole
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models import PartRole, Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.apps.tasks.stepping import PARTS, found_one
from dieuhanh.domain.task_states import State
from dieuhanh.domain.task_status import NEAR_DAYS

TAG = "Nhiệm vụ"
Chosen = Literal[
    "open",
    "overdue",
    "near_due",
    "in_time",
    "waiting",
    "done_in_time",
    "done_late",
    "without_deadline",
    "suspended",
    "refused",
    "recurring",
]


class TaskFilter(Paging):
    """Which tasks."""

    state: Annotated[State | None, Field(description="Ở trạng thái này.")] = None
    counted: Annotated[Chosen | None, Field(description="Được tính là: chưa xong, quá hạn, sắp đến hạn, xong đúng hạn…")] = None
    agency: Annotated[Words | None, Field(description="Có cơ quan này: tên, tên viết tắt hoặc tên trong địa chỉ.")] = None
    role: Annotated[Literal["lead", "cooperating"] | None, Field(description="Vai của cơ quan ấy: chủ trì hay phối hợp.")] = None
    document: Annotated[Id | None, Field(description="Do văn bản có mã này giao.")] = None
    due_from: Annotated[Day | None, Field(description="Có thời hạn từ ngày này.")] = None
    due_to: Annotated[Day | None, Field(description="Có thời hạn đến hết ngày này.")] = None


def list_tasks(asked: Query[TaskFilter], actor: User) -> Listing[TaskRow]:
    rows = _counted(Task.objects.visible_to(actor), asked.counted)
    if asked.agency is not None:
        rows = rows.filter(_of(Agency.objects.meant_by(asked.agency), asked.role))
    said = {"state": asked.state, "document": asked.document, "due_on__gte": asked.due_from, "due_on__lte": asked.due_to}
    rows = rows.filter(**{column: value for column, value in said.items() if value is not None})
    return listed(rows.select_related("lead").prefetch_related(PARTS), asked, task_rows, path="/tasks")


def _counted(rows: TaskQuerySet, chosen: Chosen | None) -> TaskQuerySet:
    """As the numbers of the leader's page open."""
    today = localdate()
    found = {
        None: rows.all,
        "open": rows.open,
        "overdue": lambda: rows.overdue(today),
        "near_due": lambda: rows.near_due(today, NEAR_DAYS),
        "in_time": lambda: rows.in_time(today),
        "waiting": rows.waiting_for_confirmation,
        "done_in_time": rows.counted().done_in_time,
        "done_late": rows.counted().done_late,
        "without_deadline": rows.without_deadline,
        "suspended": rows.suspended,
        "refused": rows.refused,
        "recurring": rows.recurring,
    }
    return found[chosen]()


def _of(agencies: list[Agency], role: str | None) -> Q:
    """Whatever these agencies lead or help in; asked apart, so that no task is found twice."""
    parts = Task.objects.filter(parts__agency__in=agencies)
    helping = Q(id__in=parts.filter(parts__role=PartRole.COOPERATING).values("id"))
    leading = Q(lead__in=agencies) | Q(id__in=parts.filter(parts__role=PartRole.LEAD).values("id"))
    return {"lead": leading, "cooperating": helping, None: leading | helping}[role]


def get_task(id: Path[Id], actor: User) -> TaskWhole:  # noqa: A002  the parameter's public name
    return task_whole(found_one(id, actor))


RESOURCES = (
    Resource(
        "list_tasks", "/tasks", list_tasks, Listing[TaskRow], TAG, "Danh sách nhiệm vụ",
        "Những nhiệm vụ mà tài khoản của khóa được xem: của các đơn vị mình, hoặc tất cả. Theo thứ tự vào sổ.", private=True,
    ),
    Resource(
        "get_task", "/tasks/{id}", get_task, TaskWhole, TAG, "Một nhiệm vụ theo mã",
        "Kèm câu giao việc, mọi thời hạn với cách tính, yêu cầu gia hạn, báo cáo và từng bước đã làm. Nhiệm vụ của đơn vị khác là 404.",
        private=True,
    ),
)  # fmt: skip
