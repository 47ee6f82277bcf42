"""What a document does to others and others to it, each pair once, however often pages say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from django.db.models import Count, Min
from django.urls import reverse

from dieuhanh.apps.documents.models import Document, Relation
from dieuhanh.apps.documents.words import Words, with_words, words_of
from dieuhanh.display import wording
from dieuhanh.display.marks import RELATION
from dieuhanh.portal.links import DocumentLink, document_links, words_url
from dieuhanh.text import slug

MOST = 60  # pairs a direction on one page; a law is the basis of thousands
Direction = Literal["out", "in"]
BACKWARD = {
    "implements": "được thực hiện bởi",
    "based_on": "là căn cứ của",
    "amends": "được sửa đổi, bổ sung bởi",
    "replaces": "được thay thế bởi",
    "repeals": "bị bãi bỏ bởi",
    "suspends": "bị ngưng hiệu lực bởi",
    "corrects": "được đính chính bởi",
    "promulgates": "được ban hành kèm theo",
}


class Related(msgspec.Struct, frozen=True):
    """One pair: what is done, to or by whom, and the words that say so.

    `document` is None where it cannot be told which one is meant; `choice` is then the address of those that could be, if any could.
    """

    direction: Direction
    verb: str
    document: DocumentLink | None
    choice: str | None
    key: str
    times: int
    words: Words
    words_url: str


class Neighbours(msgspec.Struct, frozen=True):
    """Both directions, newest first, and how many pairs there are beyond those shown."""

    outward: tuple[Related, ...]
    inward: tuple[Related, ...]
    unshown: int

    @property
    def everything(self) -> tuple[Related, ...]:
        return (*self.outward, *self.inward)


def neighbours_of(document: Document) -> Neighbours:
    """With a fixed number of queries."""
    outward = _pairs(document, "source", "target")
    inward = _pairs(document, "target", "source")
    shown = [*outward[:MOST], *inward[:MOST]]
    links = document_links(pair["other"] for pair in shown)
    said = _said([pair["first"] for pair in shown])
    return Neighbours(
        outward=tuple(_related("out", pair, links, said) for pair in outward[:MOST]),
        inward=tuple(_related("in", pair, links, said) for pair in inward[:MOST]),
        unshown=max(len(outward) - MOST, 0) + max(len(inward) - MOST, 0),
    )


def _pairs(document: Document, side: str, other: str) -> list[dict[str, Any]]:
    """(type, other document) with the number of times that pages say it and the first relation that does."""
    rows = Relation.objects.filter(**{f"{side}__document": document})
    named = rows.values("type", f"{other}__document_id", f"{other}__number_key", f"{other}_key")
    pairs: dict[tuple[str, object], dict[str, Any]] = {}
    for row in named.annotate(times=Count("id"), first=Min("id")).order_by("-first"):
        meant = row[f"{other}__document_id"]
        pair = pairs.setdefault(
            (row["type"], meant or row[f"{other}_key"]),
            {
                "type": row["type"],
                "other": meant,
                "number": row[f"{other}__number_key"],
                "key": row[f"{other}_key"],
                "times": 0,
                "first": row["first"],
            },
        )
        pair["times"] += row["times"]
    return [pair for pair in pairs.values() if pair["other"] != document.id]


def _said(ids: list[int]) -> dict[int, Relation]:
    rows = with_words(Relation.objects.filter(id__in=ids)).select_related("item__digest__page__source")
    return {row.id: row for row in rows.defer("item__digest__page__text", "item__digest__lead")}


def _related(direction: Direction, pair: dict[str, Any], links: Mapping[int, DocumentLink], said: Mapping[int, Relation]) -> Related:
    row = said[pair["first"]]
    verbs: Mapping[Any, str] = wording.RELATIONS if direction == "out" else BACKWARD
    return Related(
        direction=direction,
        verb=verbs[pair["type"]],
        document=links.get(pair["other"]) if pair["other"] else None,
        choice=reverse("portal:documents", args=[slug(pair["number"])]) if pair["number"] and not pair["other"] else None,
        key=wording.one_line(pair["key"]),
        times=pair["times"],
        words=words_of(row),
        words_url=words_url(row.item.digest, RELATION, row.item.order, row.order),
    )
