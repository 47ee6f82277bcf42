"""What a search found: the results that the command and the page show, with addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from dieuhanh.api.links import address
from dieuhanh.api.shapes.known import DocumentRow, document_rows
from dieuhanh.apps.search.results import Facets, Hit, SearchResults


class Found(Hit, frozen=True):
    """A document that was found, and its addresses."""

    url: str
    page: str


class SearchAnswer(msgspec.Struct, frozen=True):
    """`SearchResults` with addresses: `jump` is that of the only document that has the very number typed, `next` of the next page."""

    total: int
    pages: int
    numbered: tuple[Found, ...]
    hits: tuple[Found, ...]
    facets: Facets
    behind: bool
    jump: str | None
    next: str | None


def search_answer(results: SearchResults, page: int, said: Mapping[str, object]) -> SearchAnswer:
    """`said` is what was asked besides the page. One query."""
    rows = document_rows(hit.document for hit in (*results.numbered, *results.hits))
    numbered = _found(results.numbered, rows)
    return SearchAnswer(
        total=results.total,
        pages=results.pages,
        numbered=numbered,
        hits=_found(results.hits, rows),
        facets=results.facets,
        behind=results.behind,
        jump=numbered[0].url if len(numbered) == 1 else None,
        next=address("/search", {**said, "page": page + 1}) if page < results.pages else None,
    )


def _found(hits: Iterable[Hit], rows: Mapping[int, DocumentRow]) -> tuple[Found, ...]:
    """The index may still hold a document that is just gone: it is left out."""
    known = ((hit, rows.get(hit.document)) for hit in hits)
    return tuple(Found(**msgspec.structs.asdict(hit), url=row.url, page=row.page) for hit, row in known if row)
