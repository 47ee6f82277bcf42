"""Search results on the screen: rank, what it is, its title, where the words stand, and what else to narrow by."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from dieuhanh.apps.documents.models import Knowledge
from dieuhanh.apps.search.query import SearchQuery
from dieuhanh.apps.search.results import FacetCount, Facets, Fragment, Hit, SearchResults
from dieuhanh.cli.tree import QUIET
from dieuhanh.display import wording
from dieuhanh.extract.facts import Document

FOUND = "bold yellow"
INDENT = 4


def show_results(query: SearchQuery, results: SearchResults) -> None:
    """One page, as wide as the terminal. Raises OSError."""
    Console(highlight=False).print(results_view(query, results))
    sys.stdout.flush()


def results_view(query: SearchQuery, results: SearchResults) -> Group:
    """The count, the documents one by one, the facets."""
    pages = f", trang {query.page}/{results.pages}" if results.pages > 1 else ""
    head = Text(f"Thấy {wording.number(results.total)} văn bản{pages}.", style="bold")
    hits = [part for hit in (*results.numbered, *results.hits) for part in _hit(hit)]
    return Group(head, Text(), *hits, *_facets(results.facets))


def _hit(hit: Hit) -> Iterator[Text | Padding]:
    title = hit.title.text if hit.title else None
    named = Document(hit.type, hit.number, hit.date, hit.issuer, title, None, "", (0, 0))
    source = wording.document_source(named)
    line = Text.assemble(f"{hit.rank:>2}. ", (wording.document(named), "bold"), f", {source}" if source else "")
    if hit.known_by is Knowledge.MENTION:
        line.append(" (chỉ được viện dẫn)", style=QUIET)
    yield line
    for fragment in (hit.title if hit.number else None, hit.fragment):
        if fragment:
            yield Padding(_marked(fragment), (0, 0, 0, INDENT))
    yield Text()


def _marked(fragment: Fragment) -> Text:
    """The words with those that were asked for standing out; `printable` keeps the length, so the marks hold."""
    text = Text(wording.printable(fragment.text).replace("\n", " "))
    for start, end in fragment.marks:
        text.stylize(FOUND, start, end)
    return Text.assemble("… " if fragment.opens else "", text, " …" if fragment.closes else "")


def _facets(facets: Facets) -> Iterator[Text]:
    for label, counts in (("Loại", facets.types), ("Cơ quan ban hành", facets.issuers), ("Năm", facets.years)):
        if counts:
            yield Text.assemble(f"{label}: ", (_counted(counts), QUIET))


def _counted(counts: tuple[FacetCount, ...]) -> str:
    return "; ".join(f"{wording.one_line(one.value)} ({wording.number(one.count)})" for one in counts)
