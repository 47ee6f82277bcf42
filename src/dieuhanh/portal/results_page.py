"""What a search found, as its page shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

import msgspec

from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.documents.models import Knowledge
from dieuhanh.apps.search.query import LAST_PAGE, SearchQuery
from dieuhanh.apps.search.results import FacetCount, Fragment, Hit, SearchResults
from dieuhanh.apps.search.searching import search
from dieuhanh.portal.links import DocumentLink, document_links

ADDRESS = "/tim-kiem"
PARAMETERS = ("q", "loai", "co-quan", "linh-vuc", "nam", "trang")


class Asked(msgspec.Struct, frozen=True):
    """What stands in the address: words, filters, page; whatever makes no sense counts as not said."""

    words: str
    type: str = ""
    issuer: str = ""
    topic: str = ""
    year: str = ""
    page: int = 1

    def url(self, **changed: object) -> str:
        """The address of the same question with something changed, on its first page unless that is what changes."""
        one = msgspec.structs.replace(self, **{"page": 1, **changed})
        filters = {"loai": one.type, "co-quan": one.issuer, "linh-vuc": one.topic, "nam": one.year}
        said = {"q": one.words, **filters, "trang": one.page if one.page > 1 else ""}
        return f"{ADDRESS}?{urlencode({name: value for name, value in said.items() if value})}"


class Piece(msgspec.Struct, frozen=True):
    """Words, and whether they were looked for."""

    text: str
    sought: bool


class Found(msgspec.Struct, frozen=True):
    """One document in the list."""

    link: DocumentLink
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    cited: bool


class Choice(msgspec.Struct, frozen=True):
    """A value of a facet; choosing the chosen one lets go of it."""

    label: str
    count: int
    url: str
    chosen: bool


class ResultsPage(msgspec.Struct, frozen=True):
    """All that the page shows; `earlier` and `later` are addresses, "" where there is no such page."""

    total: int
    found: tuple[Found, ...]
    facets: tuple[tuple[str, tuple[Choice, ...]], ...]
    page: int
    pages: int
    earlier: str
    later: str
    behind: bool


def asked(parameters: dict[str, str]) -> Asked:
    """What the address asks for."""
    page, year = parameters.get("trang", ""), parameters.get("nam", "")
    return Asked(
        words=parameters.get("q", ""),
        type=parameters.get("loai", ""),
        issuer=parameters.get("co-quan", ""),
        topic=parameters.get("linh-vuc", ""),
        year=year if year.isascii() and year.isdigit() and len(year) == 4 and year > "0000" else "",
        page=min(int(page), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 and int(page) else 1,
    )


def results_page(question: Asked) -> ResultsPage:
    """Ask the index; the addresses of what was found take one query."""
    year = int(question.year) if question.year else None
    results = search(
        SearchQuery(
            words=question.words,
            type=question.type or None,
            issuer=question.issuer or None,
            topic=question.topic or None,
            first_day=dt.date(year, 1, 1) if year else None,
            last_day=dt.date(year, 12, 31) if year else None,
            page=question.page,
        )
    )
    topics = {topic.code: topic.name for topic in topics_in_force()}
    return ResultsPage(
        total=results.total,
        found=found_documents(results),
        facets=(
            ("Loại văn bản", _choices(question, "type", results.facets.types)),
            ("Cơ quan ban hành", _choices(question, "issuer", results.facets.issuers)),
            ("Lĩnh vực", _choices(question, "topic", results.facets.topics, topics)),
            ("Năm", _choices(question, "year", results.facets.years)),
        ),
        page=question.page,
        pages=results.pages,
        earlier=question.url(page=question.page - 1) if question.page > 1 else "",
        later=question.url(page=question.page + 1) if question.page < results.pages else "",
        behind=results.behind,
    )


def found_documents(results: SearchResults) -> tuple[Found, ...]:
    """A page of results as lines with addresses; one query."""
    hits = [*results.numbered, *results.hits]
    links = document_links(hit.document for hit in hits)
    return tuple(_found(hit, links[hit.document]) for hit in hits if hit.document in links)


def _found(hit: Hit, link: DocumentLink) -> Found:
    title = tuple(_pieces(hit.title)) if hit.title and hit.number else ()
    return Found(link, title, tuple(_pieces(hit.fragment)) if hit.fragment else (), hit.known_by == Knowledge.MENTION)


def _pieces(fragment: Fragment) -> Iterator[Piece]:
    at = 0
    text = fragment.text
    yield Piece("… " if fragment.opens else "", sought=False)
    for start, end in fragment.marks:
        yield Piece(text[at:start], sought=False)
        yield Piece(text[start:end], sought=True)
        at = end
    yield Piece(f"{text[at:]}{' …' if fragment.closes else ''}", sought=False)


def _choices(question: Asked, field: str, counts: tuple[FacetCount, ...], names: dict[str, str] | None = None) -> tuple[Choice, ...]:
    """`names` are the words for values that are codes."""
    chosen = getattr(question, field)
    others = ((one, "" if one.value == chosen else one.value) for one in counts)
    labels = names or {}
    return tuple(
        Choice(labels.get(one.value, one.value), one.count, question.url(**{field: other}), one.value == chosen) for one, other in others
    )
