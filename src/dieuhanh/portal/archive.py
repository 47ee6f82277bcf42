"""Digests, newest first."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db.models import Count, F, Model, OuterRef, QuerySet, Subquery

from dieuhanh.apps.documents.models import Assignment, Deadline, Digest, Item
from dieuhanh.display import wording
from dieuhanh.portal.links import Link, digest_link, digest_url

DIGESTS_A_PAGE = 30


class DigestLine(msgspec.Struct, frozen=True):
    """A digest as a list shows it."""

    link: Link
    publisher: str
    items: int
    assignments: int


class ItemLine(msgspec.Struct, frozen=True):
    """An item as the first page shows it."""

    link: Link
    assignments: int
    deadlines: int


class NewestDigest(msgspec.Struct, frozen=True):
    """The newest digest and its items."""

    link: Link
    publisher: str
    items: list[ItemLine]


def archive() -> QuerySet[Digest]:
    """With its counts; digests of no known period stand last."""
    items = Item.objects.filter(digest=OuterRef("id")).values("digest").annotate(number=Count("id")).values("number")
    orders = Assignment.objects.filter(item__digest=OuterRef("id")).values("item__digest").annotate(number=Count("id")).values("number")
    rows = Digest.objects.select_related("page__source").defer("page__text", "lead")
    counted = rows.annotate(item_count=Subquery(items), order_count=Subquery(orders))
    return counted.order_by(F("period_end").desc(nulls_last=True), "-id")


def lines_of(rows: Iterable[Digest]) -> list[DigestLine]:
    return [
        DigestLine(digest_link(row), wording.one_line(row.publisher_name or ""), _counted(row, "item_count"), _counted(row, "order_count"))
        for row in rows
    ]


def _counted(row: Model, annotation: str) -> int:
    """A count of `archive` or `newest_digest`; the database says NULL where there is nothing to count."""
    return getattr(row, annotation) or 0


def newest_digest() -> NewestDigest | None:
    """None while the register is empty."""
    row = archive().first()
    if row is None:
        return None
    orders = Assignment.objects.filter(item=OuterRef("id")).values("item").annotate(number=Count("id")).values("number")
    limits = Deadline.objects.filter(item=OuterRef("id")).values("item").annotate(number=Count("id")).values("number")
    items = row.items.order_by("order").annotate(order_count=Subquery(orders), limit_count=Subquery(limits))
    url = digest_url(row)
    lines = [ItemLine(_item_link(item, url), _counted(item, "order_count"), _counted(item, "limit_count")) for item in items]
    return NewestDigest(digest_link(row), wording.one_line(row.publisher_name or ""), lines)


def _item_link(item: Item, url: str) -> Link:
    return Link(wording.one_line(item.heading), f"{url}#muc-{item.order + 1}")
