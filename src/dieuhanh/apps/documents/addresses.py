"""What stands in an address for a document or a digest, and the way back: parts that identify it, without accents, never a row's id.

The public pages and the API have the same parts in their addresses.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from django.db.models import Exists, OuterRef, QuerySet

from dieuhanh.apps.documents.models import Digest, Document
from dieuhanh.text import slug

NO_NUMBER = "van-ban"
NO_DAY = "khong-ro-ngay"
NO_PERIOD = "khong-ro-ky"
NO_ISSUER = "khong-ro-co-quan"
SOURCE_LENGTH = 8  # hexadecimal digits that tell digests of one period apart

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PERIOD = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)_(?P<end>\d{4}-\d\d-\d\d)", re.ASCII)


def day_of(part: str) -> dt.date:
    """The day of an address. Raises ValueError where it is none."""
    if not DAY.fullmatch(part):
        raise ValueError(part)
    return dt.date.fromisoformat(part)


def day_part(day: dt.date | None) -> str:
    return day.isoformat() if day else NO_DAY


def issuer_part(document: Document) -> str:
    return slug(document.issuer_name or document.issuer_key) or NO_ISSUER


def addressed(rows: QuerySet[Document]) -> QuerySet[Document]:
    """Annotates what `document_parts` needs to know: whether another document has the same number and day."""
    twins = Document.objects.filter(slug=OuterRef("slug")).exclude(id=OuterRef("id"))
    return rows.annotate(twin=Exists(twins.filter(date=OuterRef("date"))), dayless_twin=Exists(twins.filter(date=None)))


def document_parts(document: Document) -> list[str]:
    """Number and day of a document of `addressed`; the issuer only where another document has the same of both."""
    twin = getattr(document, "twin", False) if document.date else getattr(document, "dayless_twin", False)
    return [document.slug or NO_NUMBER, day_part(document.date), *([issuer_part(document)] if twin else [])]


def documents_called(number: str, day: str | None = None, issuer: str | None = None) -> list[Document]:
    """All to which the parts of an address lead; none for a day that does not exist."""
    found = Document.objects.called(number)
    if day == NO_DAY:
        found = found.filter(date=None)
    elif day is not None:
        try:
            found = found.filter(date=day_of(day))
        except ValueError:
            return []
    rows = list(addressed(found).select_related("issuer").order_by("-date", "issuer_key"))
    return [row for row in rows if issuer is None or issuer_part(row) == issuer]


def period_part(digest: Digest) -> str:
    return f"{digest.period_start}_{digest.period_end}" if digest.period_start else NO_PERIOD


def source_part(digest: Digest) -> str:
    """The same for every version of what an address holds."""
    return hashlib.sha256(digest.page.source.address.encode()).hexdigest()[:SOURCE_LENGTH]


def digests_of(period: str, source: str | None = None) -> list[Digest]:
    """The digests of that period, or the one from that source; none for a period that does not exist."""
    bounds = _bounds(period)
    if bounds is None:
        return []
    rows = Digest.objects.filter(period_start=bounds[0], period_end=bounds[1]).select_related("page__source", "publisher")
    return [row for row in rows.defer("page__text").order_by("id") if source is None or source_part(row) == source]


def _bounds(period: str) -> tuple[dt.date | None, dt.date | None] | None:
    """First and last day; None where it is no period."""
    m = PERIOD.fullmatch(period)
    if m is None:
        return (None, None) if period == NO_PERIOD else None
    try:
        return day_of(m["start"]), day_of(m["end"])
    except ValueError:
        return None
