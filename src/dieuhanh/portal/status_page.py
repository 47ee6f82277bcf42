"""How fresh and how whole the register is, in numbers and in plain words."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.core.cache import cache
from django.db.models import Count, Max, Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Check, Head
from dieuhanh.apps.documents.models import Assignment, Deadline, Digest, Document, Source, Warning  # noqa: A004  the contract's word
from dieuhanh.apps.review.completeness import ledger
from dieuhanh.display import wording
from dieuhanh.display.missing import Missing, missing

MOST = 20  # kinds of warnings
KEPT = 24 * 3600  # seconds


class StatusPage(msgspec.Struct, frozen=True):
    """Counts by their label, what is missing, warnings by their words, and what the last check of chain and originals found.

    `files` counts pages that were handed in as files: where they lay on somebody's machine is nobody's business.
    """

    newest: dt.datetime | None
    last_day: str
    counts: list[tuple[str, int]]
    check: Check | None
    since: int  # entries of the chain that came after the check
    missing: list[Missing]
    warnings: list[tuple[str, int]]
    web: int
    files: int


def status_page(today: dt.date) -> StatusPage:
    on_the_web = Q(address__startswith="http://") | Q(address__startswith="https://")
    last_day = Digest.objects.aggregate(day=Max("period_end"))["day"]
    head, check = Head.objects.get(), Check.objects.first()
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
        check=check,
        since=max(head.sequence - check.entries, 0) if check else 0,
        missing=_missing(head, today),
        warnings=list(Warning.objects.values_list("message").annotate(times=Count("id")).order_by("-times", "message")[:MOST]),
        **Source.objects.aggregate(web=Count("id", filter=on_the_web), files=Count("id", filter=~on_the_web)),
    )


def _missing(head: Head, today: dt.date) -> list[Missing]:
    """Kept by each process until the register changes, for it looks at every document: 100,000 take a second."""
    key = f"missing:{head.hash}:{today}"
    kept: list[Missing] | None = cache.get(key)
    if kept is None:
        kept = missing(ledger(today), public=True)
        cache.set(key, kept, KEPT)
    return kept
