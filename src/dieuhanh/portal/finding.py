"""From the parts of an address back to what it stands for."""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Digest, Document
from dieuhanh.portal.links import NO_DAY, NO_PERIOD, addressed, issuer_part, source_part
from dieuhanh.text import slug

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PERIOD = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)_(?P<end>\d{4}-\d\d-\d\d)", re.ASCII)
FROM_NUMBER = re.compile(r"\d.*", re.DOTALL)


def day_of(part: str) -> dt.date | None:
    """The day of an address. Raises ValueError where it is none."""
    if not DAY.fullmatch(part):
        raise ValueError(part)
    return dt.date.fromisoformat(part)


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


def documents_typed(words: str) -> list[Document]:
    """What a visitor typed, as a number ("238 vp kgvx", "Công văn số 238/VP-KGVX") or as the name of a law; none where it is neither."""
    number = FROM_NUMBER.search(words)
    spellings = {slug(words), slug(number.group()).lstrip("0") if number else ""} - {""}
    return list(addressed(Document.objects.filter(slug__in=spellings)).order_by("-date", "issuer_key"))


def agencies_called(name: str) -> list[Agency]:
    """Names that differ only in their accents share an address."""
    ids = [id_ for id_, known in Agency.objects.values_list("id", "name") if slug(known) == name]
    return list(Agency.objects.filter(id__in=ids).order_by("name"))


def digests_of(period: str, source: str | None = None) -> list[Digest]:
    """The digests of that period, or the one from that source; none for a period that does not exist."""
    m = PERIOD.fullmatch(period)
    if m:
        try:
            start, end = day_of(m["start"]), day_of(m["end"])
        except ValueError:
            return []
    elif period == NO_PERIOD:
        start = end = None
    else:
        return []
    rows = Digest.objects.filter(period_start=start, period_end=end).select_related("page__source", "publisher")
    return [row for row in rows.defer("page__text").order_by("id") if source is None or source_part(row) == source]
