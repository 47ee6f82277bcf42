"""Agencies: the list, and one by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from django.http import Http404
from ninja import Path, Query
from pydantic import Field

from dieuhanh.api.parameters import Day, Paging, Part, Words
from dieuhanh.api.resource import Resource
from dieuhanh.api.shapes.agencies import AgencyWhole, agency_whole
from dieuhanh.api.shapes.known import AgencyRow, agency_row
from dieuhanh.api.shapes.listing import Choices, Listing, listed
from dieuhanh.apps.agencies.models import Agency

TAG = "Cơ quan"


class AgencyFilter(Paging):
    """Which agencies."""

    name: Annotated[Words | None, Field(description="Tên, tên viết tắt hoặc tên trong địa chỉ, của bất cứ thời nào.")] = None
    on: Annotated[Day | None, Field(description="Tồn tại vào ngày này.")] = None


def list_agencies(asked: Query[AgencyFilter]) -> Listing[AgencyRow]:
    rows = Agency.objects.all() if asked.on is None else Agency.objects.existing(asked.on)
    if asked.name is not None:
        rows = rows.filter(id__in=[row.id for row in Agency.objects.meant_by(asked.name)])
    return listed(rows, asked, _rows, path="/agencies")


def _rows(rows: Sequence[Agency]) -> Iterator[AgencyRow]:
    return map(agency_row, rows)


def get_agency(name: Path[Part]) -> AgencyWhole | Choices[AgencyRow]:
    found = list(Agency.objects.called(name).order_by("name"))
    if not found:
        raise Http404
    return agency_whole(found[0]) if len(found) == 1 else Choices(tuple(_rows(found)))


RESOURCES = (
    Resource("list_agencies", "/agencies", list_agencies, Listing[AgencyRow], TAG, "Danh mục cơ quan"),
    Resource(
        "get_agency", "/agencies/{name}", get_agency, AgencyWhole, TAG, "Một cơ quan theo tên",
        "Kèm các tên từng có, cơ quan trước và sau, số nhiệm vụ; nhiệm vụ ở địa chỉ “assignments”.", shared=True,
    ),
)  # fmt: skip
