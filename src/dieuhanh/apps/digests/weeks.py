"""Which documents belong to an issue.

1. Those that a page reports as issued, whose day lies in the week.
2. Those that a digest of these very days reports, although they have no day (a session) or an earlier one, unless a digest of an earlier
   week reported them: news that came late belongs where it came.

Documents of central organs are none of the province's, and those that pages only cite are none of the week's.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db.models import Q

from dieuhanh.apps.documents.models import Mention
from dieuhanh.extract.facts import Period
from dieuhanh.extract.lexicon import lexicon_of

CENTRAL = "central"


class Reported(NamedTuple):
    """One document as one item reports it; the day is what any page says of it."""

    page: int
    order: int
    document: int | None
    day: dt.date | None
    issuer: str | None
    of_these_days: bool


def items_of_week(period: Period) -> set[tuple[int, int]]:
    """The items, as page id and place on the page; two queries."""
    levels = lexicon_of(None).levels
    reported = [one for one in _reported(period) if levels.get(one.issuer or "") != CENTRAL]
    late = [one for one in reported if one.of_these_days and (one.day is None or one.day < period.start)]
    known = _known_before(period, {one.document for one in late if one.document is not None})
    chosen = {one for one in reported if one.day is not None and period.start <= one.day <= period.end}
    chosen |= {one for one in late if one.document not in known}
    return {(one.page, one.order) for one in chosen}


def _reported(period: Period) -> list[Reported]:
    days = (period.start, period.end)
    inside = Q(item__digest__period_start__gte=period.start, item__digest__period_end__lte=period.end)
    rows = Mention.objects.instruments().filter(
        Q(date__range=days) | Q(designation__document__date__range=days) | inside, item__digest__page__is_current=True
    )
    fields = (
        "item__digest__page_id",
        "item__order",
        "designation__document_id",
        "date",
        "designation__document__date",
        "issuer_name",
        "item__digest__period_start",
        "item__digest__period_end",
    )
    return [
        Reported(page, order, document, day or known_day, issuer, bool(start and start >= period.start and end <= period.end))
        for page, order, document, day, known_day, issuer, start, end in rows.values_list(*fields)
    ]


def _known_before(period: Period, documents: set[int]) -> set[int | None]:
    earlier = Mention.objects.instruments().filter(
        designation__document__in=documents, item__digest__period_end__lt=period.start, item__digest__page__is_current=True
    )
    return set(earlier.values_list("designation__document_id", flat=True))
