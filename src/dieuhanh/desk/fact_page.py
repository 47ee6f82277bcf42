"""One fact with its words, what people said of it so far, and the names of the documents beside it."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.desk.cards import Card, card_called, cards_of, open_doubts
from dieuhanh.desk.kinds import Names, said_of, verdict_of
from dieuhanh.desk.quoting import Quote, quote
from dieuhanh.display import wording
from dieuhanh.domain.rulings import Kind
from dieuhanh.extract.facts import Digest


class Said(msgspec.Struct, frozen=True):
    """One word of a person on a fact; `lines` are what held since then, [] after a rejection."""

    verdict: str
    actor: str
    at: dt.datetime
    lines: list[str]
    note: str


class FactPage(msgspec.Struct, frozen=True):
    """A fact of a page; `read` are the lines of what the machine had read, where a person said otherwise."""

    card: Card
    cards: list[Card]
    name: str
    quote: Quote | None
    documents: Names
    history: list[Said]
    read: list[str]


def fact_page(page: Page, fact: str) -> FactPage | None:
    """None where the page shows no such fact (any more)."""
    digest = stored_digests([page])[page.id]
    cards = cards_of(page, digest, open_doubts(page.source.address))
    card = card_called(cards, fact)
    if card is None:
        return None
    documents = documents_of(digest, card.position)
    decisions = _line(card)
    first = decisions[0].machine if decisions else None
    return FactPage(
        card=card,
        cards=cards,
        name=wording.digest_name(digest.title, digest.period),
        quote=quote(digest.text, card.fact.span) if card.fact.span else None,
        documents=documents,
        history=[_said(decision, documents) for decision in decisions],
        read=said_of(card.fact.kind, first, documents) if first else [],
    )


def documents_of(digest: Digest, position: int) -> Names:
    """Of an item by its position."""
    return wording.document_names(digest.items[position - 1]) if position else {}


def _line(card: Card) -> list[Decision]:
    """All words on one fact, the oldest first."""
    last = card.fact.decision
    return list(Decision.objects.filter(subject=last.subject).order_by("id")) if last else []


def _said(decision: Decision, documents: Names) -> Said:
    value = decision.value
    lines = said_of(Kind(decision.kind), value, documents) if value else []
    return Said(verdict_of(decision), decision.actor, decision.at, lines, decision.note)
