"""Facts of items: each with its words and where they stand."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from dieuhanh.api.shapes.known import DocumentRow
from dieuhanh.apps.documents.words import Words
from dieuhanh.extract.facts import Bound, Comparator, Recurrence, RelationType, Span


class Place(msgspec.Struct, frozen=True):
    """Where a fact is written: the digest, the headline of the item and its number in the digest's `items`, the place on the page.

    `instruments` are the documents that the item reports.
    """

    digest: str
    item: int
    heading: str
    page: str
    instruments: tuple[DocumentRow, ...]


class Fact(msgspec.Struct, frozen=True):
    """What all facts have. `id` holds for one reading of a page; a page that is read anew gives its facts new ones."""

    id: int
    span: Span
    words: Words
    place: Place


class Named(msgspec.Struct, frozen=True):
    """An agency as it is written, and the address of the one that is meant; None for collectives and unknown names."""

    name: str
    agency: str | None


class Cited(msgspec.Struct, frozen=True):
    """A document by its key on the page, and the one that is meant; None where that cannot be told."""

    key: str
    document: DocumentRow | None


class Limit(msgspec.Struct, frozen=True):
    """A deadline of an assignment."""

    due: dt.date | None
    bound: Bound
    recurrence: Recurrence | None
    expression: str
    span: Span


class AssignmentRow(Fact, frozen=True):
    """An order; `source` is the document that it quotes, None for the province's own."""

    lead: tuple[Named, ...]
    cooperating: tuple[Named, ...]
    action: str
    source: Cited | None
    deadlines: tuple[Limit, ...]


class DeadlineRow(Fact, frozen=True):
    """A limit for doing something; `assignment` is the id of the assignment that it binds."""

    due: dt.date | None
    bound: Bound
    recurrence: Recurrence | None
    expression: str
    assignment: int | None


class TargetRow(Fact, frozen=True):
    """A figure to be reached."""

    subject: str
    comparator: Comparator
    value: float
    upper: float | None
    unit: str
    by: str | None


class RelationRow(Fact, frozen=True):
    """What one document does to another, as an item says it."""

    type: RelationType
    source: Cited
    target: Cited


class MentionRow(Fact, frozen=True):
    """A document as an item names it, in the contract's words, and the one that is meant."""

    role: Literal["instrument", "citation"]
    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    provision: str | None
    key: str
    document: DocumentRow | None
