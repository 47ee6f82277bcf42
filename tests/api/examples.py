"""The examples of the OpenAPI document: real answers of a register with one small page."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from django.test import Client

import dieuhanh
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.accounts.tokens import make_token
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.actions import Plan, add_tasks, assign_tasks, draft_tasks_of
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import NOW, TESTER, page, register
from tests.apps.people import person

EXAMPLES = Path(dieuhanh.__file__).parent / "api" / "examples"
WEEK = "https://langson.gov.vn/ban-tin/tuan-24"
PAGE = """Chỉ đạo, điều hành nổi bật của UBND tỉnh Lạng Sơn trong tuần (từ ngày 10/6/2024 đến ngày 16/6/2024)

Triển khai Kế hoạch trồng cây dọc các tuyến đường huyện

UBND tỉnh ban hành Công văn số 731/UBND-KT ngày 12/6/2024 về việc triển khai thực hiện Kế hoạch số 88/KH-UBND ngày 20/5/2024.

Phấn đấu đến hết năm 2024 trồng tối thiểu 12.000 cây xanh.

Giao Sở Giao thông vận tải chủ trì, phối hợp với Sở Tài chính rà soát các tuyến đường, báo cáo UBND tỉnh trước ngày 30/6/2024.
"""
ADDRESSES = {
    "start": "/",
    "list_documents": "/documents?type=CV&limit=1",
    "get_document_by_id": "/documents/{id}",
    "get_document": "/documents/731-ubnd-kt/2024-06-12",
    "get_document_of_issuer": "/documents/731-ubnd-kt/2024-06-12/ubnd-tinh",
    "list_digests": "/digests?from=2024-06-01&limit=1",
    "get_digest": "/digests/2024-06-10_2024-06-16/{source}",
    "list_agencies": "/agencies?name=S%E1%BB%9F+TC",
    "get_agency": "/agencies/so-tai-chinh",
    "list_assignments": "/assignments?agency=so-tai-chinh&part=cooperating&limit=1",
    "list_deadlines": "/deadlines?due_from=2024-06-01&due_to=2024-06-30&limit=1",
    "list_targets": "/targets?document={id}&limit=1",
    "list_relations": "/relations?type=implements&limit=1",
    "list_mentions": "/mentions?document={id}&limit=1",
    "search": "/search?q=trong+cay",
}
PRIVATE = {"list_tasks": "/tasks?counted=overdue&limit=1", "get_task": "/tasks/{task}"}
LATE, LATER = "2099-06-30", "2099-07-31"  # so that the examples stay true
SAID = {"reason": "Chờ số liệu của Cục Thống kê"}
# By the name of the act: on which of the tasks, at which address, what is sent. They follow one another; a name of none only leads on.
ACTS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("assign_task", "drafted", "assign", {}),
    ("accept_task", "drafted", "accept", {}),
    ("note_progress", "drafted", "progress", {"text": "Đã rà soát 6 trên 10 tuyến đường", "progress": 60}),
    (
        "report_task",
        "drafted",
        "report",
        {
            "text": "Đã rà soát xong các tuyến đường",
            "document_number": "1024/SGTVT-KH",
            "files": [{"name": "bien-ban-ra-soat.pdf", "content": "JVBERi0xLjQKJSVFT0YK"}],
        },
    ),
    ("send_back_task", "drafted", "send-back", {"reason": "Chưa nêu kinh phí của từng tuyến"}),
    ("", "drafted", "report", {"text": "Đã bổ sung kinh phí của từng tuyến", "document_number": "1057/SGTVT-KH"}),
    ("confirm_task", "drafted", "confirm", {"note": "Đủ nội dung"}),
    ("ask_extension", "typed", "ask-extension", {"wanted_on": LATER, **SAID}),
    ("refuse_extension", "typed", "refuse-extension", {"reason": "Số liệu đã có từ tháng trước"}),
    ("", "typed", "ask-extension", {"wanted_on": LATER, **SAID}),
    ("grant_extension", "typed", "grant-extension", {"reason": "Đồng ý"}),
    ("suspend_task", "typed", "suspend", SAID),
    ("resume_task", "typed", "resume", {}),
    (
        "reassign_task",
        "typed",
        "reassign",
        {"lead": "Sở Y tế", "cooperating": ["Sở Tài chính"], "reason": "Số liệu thu viện phí do Sở Y tế quản lý"},
    ),
    ("refuse_task", "typed", "refuse", {"reason": "Đã báo cáo trong kế hoạch năm"}),
    ("cancel_task", "typed", "cancel", {"reason": "Đã giao ở văn bản khác"}),
)
IDS = re.compile(
    r"(?<=document=)\d+|(?<=source=)\d+|(?<=target=)\d+|(?<=/documents/)\d+$|(?<=cursor=)[\w-]+|(?<=/tasks/)\d+|(?<=/nhiem-vu/)\d+"
)


def examples(client: Client) -> dict[str, dict[str, Any]]:
    """By the name of the resource: what is asked and what comes. Registers PAGE first."""
    root = "/api/v1"
    know_agencies()
    register(page(PAGE, address=WEEK))
    letter = client.get(f"{root}/documents/731-ubnd-kt/2024-06-12").json()["id"]
    digest = client.get(f"{root}/digests").json()["data"][0]["url"].rpartition("/")[2]
    told = {}
    for name, path in ADDRESSES.items():
        address = root + path.format(id=letter, source=digest)
        told[name] = {"address": address, "answer": client.get(address).json()}
    return told | task_examples(client)


def task_examples(client: Client) -> dict[str, dict[str, Any]]:
    """The same of tasks: as an officer sees them, and each act with what is sent."""
    person(Role.OFFICER, "lan")
    shown = {"Authorization": f"Bearer {make_token('lan', 'Hệ thống quản lý văn bản', actor=TESTER, at=NOW)}"}
    tasks = {"drafted": draft_tasks_of([WEEK], actor=TESTER, at=NOW).made[0], "typed": _typed()}
    told = {}
    for name, task, slug, body in ACTS:
        address = f"/api/v1/tasks/{tasks[task]}/acts/{slug}"
        seen = client.get(f"/api/v1/tasks/{tasks[task]}", headers=shown)["ETag"]
        answer = client.post(address, json.dumps(body), "application/json", headers=shown | {"If-Match": seen})
        assert answer.status_code == 200, answer.content.decode()
        told[name] = {"address": address, "body": body, "answer": answer.json()}
        if name == "accept_task":
            told |= {name: _read(client, path.format(task=tasks[task]), shown) for name, path in PRIVATE.items()}
    del told[""]
    return told


def _typed() -> int:
    lead = Agency.objects.get(name="Sở Tài chính").id
    plan = Plan(title="Báo cáo số liệu thu ngân sách trên địa bàn", lead=lead, due_on=dt.date.fromisoformat(LATE))
    task = add_tasks([plan], actor=TESTER, at=NOW)[0]
    return assign_tasks([task.id], actor=TESTER, at=NOW)[0].id


def _read(client: Client, path: str, shown: dict[str, str]) -> dict[str, Any]:
    return {"address": f"/api/v1{path}", "answer": client.get(f"/api/v1{path}", headers=shown).json()}


def without_ids(told: Any) -> Any:
    """The same with every id and moment that differs between registers put away."""
    if isinstance(told, dict):
        fixed = {"id", "document", "assignment"}
        moments = {"changed_at", "at", "tag", "assigned_on", "reported_on", "done_on"}
        return {
            name: 0 if name in fixed and isinstance(value, int) else "" if name in moments and value else without_ids(value)
            for name, value in told.items()
        }
    if isinstance(told, list):
        return [without_ids(one) for one in told]
    return IDS.sub("0", told) if isinstance(told, str) else told
