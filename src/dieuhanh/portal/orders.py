"""Orders as pages show them: who must do what by when, on whose word, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from django.db.models import QuerySet

from dieuhanh.apps.documents.models import AssignedAgency, Assignment, Part
from dieuhanh.apps.documents.models import Deadline as DeadlineRow
from dieuhanh.apps.documents.reported import reported_in
from dieuhanh.display import wording
from dieuhanh.display.marks import ASSIGNMENT
from dieuhanh.extract import facts
from dieuhanh.portal.links import DocumentLink, Link, digest_link, document_links, named_link, words_url


class Order(msgspec.Struct, frozen=True):
    """One assignment; `by` are the documents that its item reports, `source` the document that it quotes."""

    lead: tuple[Link, ...]
    cooperating: tuple[Link, ...]
    action: str
    deadlines: tuple[str, ...]
    by: tuple[DocumentLink, ...]
    source: DocumentLink | None
    source_key: str | None
    digest: Link
    words_url: str


def readable(rows: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Everything that `orders_of` looks at, with a fixed number of queries; never the text of the page."""
    joined = rows.select_related("item__digest__page__source", "source").prefetch_related("agencies__agency", "deadlines")
    return joined.defer("item__digest__page__text", "item__digest__lead")


def orders_of(rows: Sequence[Assignment]) -> list[Order]:
    """In the order of the rows."""
    instruments = reported_in(row.item_id for row in rows)
    meant = {id_ for ids in instruments.values() for id_ in ids} | {row.source.document_id for row in rows if row.source}
    links = document_links(meant)
    return [_order(row, instruments[row.item_id], links) for row in rows]


def _order(row: Assignment, instruments: Iterable[int], links: dict[int, DocumentLink]) -> Order:
    agencies = sorted(row.agencies.all(), key=lambda agency: agency.order)
    source = row.source.document_id if row.source else None
    return Order(
        lead=_named(agencies, Part.LEAD),
        cooperating=_named(agencies, Part.COOPERATING),
        action=wording.one_line(row.action),
        deadlines=tuple(deadline_words(limit) for limit in row.deadlines.all()),
        by=tuple(links[one] for one in instruments if one in links),
        source=links.get(source) if source else None,
        source_key=row.source_key,
        digest=digest_link(row.item.digest),
        words_url=words_url(row.item.digest, ASSIGNMENT, row.item.order, row.order),
    )


def _named(agencies: Iterable[AssignedAgency], part: Part) -> tuple[Link, ...]:
    return tuple(named_link(one.name, one.agency) for one in agencies if one.part == part)


def deadline_words(row: DeadlineRow) -> str:
    """The deadline's words, and what they come to."""
    return wording.deadline(facts.Deadline(row.due, row.bound, row.recurrence, row.expression, None, (row.start, row.end)))  # type: ignore[arg-type]  # the database holds only the contract's words
