"""From the orders that a page reports to drafts of tasks (dự thảo nhiệm vụ): who, what, by when, with the words behind each.

A draft decides nothing: an officer edits, merges, drops and assigns. Orders of the province are drafted for its agencies. An order
that is quoted from a central document and addressed to the provinces ("UBND các tỉnh", "các địa phương") is the province's own task
and marked so. An order without words behind it makes no draft.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from dieuhanh.domain.deadlines import Explanation, explain
from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.extract.facts import Assignment, Deadline, Digest, Document, Item, Span, Target
from dieuhanh.extract.lexicon import lexicon_of

# Addressees of a central document that mean every province, or some ("các tỉnh biên giới phía Bắc") of which the page's own is one, else
# it would not report the order.
_PROVINCES = re.compile(
    r"""
    (?:(?:chủ\stịch|lãnh\sđạo)\s)? (?:ubnd|hđnd|ủy\sban\snhân\sdân)\s (?: các\stỉnh\b.* | cấp\stỉnh | (?:các\s)?địa\sphương )
    | (?:các\s)?tỉnh(?:,\sthành\sphố)?(?:\strực\sthuộc\strung\sương)?
    | các\sđịa\sphương
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN = re.compile(r"(?:chủ tịch |lãnh đạo )?(?:ubnd|ủy ban nhân dân) tỉnh(?P<name> .+)?", re.IGNORECASE)
_COLLECTIVE = re.compile(  # with a capital: "Chủ tịch UBND các huyện, thành phố", "Giám đốc các sở", "UBND cấp xã"
    r"(?:(?:thủ trưởng|giám đốc|chủ tịch|hiệu trưởng|ubnd|hđnd) )+(?:các|cấp) |.* các (?:huyện|xã|phường|tỉnh)\b", re.IGNORECASE
)
CENTRAL = "central"


class DraftAgency(msgspec.Struct, frozen=True):
    """One addressee as the order names it; a collective ("các sở, ban, ngành") opens into agencies by `open_collective`."""

    name: str
    collective: bool


class DraftDeadline(msgspec.Struct, frozen=True):
    """A limit of the order: the fact, and what its words mean."""

    fact: Deadline
    explanation: Explanation


class TaskDraft(msgspec.Struct, frozen=True):
    """A task as the page's words give it. Spans index the digest's text."""

    item: int  # index of the item in the digest
    assignment: int  # index of the order in the item
    action: str  # the order's own words
    lead: tuple[DraftAgency, ...]
    cooperating: tuple[DraftAgency, ...]
    deadlines: tuple[DraftDeadline, ...]
    targets: tuple[Target, ...]
    span: Span
    words: str  # the text of the span
    instrument: Document | None  # the document that orders: the quoted one, else the item's first instrument
    quoted: bool  # whether the order is quoted from another document than the item reports
    for_province: bool


def draft_tasks(digest: Digest, *, calendar: WorkingCalendar) -> list[TaskDraft]:
    """One draft for each order of the page, in reading order."""
    return [draft for k, item in enumerate(digest.items) for draft in _of_item(digest, k, item, calendar)]


def _of_item(digest: Digest, place: int, item: Item, calendar: WorkingCalendar) -> Iterator[TaskDraft]:
    for k, order in enumerate(item.assignments):
        words = digest.text[slice(*order.span)].strip()
        if not words or not order.action.strip() or not order.lead:
            continue
        ordering = _ordering(item, order)
        issued_on = ordering.date if ordering else None
        quoted = order.source is not None
        yield TaskDraft(
            item=place,
            assignment=k,
            action=order.action,
            lead=_agencies(order.lead),
            cooperating=_agencies(order.cooperating),
            deadlines=tuple(_limit(d, issued_on, calendar) for d in item.deadlines if d.assignment == k),
            targets=tuple(t for t in item.targets if order.span[0] <= t.span[0] and t.span[1] <= order.span[1]),
            span=order.span,
            words=words,
            instrument=ordering,
            quoted=quoted,
            for_province=quoted and _is_for_province(order, ordering, digest.publisher),
        )


def _ordering(item: Item, order: Assignment) -> Document | None:
    """The document whose order it is: the one that it quotes, else the first that the item reports."""
    if order.source is None:
        return item.instruments[0] if item.instruments else None
    return next((d for d in (*item.citations, *item.instruments) if d.key == order.source), None)


def _agencies(names: tuple[str, ...]) -> tuple[DraftAgency, ...]:
    return tuple(DraftAgency(name, is_collective(name)) for name in names)


def is_collective(name: str) -> bool:
    """Whether a name means several agencies; the contract writes collectives with a small letter: "các sở, ban, ngành"."""
    return name[:1].islower() or _COLLECTIVE.match(name) is not None


def _limit(deadline: Deadline, issued_on: dt.date | None, calendar: WorkingCalendar) -> DraftDeadline:
    return DraftDeadline(deadline, explain(deadline.expression, deadline.bound, issued_on=issued_on, calendar=calendar))


def _is_for_province(order: Assignment, source: Document | None, publisher: str | None) -> bool:
    """Whether a quoted order means the province: it comes from above, and one of those who must do it is a province or all of them."""
    issuer = source.issuer if source else None
    if issuer is not None and lexicon_of(None).levels.get(issuer, CENTRAL) != CENTRAL:
        return False
    return any(_means_province(name, publisher) for name in order.lead)


def _means_province(name: str, publisher: str | None) -> bool:
    own = _OWN.fullmatch(name)
    if own is not None:
        return own["name"] is None or (publisher or "").endswith(own["name"])
    return _PROVINCES.fullmatch(name) is not None
