"""What is found, in the words of the contract. Nothing here is HTML: whoever shows it escapes it."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.documents.models import Knowledge


class Fragment(msgspec.Struct, frozen=True):
    """A piece of a document's words; `marks` are the places found in it, [start, end) in code points, ascending, apart."""

    text: str
    marks: tuple[tuple[int, int], ...]
    opens: bool  # whether the document's words begin before it …
    closes: bool  # … or go on behind it: an ellipsis stands there


class Hit(msgspec.Struct, frozen=True):
    """A document that was found; `document` is the id of its row, `rank` counts from 1 over all pages."""

    rank: int
    document: int
    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: Fragment | None  # whole; None where no page says it
    known_by: Knowledge
    fragment: Fragment | None  # where the words stand best; None where they stand in number and title alone


class FacetCount(msgspec.Struct, frozen=True):
    """One value of a facet, as `SearchQuery` takes it (a year as its first and last day), and how many of those found have it."""

    value: str
    count: int


class Facets(msgspec.Struct, frozen=True):
    """The commonest values among all documents found, most first; years newest first."""

    types: tuple[FacetCount, ...]
    issuers: tuple[FacetCount, ...]
    topics: tuple[FacetCount, ...]  # codes; a document may have several
    years: tuple[FacetCount, ...]


class SearchResults(msgspec.Struct, frozen=True):
    """One page of what was found.

    `numbered` are the documents that have the very number that was typed, from the database: on the first page only, above `hits`,
    counted in `total` and not repeated there, whatever the filters. One such document is what was looked for: jump to it.
    `behind`: the index had not yet followed all of the register when it was asked.
    """

    total: int
    pages: int
    numbered: tuple[Hit, ...]
    hits: tuple[Hit, ...]
    facets: Facets
    behind: bool


NO_FACETS = Facets(types=(), issuers=(), topics=(), years=())
NOTHING_FOUND = SearchResults(total=0, pages=0, numbered=(), hits=(), facets=NO_FACETS, behind=False)
