"""What the reader was unsure of, each doubt with the page's own words: the queue of the desk.

A doubt is decided once a person has said a word on a fact that shares its words; it opens again where that word no longer fits.
A warning is decided too once a person has noted that they looked at it: many are about the page, not about any fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

import msgspec
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Substr

from dieuhanh.apps.corrections.models import Acknowledgement, Decision
from dieuhanh.apps.documents.models import AssignedAgency, Assignment, Deadline, Mention, Page, Part, Role, Standing, Warning  # noqa: A004
from dieuhanh.domain.correcting import Fit
from dieuhanh.domain.rulings import Kind
from dieuhanh.extract.facts import Span
from dieuhanh.extract.patterns import UPPER

SESSION = "Phiên họp"  # a meeting, which often has no day
SEVERAL = "(^| )(các|cấp) "  # in a name that means many agencies: "UBND các huyện, thành phố", "Chủ tịch UBND cấp huyện"


class Reason(StrEnum):
    """Why a person should look."""

    WARNING = "warning"
    UNRESOLVED_CITATION = "unresolved-citation"  # several documents answer to it, or nothing identifies one
    UNKNOWN_AGENCY = "unknown-agency"  # a name that no agency held on that day
    NO_AGENCY = "no-agency"  # an order that names nobody who leads
    NO_DAY = "no-day"  # a deadline without a day
    UNDATED_INSTRUMENT = "undated-instrument"
    UNFIT_DECISION = "unfit-decision"  # a person's word whose words are gone, or that meets another claim


LABELS = {
    Reason.WARNING: "lưu ý của bộ đọc",
    Reason.UNRESOLVED_CITATION: "viện dẫn chưa rõ văn bản nào",
    Reason.UNKNOWN_AGENCY: "cơ quan chưa nhận ra",
    Reason.NO_AGENCY: "nhiệm vụ không nêu cơ quan chủ trì",
    Reason.NO_DAY: "thời hạn chưa rõ ngày",
    Reason.UNDATED_INSTRUMENT: "văn bản được đưa tin chưa rõ ngày",
    Reason.UNFIT_DECISION: "ý kiến cần xem lại",
}


# The kinds of fact on whose words a person's word answers the doubt; none answers one about an earlier word.
ANSWERED_BY: dict[Reason, tuple[Kind, ...]] = {
    Reason.WARNING: tuple(Kind),
    Reason.UNRESOLVED_CITATION: (Kind.CITATION, Kind.INSTRUMENT),
    Reason.UNKNOWN_AGENCY: (Kind.ASSIGNMENT,),
    Reason.NO_AGENCY: (Kind.ASSIGNMENT,),
    Reason.NO_DAY: (Kind.DEADLINE,),
    Reason.UNDATED_INSTRUMENT: (Kind.INSTRUMENT,),
    Reason.UNFIT_DECISION: (),
}


class Doubt(msgspec.Struct, frozen=True):
    """One thing to look at; `span` and `words` are missing where it is about the page as a whole."""

    reason: Reason
    detail: str
    address: str
    page: int
    source: int
    span: Span | None
    words: str | None
    decided: bool


def doubts(reasons: Iterable[Reason] = tuple(Reason), *, decided: bool | None = None, address: str | None = None) -> QuerySet[Any, Any]:
    """Rows of all doubts of current pages, newest page first, then in reading order; to be sliced, and told by `told`.

    `decided` keeps only those that are (not) decided, `address` only those of one page.
    """
    parts = [_common(reason, *_ROWS[reason](), decided=decided, address=address) for reason in dict.fromkeys(reasons)]
    if not parts:
        return _common(Reason.WARNING, *_ROWS[Reason.WARNING](), decided=None, address=None).none()
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return rows.order_by("-on", "begin", "reason", "row")


def told(rows: Iterable[dict[str, Any]]) -> Iterator[Doubt]:
    """A slice of `doubts` with the words of the pages; two queries, whatever its length."""
    rows = list(rows)
    pages = Page.objects.select_related("source").in_bulk({row["on"] for row in rows})
    for row in rows:
        page = pages[row["on"]]
        span = None if row["begin"] is None else (row["begin"], row["close"])
        words = page.text[slice(*span)] if span else None
        yield Doubt(Reason(row["reason"]), row["detail"], page.source.address, page.id, page.source_id, span, words, row["decided"])


Rows = tuple[QuerySet[Any], str, str]  # rows, the way to their digest, the field of the detail


def _warnings() -> Rows:
    return Warning.objects.all(), "digest", "message"


def _unresolved() -> Rows:
    return Mention.objects.unresolved().exclude(type=SESSION), "item__digest", "key"


def _unknown() -> Rows:
    names = AssignedAgency.objects.filter(agency=None, name__regex=f"^[{UPPER}]").exclude(name__regex=SEVERAL)
    return names.annotate(start=F("assignment__start"), end=F("assignment__end")), "assignment__item__digest", "name"


def _without_lead() -> Rows:
    lead = AssignedAgency.objects.filter(assignment=OuterRef("pk"), part=Part.LEAD)
    return Assignment.objects.filter(~Exists(lead)), "item__digest", "action"


def _without_day() -> Rows:
    return Deadline.objects.filter(due=None, recurrence=None), "item__digest", "expression"


def _undated() -> Rows:
    undated = Mention.objects.filter(role=Role.INSTRUMENT, date=None).exclude(type=SESSION)
    return undated, "item__digest", "key"


def _unfit() -> Rows:
    """A fact that a person rejected on this very original because its words are gone needs no second look."""
    laid_to_rest = Q(decision__verdict="rejected", fit=Fit.WORDS_GONE, decision__sha256=F("digest__page__original"))
    return Standing.objects.unfit().exclude(laid_to_rest), "digest", "decision__words"


_ROWS: dict[Reason, Callable[[], Rows]] = {
    Reason.WARNING: _warnings,
    Reason.UNRESOLVED_CITATION: _unresolved,
    Reason.UNKNOWN_AGENCY: _unknown,
    Reason.NO_AGENCY: _without_lead,
    Reason.NO_DAY: _without_day,
    Reason.UNDATED_INSTRUMENT: _undated,
    Reason.UNFIT_DECISION: _unfit,
}


def _acknowledged() -> QuerySet[Acknowledgement]:
    """What people noted of the warning of the outer query: one of that page and code, on the same words."""
    words = Substr(OuterRef("digest__page__text"), OuterRef("start") + 1, OuterRef("end") - OuterRef("start"))
    here = Acknowledgement.objects.filter(address=OuterRef("digest__page__source__address"), code=OuterRef("code"))
    return here.filter(words=Coalesce(words, Value("")), message=OuterRef("message"))


def _common(
    reason: Reason, rows: QuerySet[Any], digest: str, detail: str, *, decided: bool | None, address: str | None
) -> QuerySet[Any, Any]:
    """The columns that all kinds of doubt share."""
    said = Standing.objects.filter(
        decision__in=Decision.objects.filter(kind__in=[kind.value for kind in ANSWERED_BY[reason]]),
        digest=OuterRef(digest),
        fit=Fit.APPLIED,
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )
    if address is not None:
        rows = rows.filter(**{f"{digest}__page__source__address": address})
    answered = Exists(said) | Exists(_acknowledged()) if reason is Reason.WARNING else Exists(said)
    rows = rows.annotate(decided=answered)
    if decided is not None:
        rows = rows.filter(decided=decided)
    return rows.order_by().values(
        "decided",
        reason=Value(reason.value, output_field=CharField()),
        detail=Cast(detail, TextField()),
        on=F(f"{digest}__page"),
        begin=F("start"),
        close=F("end"),
        row=F("pk"),
    )
