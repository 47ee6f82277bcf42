"""All that a document's page shows, read with a number of queries that does not grow with what is said of the document."""

from __future__ import annotations

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from dieuhanh.apps.documents.models import Assignment, Body, Deadline, Document, Item, Mention, Official, Role, Target
from dieuhanh.apps.documents.words import Words, with_words, words_of
from dieuhanh.display import wording
from dieuhanh.display.marks import BODY, CITATION, DEADLINE, INSTRUMENT, OFFICIAL, TARGET, Kind
from dieuhanh.extract import facts
from dieuhanh.portal.links import Link, digest_link, words_url
from dieuhanh.portal.neighbourhood import Picture, picture_of
from dieuhanh.portal.orders import Order, deadline_words, orders_of, readable
from dieuhanh.portal.relations import Neighbours, neighbours_of

MENTIONS_A_PAGE = 20
MOST = 100  # items, orders, targets of one document on its page; a plan of the year has some thirty


class Told(msgspec.Struct, frozen=True):
    """A page that names the document, with its words."""

    digest: Link
    heading: str
    reported: bool
    words: Words
    words_url: str


class DocumentPage(msgspec.Struct, frozen=True):
    """The page's parts in the order in which they stand; `crowded` where an item reports several documents at once."""

    heading: str  # of the first item that reports it
    orders: list[Order]
    deadlines: list[Link]
    targets: list[Link]
    bodies: list[Link]
    officials: list[Link]
    effective: list[str]
    crowded: bool
    neighbours: Neighbours
    picture: Picture | None
    mentions: Page[Mention]
    told: list[Told]


def document_page(document: Document, name: str, page: str) -> DocumentPage:
    """`page` is the number of the page of mentions, as typed."""
    reporting = Q(mentions__role=Role.INSTRUMENT, mentions__designation__document=document)
    found = Item.objects.filter(reporting).select_related("digest__page__source", "effective").defer("digest__page__text")
    items = list(found.distinct().order_by("id")[:MOST])
    by_id = {item.id: item for item in items}
    neighbours = neighbours_of(document)
    mentions = Paginator(_mentions(document), MENTIONS_A_PAGE).get_page(page)
    return DocumentPage(
        heading=wording.one_line(items[0].heading) if items else "",
        orders=orders_of(_orders(document)),
        deadlines=_deadlines(by_id),
        targets=_targets(by_id),
        bodies=_bodies(by_id),
        officials=_officials(by_id),
        effective=sorted({wording.day(item.effective.date) for item in items if hasattr(item, "effective")}),
        crowded=Mention.objects.instruments().filter(item__in=by_id).exclude(designation__document=document).exists(),
        neighbours=neighbours,
        picture=picture_of(name, neighbours),
        mentions=mentions,
        told=[_told(mention) for mention in mentions],
    )


def _mentions(document: Document) -> QuerySet[Mention]:
    rows = with_words(Mention.objects.of(document)).select_related("item__digest__page__source")
    return rows.defer("item__digest__page__text", "item__digest__lead").order_by("-item__digest__period_end", "id")


def _told(row: Mention) -> Told:
    reported = row.role == Role.INSTRUMENT
    kind = INSTRUMENT if reported else CITATION
    url = words_url(row.item.digest, kind, row.item.order, row.order)
    return Told(digest_link(row.item.digest), wording.one_line(row.item.heading), reported, words_of(row), url)


def _orders(document: Document) -> list[Assignment]:
    return list(readable(Assignment.objects.ordered_by(document.id)).order_by("item__digest__period_end", "item", "order")[:MOST])


def _deadlines(items: dict[int, Item]) -> list[Link]:
    """Those that bind no assignment; the others stand with theirs."""
    rows = Deadline.objects.filter(item__in=items, assignment=None).order_by("item", "order")[:MOST]
    return [Link(deadline_words(row), _url(items[row.item_id], DEADLINE, row.order)) for row in rows]


def _targets(items: dict[int, Item]) -> list[Link]:
    rows = Target.objects.filter(item__in=items).order_by("item", "order")[:MOST]
    return [Link(_target(row), _url(items[row.item_id], TARGET, row.order)) for row in rows]


def _target(row: Target) -> str:
    fact = facts.Target(row.subject, row.comparator, row.value, row.upper, row.unit, row.by, (0, 0))  # type: ignore[arg-type]  # the database holds only the contract's signs
    return f"{wording.one_line(row.subject)}: {wording.target_value(fact)}{f', {wording.horizon(row.by)}' if row.by else ''}"


def _bodies(items: dict[int, Item]) -> list[Link]:
    rows = Body.objects.filter(item__in=items).annotate(seats=Count("members")).order_by("item", "order")[:MOST]
    return [Link(f"{wording.one_line(row.name)} ({row.seats} thành viên)", _url(items[row.item_id], BODY, row.order)) for row in rows]


def _officials(items: dict[int, Item]) -> list[Link]:
    rows = Official.objects.filter(item__in=items).order_by("item", "order")[:MOST]
    said = {wording.official(facts.Official(row.name, row.position, (0, 0))): row for row in rows}
    return [Link(words, _url(items[row.item_id], OFFICIAL, row.order)) for words, row in said.items()]


def _url(item: Item, kind: Kind, order: int) -> str:
    return words_url(item.digest, kind, item.order, order)
