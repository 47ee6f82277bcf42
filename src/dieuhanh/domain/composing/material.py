"""What an entry is made of: a source's text with the facts read in it."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.domain.identity import issuer_key, number_key
from dieuhanh.extract import facts
from dieuhanh.text.days import written_day

Identity = tuple[str, str, dt.date | None]  # number_key, issuer_key, day


class Material(msgspec.Struct, frozen=True):
    """One item of a source; `name` tells it from all others of the week, `text` is that which the spans of `item` count in."""

    name: str
    text: str
    item: facts.Item

    @property
    def words(self) -> str:
        """The item's own text: its headline, then a paragraph a line."""
        return self.text[slice(*self.item.span)]

    @property
    def fact_count(self) -> int:
        """How much the source says; of two on one document the fuller is written from."""
        item = self.item
        return sum(map(len, (item.assignments, item.deadlines, item.targets, item.relations, item.citations, item.bodies, item.officials)))

    @property
    def identities(self) -> list[Identity]:
        """What tells its documents apart."""
        return [identity_of(document, self.name) for document in self.item.instruments]


def identity_of(document: facts.Document, source: str) -> Identity:
    """One identity for all sources that report the document; what nothing identifies is told apart by its source."""
    key = number_key(document.type, document.number, document.title)
    return key or source, issuer_key(document.issuer), document.date


def label(document: facts.Document) -> str:
    """As brackets name it: "Công văn số 238/VP-KGVX, ngày 15/01/2024"; without a number by its kind and title."""
    named = f"{document.type} số {document.number}" if document.number else " ".join(filter(None, [document.type, document.title]))
    return f"{named}, ngày {written_day(document.date)}" if document.date else named


def spans_of(item: facts.Item) -> list[facts.Span]:
    """Where its facts stand, in no order."""
    many: tuple[
        tuple[facts.Document | facts.Official | facts.Relation | facts.Assignment | facts.Deadline | facts.Target | facts.Body, ...], ...
    ] = (
        item.instruments,
        item.citations,
        item.officials,
        item.relations,
        item.assignments,
        item.deadlines,
        item.targets,
        item.bodies,
    )
    effective = [item.effective.span] if item.effective else []
    return [*(fact.span for kind in many for fact in kind), *effective]
