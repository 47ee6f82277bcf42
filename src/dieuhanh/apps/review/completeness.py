"""The completeness ledger: what the register does not hold, as far as it can know that."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from django.db.models import Count, Exists, F, OuterRef
from django.db.models.functions import Substr
from django.utils.timezone import get_default_timezone

from dieuhanh.apps.documents.models import Designation, Digest, Document, Knowledge, Mention, Source, Warning  # noqa: A004  the contract's word
from dieuhanh.domain.completeness import Completeness, LostHeadline, OpenCitation, Series, gaps, missing_days
from dieuhanh.extract.facts import Period

FRESH_DAYS = 10  # a weekly digest, and three days for holidays
CHUNK = 2000
SeriesKey = tuple[str, str, int, bool]  # issuer, kind, year, whether the number has the year in it
_WITH_YEAR = re.compile(r"\d+/\d{4}/")


def ledger(today: dt.date) -> Completeness:
    """What is missing today; a fixed number of queries."""
    return Completeness(
        on=today,
        series=[series for series in number_series() if series.gaps],
        weeks=list(_weeks()),
        headlines=list(_headlines()),
        citations=_citations(),
        stale=list(_stale(today)),
    )


def number_series() -> Iterator[Series]:
    """Every series of which some page reports a document; what is only cited of other issuers tells nothing of what is missing.

    Grouped here and not in the database: SQLite asks Python for each year and sorts whole rows, which takes half as long again.
    """
    numbered = Document.objects.exclude(issuer_key="").filter(ordinal__isnull=False, date__isnull=False)
    columns = ("issuer_key", "type", "date", "number_key", "ordinal", "issuer_name", "known_by")
    numbers: dict[SeriesKey, set[int]] = defaultdict(set)
    issuers: dict[SeriesKey, str] = {}
    reported: set[SeriesKey] = set()
    for issuer_key, kind, day, number_key, ordinal, issuer, known_by in numbered.values_list(*columns).iterator(chunk_size=CHUNK):
        key = (issuer_key, kind, day.year, _WITH_YEAR.match(number_key) is not None)
        numbers[key].add(ordinal)
        issuers[key] = min(issuers.get(key, issuer or ""), issuer or "")
        if known_by == Knowledge.REPORTED:
            reported.add(key)
    for key in sorted(reported):
        _, kind, year, with_year = key
        seen = numbers[key]
        yield Series(issuers[key], kind, with_year, year, min(seen), max(seen), len(seen), tuple(gaps(seen)))


def _weeks() -> Iterator[tuple[str, Period]]:
    dated = Digest.objects.filter(publisher_name__isnull=False, period_start__isnull=False).order_by("publisher_name", "period_start")
    rows = dated.values_list("publisher_name", "period_start", "period_end").iterator(chunk_size=CHUNK)
    for publisher, group in groupby(rows, key=lambda row: row[0]):
        yield from ((publisher or "", period) for period in missing_days(Period(start, end) for _, start, end in group if start and end))


def _headlines() -> Iterator[LostHeadline]:
    """The words are cut out of the page by the database: a page is a thousand times as long."""
    lost = Warning.objects.filter(code="lead-without-item").order_by("digest__page", "order")
    words = Substr("digest__page__text", F("start") + 1, F("end") - F("start"))
    for address, message, cut in lost.values_list("digest__page__source__address", "message", words):
        yield LostHeadline(address, cut or message)


def _citations() -> list[OpenCitation]:
    mentioned = Exists(Mention.objects.filter(designation=OuterRef("pk")))
    unresolved = Designation.objects.unresolved().filter(mentioned).order_by("number_key", "id")
    open_mentions = Mention.objects.filter(designation__document=None, designation__isnull=False)
    uses = dict(open_mentions.values_list("designation").annotate(Count("id")))
    named = (OpenCitation(str(designation), uses[designation.id]) for designation in unresolved)
    return sorted(named, key=lambda citation: -citation.mentions)


def _stale(today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """Files are read when they are loaded and do not grow old."""
    zone = get_default_timezone()
    limit = dt.datetime.combine(today - dt.timedelta(days=FRESH_DAYS), dt.time.min, zone)
    old = Source.objects.stale(limit).filter(address__startswith="http").order_by("fetched_at", "id")
    return ((source.address, source.fetched_at.astimezone(zone).date()) for source in old)
