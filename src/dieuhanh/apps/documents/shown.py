"""The facts of a page as people see them: what was read, and what was decided about it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.models import Page, Standing
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.domain.correcting import Fit
from dieuhanh.domain.rulings import Kind, Place, Value, facts_in_place
from dieuhanh.extract.facts import Digest, Span


class ShownFact(msgspec.Struct, frozen=True):
    """A fact with its words; `decision` is a person's last word on it, None where nobody has said any.

    `id` stays the same as long as place and value do. A fact that was rejected, or whose words are gone, is shown too: `holds` is False.
    """

    id: str
    kind: Kind
    place: Place
    span: Span | None
    value: Value
    holds: bool
    decision: Decision | None


def shown_facts(page: Page, digest: Digest | None = None) -> list[ShownFact]:
    """All facts of a current page, then what was rejected or has to be looked at again; `digest` where it is at hand."""
    address = page.source.address
    digest = digest or stored_digests([page])[page.id]
    rows = Standing.objects.filter(digest__page=page).select_related("decision__supersedes")
    standings = list(rows.order_by("decision_id"))
    decided = {_mark(s.decision.kind, (s.start, s.end), s.decision.value_json): s.decision for s in standings if s.fit == Fit.APPLIED}
    shown = []
    for fact in facts_in_place(digest):
        decision = decided.get(_mark(fact.kind, fact.fact.span, canonical_json(fact.value)))
        key = fact_id(address, fact.kind, fact.place, fact.value)
        shown.append(ShownFact(key, fact.kind, fact.place, fact.fact.span, fact.value, True, decision))
    return [*shown, *_not_holding(standings, address)]


def fact_id(address: str, kind: Kind, place: Place, value: Value) -> str:
    """One name for a fact of an address: 64 hexadecimal digits."""
    words = canonical_json([address, kind, place.heading, place.words, place.nth, value])
    return hashlib.sha256(words.encode("ascii")).hexdigest()


def _not_holding(standings: list[Standing], address: str) -> Iterator[ShownFact]:
    for standing in standings:
        ruling, decision = standing.decision.ruling, standing.decision
        value = ruling.value or ruling.machine or _before(decision)
        if (standing.fit != Fit.APPLIED or ruling.value is None) and value is not None:
            span = None if standing.start is None or standing.end is None else (standing.start, standing.end)
            yield ShownFact(fact_id(address, ruling.kind, ruling.place, value), ruling.kind, ruling.place, span, value, False, decision)


def _before(decision: Decision) -> Value | None:
    """What an added fact said before it was rejected."""
    return decision.supersedes.value if decision.supersedes else None


def _mark(kind: str, span: tuple[int | None, int | None], value: str | None) -> tuple[str, int | None, int | None, str | None]:
    return str(kind), *span, value
