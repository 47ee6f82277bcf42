"""The examples of the OpenAPI document: real answers of a register with one small page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.test import Client

import dieuhanh
from dieuhanh.apps.agencies.actions import load_agencies
from tests.apps.pages import NOW, TESTER, page, register

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
IDS = re.compile(r"(?<=document=)\d+|(?<=source=)\d+|(?<=target=)\d+|(?<=/documents/)\d+$|(?<=cursor=)[\w-]+")


def examples(client: Client) -> dict[str, dict[str, Any]]:
    """By the name of the resource: what is asked and what comes. Registers PAGE first."""
    root = "/api/v1"
    load_agencies(actor=TESTER, at=NOW)
    register(page(PAGE, address=WEEK))
    letter = client.get(f"{root}/documents/731-ubnd-kt/2024-06-12").json()["id"]
    digest = client.get(f"{root}/digests").json()["data"][0]["url"].rpartition("/")[2]
    told = {}
    for name, path in ADDRESSES.items():
        address = root + path.format(id=letter, source=digest)
        told[name] = {"address": address, "answer": client.get(address).json()}
    return told


def without_ids(told: Any) -> Any:
    """The same with every id and moment that differs between registers put away."""
    if isinstance(told, dict):
        fixed = {"id", "document", "assignment"}
        return {
            name: 0 if name in fixed and isinstance(value, int) else "" if name == "changed_at" else without_ids(value)
            for name, value in told.items()
        }
    if isinstance(told, list):
        return [without_ids(one) for one in told]
    return IDS.sub("0", told) if isinstance(told, str) else told
