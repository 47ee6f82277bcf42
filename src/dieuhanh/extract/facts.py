"""The facts of a digest: the contract `dieuhanh.digest/1` as typed, frozen structs.

Every `span` is `[start, end)` in code points of `Digest.text`. Names of agencies are canonical full names. Lists are in
reading order. What the page does not say is None. The structs hold no cycles, so the garbage collector need not look at them.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

SCHEMA: Literal["dieuhanh.digest/1"] = "dieuhanh.digest/1"

Span = tuple[int, int]
Bound = Literal["before", "by", "on", "from"]
Recurrence = Literal["daily", "weekly", "monthly", "quarterly", "yearly"]
RelationType = Literal["implements", "based_on", "amends", "replaces", "repeals", "suspends", "corrects", "promulgates"]
Comparator = Literal[">=", ">", "<=", "<", "=", "~"]


class Period(msgspec.Struct, frozen=True, gc=False):
    """The days that a digest covers, both included."""

    start: dt.date
    end: dt.date


class Document(msgspec.Struct, frozen=True, gc=False):
    """A document (văn bản) that an item reports or cites; `key` identifies it on the page."""

    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    provision: str | None
    key: str
    span: Span


class Official(msgspec.Struct, frozen=True, gc=False):
    """Who directs, signs or chairs here; a post without a person has no name."""

    name: str | None
    position: str
    span: Span


class Effective(msgspec.Struct, frozen=True, gc=False):
    """The day on which the first instrument takes effect (ngày có hiệu lực)."""

    date: dt.date
    span: Span


class Relation(msgspec.Struct, frozen=True, gc=False):
    """What one document does to another; `source` and `target` are document keys."""

    type: RelationType
    source: str
    target: str
    span: Span


class Assignment(msgspec.Struct, frozen=True, gc=False):
    """An order to agencies (giao nhiệm vụ); `source` is the key of the document that it quotes, None for the province's own."""

    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    action: str
    source: str | None
    span: Span


class Deadline(msgspec.Struct, frozen=True, gc=False):
    """A limit for doing something (thời hạn); `assignment` is the index of the assignment that it binds."""

    due: dt.date | None
    bound: Bound
    recurrence: Recurrence | None
    expression: str
    assignment: int | None
    span: Span


class Target(msgspec.Struct, frozen=True, gc=False):
    """A figure to be reached (chỉ tiêu); `upper` only for a range; `by` is "2025", "2024-12-31" or "2021/2025"."""

    subject: str
    comparator: Comparator
    value: float
    upper: float | None
    unit: str
    by: str | None
    span: Span


class Member(msgspec.Struct, frozen=True, gc=False):
    """One seat of a body: its role there, the post that holds it and that post's agency."""

    role: str
    post: str
    unit: str | None


class Body(msgspec.Struct, frozen=True, gc=False):
    """A committee, council or working group that an item sets up or renews."""

    name: str
    members: tuple[Member, ...]
    standing: str | None
    span: Span


class Item(msgspec.Struct, frozen=True, gc=False):
    """One reported piece of direction: a headline and what stands below it."""

    heading: str
    span: Span
    lead_index: int | None
    instruments: tuple[Document, ...]
    officials: tuple[Official, ...]
    effective: Effective | None
    citations: tuple[Document, ...]
    relations: tuple[Relation, ...]
    assignments: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    bodies: tuple[Body, ...]


class Warning(msgspec.Struct, frozen=True, gc=False):  # noqa: A001  the contract's word
    """What a person should look at; `code` is stable, `message` is Vietnamese."""

    code: str
    message: str
    span: Span | None


class Digest(msgspec.Struct, frozen=True, gc=False):
    """All that one page says (contract `dieuhanh.digest/1`)."""

    schema: Literal["dieuhanh.digest/1"]
    text: str
    title: str | None
    publisher: str | None
    period: Period | None
    lead: tuple[str, ...]
    items: tuple[Item, ...]
    warnings: tuple[Warning, ...]
