"""All that a document's page shows, read with a number of queries that does not grow with what is said of the document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Count, Model, QuerySet

from dieuhanh.apps.documents.models import Assignment, Body, Deadline, Document, Effective, Item, Mention, Official, Role, Target
from dieuhanh.apps.documents.words import Words, with_words, words_of
from dieuhanh.display import wording
from dieuhanh.display.marks import BODY, CITATION, DEADLINE, INSTRUMENT, OFFICIAL, TARGET, Kind
from dieuhanh.extract import facts
from dieuhanh.portal.links import Link, digest_link, words_url
from dieuhanh.portal.neighbourhood import Picture, picture_of
from dieuhanh.portal.orders import Order, deadline_words, orders_of, readable
from dieuhanh.portal.relations import Neighbours, neighbours_of

MENTIONS_A_PAGE = 20
ORDERS_A_PAGE = 50
MOST = 100  # deadlines, targets, bodies, officials of one document on its page; a plan of the year has some thirty


Fact = TypeVar("Fact", bound=Model)


class Told(msgspec.Struct, frozen=True):
    """A page that names the document, with its words."""

    digest: Link
    heading: str
    reported: bool
    words: Words
    words_url: str


class Listed(msgspec.Struct, frozen=True):
    """Facts by the addresses of their words, and how many more there are."""

    links: list[Link]
    more: int


class DocumentPage(msgspec.Struct, frozen=True):
    """The page's parts in the order in which they stand; `crowded` where an item reports several documents at once."""

    heading: str  # of the first item that reports it
    assignments: Page[Assignment]
    orders: list[Order]  # of the page of assignments
    deadlines: Listed
    targets: Listed
    bodies: Listed
    officials: list[Link]
    effective: list[str]
    crowded: bool
    neighbours: Neighbours
    picture: Picture | None
    mentions: Page[Mention]
    told: list[Told]


def document_page(document: Document, name: str, *, mentions_page: str, orders_page: str) -> DocumentPage:
    """Both numbers of pages as typed."""
    items = Item.objects.filter(mentions__role=Role.INSTRUMENT, mentions__designation__document=document).distinct()
    reporting = items.order_by().values("id")
    first = items.order_by("id").first()
    neighbours = neighbours_of(document)
    mentions = Paginator(_mentions(document), MENTIONS_A_PAGE).get_page(mentions_page)
    assignments = Paginator(_assignments(document), ORDERS_A_PAGE).get_page(orders_page)
    return DocumentPage(
        heading=wording.one_line(first.heading) if first else "",
        assignments=assignments,
        orders=orders_of(list(assignments)),
        deadlines=_listed(Deadline.objects.filter(item__in=reporting, assignment=None), DEADLINE, deadline_words),
        targets=_listed(Target.objects.filter(item__in=reporting), TARGET, _target),
        bodies=_listed(Body.objects.filter(item__in=reporting).annotate(seats=Count("members")), BODY, _body),
        officials=_officials(reporting),
        effective=[wording.day(day) for day in _effective_days(reporting)],
        crowded=Mention.objects.instruments().filter(item__in=reporting).exclude(designation__document=document).exists(),
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


def _assignments(document: Document) -> QuerySet[Assignment]:
    return readable(Assignment.objects.ordered_by(document.id)).order_by("item__digest__period_end", "item", "order")


def _listed(rows: QuerySet[Fact], kind: Kind, words: Callable[[Fact], str]) -> Listed:
    """In reading order."""
    shown = _located(rows)[:MOST]
    links = [Link(words(row), _url(row, kind)) for row in shown]
    return Listed(links, rows.count() - len(links))


def _located(rows: QuerySet[Fact]) -> QuerySet[Fact]:
    joined = rows.select_related("item__digest__page__source").order_by("item", "order")
    return joined.defer("item__digest__page__text", "item__digest__lead")


def _effective_days(reporting: QuerySet[Any, Any]) -> list[dt.date]:
    return list(Effective.objects.filter(item__in=reporting).order_by("date").values_list("date", flat=True).distinct())


def _target(row: Target) -> str:
    fact = facts.Target(row.subject, row.comparator, row.value, row.upper, row.unit, row.by, (0, 0))  # type: ignore[arg-type]  # the database holds only the contract's signs
    return f"{wording.one_line(row.subject)}: {wording.target_value(fact)}{f', {wording.horizon(row.by)}' if row.by else ''}"


def _body(row: Any) -> str:
    """Of a row that counts its seats."""
    return f"{wording.one_line(row.name)} ({row.seats} thành viên)"


def _officials(reporting: QuerySet[Any, Any]) -> list[Link]:
    """Each once, where it is said last."""
    rows = _located(Official.objects.filter(item__in=reporting))[:MOST]
    said = {wording.official(facts.Official(row.name, row.position, (0, 0))): row for row in rows}
    return [Link(words, _url(row, OFFICIAL)) for words, row in said.items()]


def _url(row: Any, kind: Kind) -> str:
    return words_url(row.item.digest, kind, row.item.order, row.order)
