"""The queue: what waits for a person's word, newest page first, with the words of the page."""

from __future__ import annotations

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator

from dieuhanh.apps.documents.models import Digest
from dieuhanh.apps.review.doubts import LABELS, Doubt, Reason, doubts, told
from dieuhanh.display import wording
from dieuhanh.extract.facts import Period

DOUBTS_A_PAGE = 50
WORDS_LENGTH = 220


class Waiting(msgspec.Struct, frozen=True):
    """One doubt as the queue shows it."""

    doubt: Doubt
    reason: str
    detail: str
    words: str
    digest: str
    place: str


class ReasonCount(msgspec.Struct, frozen=True):
    """How many wait for one reason."""

    reason: Reason
    label: str
    number: int


class QueuePage(msgspec.Struct, frozen=True):
    """A page of the queue and the counts by reason."""

    counts: list[ReasonCount]
    total: int
    page: PageOfRows[object]
    waiting: list[Waiting]


def reason_counts() -> list[ReasonCount]:
    """One query a reason."""
    return [ReasonCount(reason, LABELS[reason], doubts([reason], decided=False).count()) for reason in Reason]


def queue_page(reason: Reason | None, number: str) -> QueuePage:
    """With a fixed number of queries."""
    rows = doubts([reason] if reason else tuple(Reason), decided=False)
    page = Paginator(rows, DOUBTS_A_PAGE).get_page(number)
    shown = list(told(page))
    digests = _names({doubt.page for doubt in shown})
    counts = reason_counts()
    return QueuePage(counts, sum(one.number for one in counts), page, [_waiting(doubt, digests[doubt.page]) for doubt in shown])


def _names(pages: set[int]) -> dict[int, str]:
    rows = Digest.objects.filter(page__in=pages).only("page_id", "title", "period_start", "period_end")
    return {row.page_id: wording.digest_name(row.title, period_of(row)) for row in rows}


def period_of(row: Digest) -> Period | None:
    return Period(row.period_start, row.period_end) if row.period_start and row.period_end else None


def _waiting(doubt: Doubt, digest: str) -> Waiting:
    words = wording.shortened(doubt.words or "", WORDS_LENGTH)
    detail = wording.shortened(doubt.detail, WORDS_LENGTH)
    place = f"{doubt.span[0]}-{doubt.span[1]}" if doubt.span else "trang"
    return Waiting(doubt, LABELS[doubt.reason], detail, words if words != detail else "", digest, place)
