"""Digests: the list, and one, which is the contract."""

from __future__ import annotations

from typing import Annotated

from django.http import Http404
from ninja import Path, Query
from pydantic import Field

from dieuhanh.api.parameters import Day, Paging, Part
from dieuhanh.api.resource import Resource
from dieuhanh.api.shapes.digests import DigestRow, digest_rows
from dieuhanh.api.shapes.listing import Listing, listed
from dieuhanh.apps.documents.addresses import digests_of
from dieuhanh.apps.documents.models import Digest
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.extract import facts

TAG = "Bản tin"


class DigestFilter(Paging):
    """Which digests."""

    first: Annotated[Day | None, Field(alias="from", description="Kỳ bản tin kết thúc từ ngày này.")] = None
    last: Annotated[Day | None, Field(alias="to", description="Kỳ bản tin bắt đầu đến hết ngày này.")] = None


def list_digests(asked: Query[DigestFilter]) -> Listing[DigestRow]:
    said = {"period_end__gte": asked.first, "period_start__lte": asked.last}
    rows = Digest.objects.filter(**{column: day for column, day in said.items() if day is not None})
    return listed(rows.select_related("page__source").defer("page__text", "lead"), asked, digest_rows, path="/digests", day="period_end")


def get_digest(period: Path[Part], source: Path[Part]) -> facts.Digest:
    found = digests_of(period, source)
    if not found:
        raise Http404
    return stored_digests([found[0].page])[found[0].page_id]


RESOURCES = (
    Resource("list_digests", "/digests", list_digests, Listing[DigestRow], TAG, "Danh sách bản tin", "Mới nhất trước; không rõ kỳ ở cuối."),
    Resource(
        "get_digest", "/digests/{period}/{source}", get_digest, facts.Digest, TAG, "Một bản tin theo hợp đồng dữ liệu dieuhanh.digest/1",
        "Như lệnh dieuhanh read --format json cho ra, cùng những gì người dùng đã sửa. Phần cuối địa chỉ như của trang “/ban-tin/…”.",
    ),
)  # fmt: skip
