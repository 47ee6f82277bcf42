"""How fresh and how whole the register is, in numbers."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import Count, Max, Q, QuerySet

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Assignment, Deadline, Designation, Digest, Document, Source, Warning  # noqa: A004  the contract's word
from dieuhanh.display import wording

MOST = 20  # sources and unresolved designations in the lists


class StatusPage(msgspec.Struct, frozen=True):
    """Counts by their label, addresses that were not looked at for longest, citations that stay open, warnings by their words.

    `files` counts pages that were handed in as files: where they lay on somebody's machine is nobody's business.
    """

    newest: dt.datetime | None
    last_day: str
    counts: list[tuple[str, int]]
    sources: list[Source]
    files: int
    unresolved: list[Designation]
    unresolved_count: int
    warnings: list[tuple[str, int]]


def status_page() -> StatusPage:
    open_ones = _unresolved()
    on_the_web = Q(address__startswith="http://") | Q(address__startswith="https://")
    last_day = Digest.objects.aggregate(day=Max("period_end"))["day"]
    return StatusPage(
        newest=Source.objects.aggregate(at=Max("fetched_at"))["at"],
        last_day=wording.day(last_day) if last_day else "",
        counts=[
            ("bản tin", Digest.objects.count()),
            ("văn bản được đưa tin", Document.objects.reported().count()),
            ("văn bản chỉ được nhắc đến", Document.objects.known_by_mention().count()),
            ("nhiệm vụ được giao", Assignment.objects.count()),
            ("thời hạn", Deadline.objects.count()),
            ("cơ quan trong danh mục", Agency.objects.count()),
        ],
        sources=list(Source.objects.filter(on_the_web).order_by("fetched_at")[:MOST]),
        files=Source.objects.exclude(on_the_web).count(),
        unresolved=list(open_ones[:MOST]),
        unresolved_count=open_ones.count(),
        warnings=list(Warning.objects.values_list("message").annotate(times=Count("id")).order_by("-times", "message")[:MOST]),
    )


def _unresolved() -> QuerySet[Designation]:
    return Designation.objects.unresolved().annotate(times=Count("mentions")).filter(times__gt=0).order_by("-times", "number_key")
