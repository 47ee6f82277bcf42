"""How fresh and how whole the register is, in numbers."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import Count, Max, QuerySet

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Assignment, Deadline, Designation, Digest, Document, Source, Warning  # noqa: A004  the contract's word

MOST = 20  # sources and unresolved designations in the lists


class SourceLine(msgspec.Struct, frozen=True):
    """A source as the public may see it: an address of the web, or the bare fact that a file was handed in."""

    url: str | None
    fetched_at: dt.datetime


class StatusPage(msgspec.Struct, frozen=True):
    """Counts by their label, sources that were not looked at for longest, citations that stay open, warnings by code."""

    newest: dt.datetime | None
    last_day: dt.date | None
    counts: list[tuple[str, int]]
    sources: list[SourceLine]
    unresolved: list[Designation]
    unresolved_count: int
    warnings: list[tuple[str, int]]


def status_page() -> StatusPage:
    open_ones = _unresolved()
    sources = Source.objects.order_by("fetched_at")
    return StatusPage(
        newest=Source.objects.aggregate(at=Max("fetched_at"))["at"],
        last_day=Digest.objects.aggregate(day=Max("period_end"))["day"],
        counts=[
            ("bản tin", Digest.objects.count()),
            ("văn bản được đưa tin", Document.objects.reported().count()),
            ("văn bản chỉ được nhắc đến", Document.objects.known_by_mention().count()),
            ("nhiệm vụ được giao", Assignment.objects.count()),
            ("thời hạn", Deadline.objects.count()),
            ("cơ quan trong danh mục", Agency.objects.count()),
        ],
        sources=[SourceLine(_public(source.address), source.fetched_at) for source in sources[:MOST]],
        unresolved=list(open_ones[:MOST]),
        unresolved_count=open_ones.count(),
        warnings=list(Warning.objects.values_list("message").annotate(times=Count("id")).order_by("-times", "message")[:MOST]),
    )


def _unresolved() -> QuerySet[Designation]:
    return Designation.objects.unresolved().annotate(times=Count("mentions")).filter(times__gt=0).order_by("-times", "number_key")


def _public(address: str) -> str | None:
    """Where a file lay on somebody's machine is nobody's business."""
    return address if address.startswith(("http://", "https://")) else None
