"""What the index holds of one document."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.documents.models import Knowledge


class IndexEntry(msgspec.Struct, frozen=True):
    """A document of the register with the words in which it is found; derived, never typed.

    `spellings` are other ways of writing its number, `agencies` the ids of the agencies that it gives work to, `topics` codes of what it
    is about, `text` what digests say of it, a part a line.
    """

    document: int
    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    known_by: Knowledge
    spellings: tuple[str, ...]
    agencies: tuple[int, ...]
    topics: tuple[str, ...]
    text: str


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """What the index gives back of an entry; `plain` is `text` without accents, as long as it."""

    document: int
    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    known_by: Knowledge
    text: str
    plain: str


class Position(msgspec.Struct, frozen=True):
    """Up to where an index follows its database: a change, and the hash of the entry of the audit chain that brought it."""

    sequence: int
    document: int
    hash: str


BEGINNING = Position(0, 0, "")
