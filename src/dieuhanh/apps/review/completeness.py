"""The completeness ledger: what the register does not hold, as far as it can know that."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

import msgspec
from django.db.models import Count, Exists, OuterRef
from django.utils.timezone import get_default_timezone

from dieuhanh.apps.documents.models import Designation, Digest, Document, Knowledge, Mention, Source, Warning  # noqa: A004  the contract's word
from dieuhanh.domain.completeness import Series, gaps, missing_days
from dieuhanh.extract.facts import Period

FRESH_DAYS = 10  # a weekly digest, and three days for holidays
CHUNK = 2000
_WITH_YEAR = re.compile(r"\d+/\d{4}/")


class LostHeadline(msgspec.Struct, frozen=True):
    """A headline of a page's summary that no item follows."""

    address: str
    words: str


class OpenCitation(msgspec.Struct, frozen=True):
    """A way of naming a document that several answer to, and how often pages use it."""

    named: str
    mentions: int


class Completeness(msgspec.Struct, frozen=True):
    """All that is known to be missing on a day; empty lists where nothing is."""

    on: dt.date
    series: list[Series]  # those with gaps
    weeks: list[tuple[str, Period]]  # days between two digests of a publisher that none covers
    headlines: list[LostHeadline]
    citations: list[OpenCitation]
    stale: list[tuple[str, dt.date]]  # addresses of the web, and when each was last looked at


def ledger(today: dt.date) -> Completeness:
    """What is missing today; a fixed number of queries."""
    return Completeness(
        on=today,
        series=[series for series in number_series() if series.gaps],
        weeks=list(_weeks()),
        headlines=list(_headlines()),
        citations=list(_citations()),
        stale=list(_stale(today)),
    )


def number_series() -> Iterator[Series]:
    """Every series of which some page reports a document; what is only cited of other issuers tells nothing of what is missing."""
    numbered = Document.objects.exclude(issuer_key="").filter(ordinal__isnull=False, date__isnull=False)
    rows = numbered.order_by("issuer_key", "type", "date__year").values_list(
        "issuer_key", "type", "date__year", "ordinal", "number_key", "issuer_name", "known_by"
    )
    for (_, kind, year), group in groupby(rows.iterator(chunk_size=CHUNK), key=lambda row: row[:3]):
        split: dict[bool, list[tuple[int, str, str]]] = defaultdict(list)
        for _, _, _, ordinal, key, issuer, known_by in group:
            split[_WITH_YEAR.match(key) is not None].append((ordinal or 0, issuer or "", known_by))
        for with_year, members in sorted(split.items()):
            if any(known_by == Knowledge.REPORTED for _, _, known_by in members):
                numbers = {ordinal for ordinal, _, _ in members}
                issuer = min(name for _, name, _ in members)
                yield Series(issuer, kind, with_year, year, min(numbers), max(numbers), len(numbers), tuple(gaps(numbers)))


def _weeks() -> Iterator[tuple[str, Period]]:
    dated = Digest.objects.filter(publisher_name__isnull=False, period_start__isnull=False).order_by("publisher_name", "period_start")
    rows = dated.values_list("publisher_name", "period_start", "period_end").iterator(chunk_size=CHUNK)
    for publisher, group in groupby(rows, key=lambda row: row[0]):
        yield from ((publisher or "", period) for period in missing_days(Period(start, end) for _, start, end in group if start and end))


def _headlines() -> Iterator[LostHeadline]:
    lost = Warning.objects.filter(code="lead-without-item").select_related("digest__page__source").order_by("digest__page", "order")
    for warning in lost:
        page = warning.digest.page
        words = warning.message if warning.start is None else page.text[warning.start : warning.end]
        yield LostHeadline(page.source.address, words)


def _citations() -> Iterator[OpenCitation]:
    mentioned = Exists(Mention.objects.filter(designation=OuterRef("pk")))
    unresolved = Designation.objects.unresolved().filter(mentioned).order_by("number_key", "id")
    open_mentions = Mention.objects.filter(designation__document=None, designation__isnull=False)
    uses = dict(open_mentions.values_list("designation").annotate(Count("id")))
    return (OpenCitation(str(designation), uses[designation.id]) for designation in unresolved)


def _stale(today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """Files are read when they are loaded and do not grow old."""
    zone = get_default_timezone()
    limit = dt.datetime.combine(today - dt.timedelta(days=FRESH_DAYS), dt.time.min, zone)
    old = Source.objects.stale(limit).filter(address__startswith="http").order_by("fetched_at", "id")
    return ((source.address, source.fetched_at.astimezone(zone).date()) for source in old)
