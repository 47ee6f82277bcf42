"""What a person decided about one fact, and where that fact stands: its words, not the number of any row.

A place is the item's headline, the fact's words, and which of their occurrences in the item it is, so that it is found again in a
page that was read anew or has changed elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from dieuhanh.extract import facts
from dieuhanh.extract.facts import Digest, Item, Span

Fact = facts.Assignment | facts.Deadline | facts.Target | facts.Document | facts.Relation | facts.Official | facts.Body
Value = dict[str, Any]  # a fact in the words of the contract, as JSON has them, without what its place and its neighbours tell


class Kind(StrEnum):
    """The kinds of facts that a person may decide."""

    ASSIGNMENT = "assignment"
    DEADLINE = "deadline"
    TARGET = "target"
    CITATION = "citation"
    INSTRUMENT = "instrument"
    RELATION = "relation"
    OFFICIAL = "official"
    BODY = "body"


FIELDS = {
    Kind.ASSIGNMENT: "assignments",
    Kind.DEADLINE: "deadlines",
    Kind.TARGET: "targets",
    Kind.CITATION: "citations",
    Kind.INSTRUMENT: "instruments",
    Kind.RELATION: "relations",
    Kind.OFFICIAL: "officials",
    Kind.BODY: "bodies",
}
TYPES: dict[Kind, type[Fact]] = {
    Kind.ASSIGNMENT: facts.Assignment,
    Kind.DEADLINE: facts.Deadline,
    Kind.TARGET: facts.Target,
    Kind.CITATION: facts.Document,
    Kind.INSTRUMENT: facts.Document,
    Kind.RELATION: facts.Relation,
    Kind.OFFICIAL: facts.Official,
    Kind.BODY: facts.Body,
}
DERIVED = ("span", "assignment", "key")  # of the place, of the order around a deadline, of number and day


class Verdict(StrEnum):
    """What a person said of a fact."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


class Place(msgspec.Struct, frozen=True):
    """Where a fact stands; `nth` counts from 0."""

    heading: str
    words: str
    nth: int


class Ruling(msgspec.Struct, frozen=True):
    """A person's word on one fact.

    `machine` is what the reader had found, None of a fact that the person added; `value` is what holds, None of a rejected one;
    `sole` tells that no other fact of the kind shared any of its words, so that whatever is read there is the fact that was meant.
    """

    kind: Kind
    place: Place
    machine: Value | None
    sole: bool
    verdict: Verdict
    value: Value | None


class FactInPlace(msgspec.Struct, frozen=True):
    """A fact of a digest with its item and its place."""

    kind: Kind
    item: int
    fact: Fact
    place: Place
    value: Value


def facts_of(item: Item, kind: Kind) -> tuple[Fact, ...]:
    """The item's facts of one kind, in reading order."""
    found: tuple[Fact, ...] = getattr(item, FIELDS[kind])
    return found


def facts_in_place(digest: Digest) -> Iterator[FactInPlace]:
    """Every fact of the digest that a person may decide."""
    for number, item in enumerate(digest.items):
        for kind in Kind:
            for fact in facts_of(item, kind):
                yield FactInPlace(kind, number, fact, place_of(digest, number, fact.span), value_of(fact))


def value_of(fact: Fact) -> Value:
    """The fact as JSON has it, without what is derived.

    >>> value_of(facts.Official(None, "Chủ tịch UBND tỉnh", (0, 18)))
    {'name': None, 'position': 'Chủ tịch UBND tỉnh'}
    """
    value: Value = msgspec.json.decode(msgspec.json.encode(fact))
    return {name: float(said) if isinstance(said, int) else said for name, said in value.items() if name not in DERIVED}


def fact_of(kind: Kind, value: Value, span: Span) -> Fact:
    """The fact that a value means on these words. Raises msgspec.ValidationError where it is none of its kind."""
    derived: Value = {"span": span}
    if kind is Kind.DEADLINE:
        derived["assignment"] = None
    if kind in (Kind.CITATION, Kind.INSTRUMENT):
        derived["key"] = ""
    fact = msgspec.convert({**value, **derived}, TYPES[kind])
    return msgspec.structs.replace(fact, key=document_key(fact)) if isinstance(fact, facts.Document) else fact


def document_key(document: facts.Document) -> str:
    """What identifies a document on its page: number and day, number, or kind and title.

    >>> document_key(facts.Document("Luật", None, None, "Quốc hội", "Luật Đấu thầu", None, "", (0, 13)))
    'Luật Đấu thầu'
    """
    if document.number is None:
        title = document.title or ""
        return title if title.casefold().startswith(document.type.casefold()) else f"{document.type} {title}".strip()
    return document.number if document.date is None else f"{document.number}@{document.date.isoformat()}"


def place_of(digest: Digest, item: int, span: Span) -> Place:
    """How to find these words of the item again."""
    heading, words = digest.items[item].heading, digest.text[slice(*span)]
    before = [found for _, found in _under(digest, heading, words) if found < span]
    return Place(heading, words, len(before))


def locate(digest: Digest, place: Place) -> tuple[int, Span] | None:
    """The item and the span of a place; the words may have moved to the only item that has them once. None where they are gone."""
    if not place.words:
        return None
    under = list(_under(digest, place.heading, place.words))
    if place.nth < len(under):
        return under[place.nth]
    anywhere = [(number, span) for number, item in enumerate(digest.items) for span in _occurrences(digest.text, place.words, item.span)]
    return anywhere[0] if len(anywhere) == 1 else None


def _under(digest: Digest, heading: str, words: str) -> Iterator[tuple[int, Span]]:
    """The words in the items of that headline; there may be several of one."""
    for number, item in enumerate(digest.items):
        if item.heading == heading:
            yield from ((number, span) for span in _occurrences(digest.text, words, item.span))


def _occurrences(text: str, words: str, within: Span) -> Iterator[Span]:
    start = text.find(words, *within)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1, within[1])
