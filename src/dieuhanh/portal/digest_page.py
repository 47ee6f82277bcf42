"""A digest as published: its text with every fact marked, and beside each item the list of its facts."""

from __future__ import annotations

import msgspec
from django.utils.safestring import SafeString, mark_safe

from dieuhanh.apps.documents.models import Digest
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.display import wording
from dieuhanh.display.marks import Kind, Mark, item_marks, warning_marks
from dieuhanh.display.paragraphs import AFTER, BEFORE, Paragraph, headed, marked_paragraphs
from dieuhanh.extract import facts
from dieuhanh.portal.fact_lists import ItemLinks, fact_lists, links_of


class Fact(msgspec.Struct, frozen=True):
    """One fact in the list, and the mark that it has in the text."""

    mark: Mark
    html: str


class FactList(msgspec.Struct, frozen=True):
    """All facts of one kind of an item."""

    kind: Kind
    facts: tuple[Fact, ...]


class ItemPage(msgspec.Struct, frozen=True):
    """One item: its headline and paragraphs with marks, its facts, and how many orders, deadlines and targets they hold."""

    position: int
    heading: SafeString
    plain_heading: str
    paragraphs: tuple[SafeString, ...]
    lists: tuple[FactList, ...]
    counts: str


class DigestPage(msgspec.Struct, frozen=True):
    """The page's parts; `opening` and `closing` are text that belongs to no item."""

    title: SafeString
    counts: str
    opening: tuple[SafeString, ...]
    items: tuple[ItemPage, ...]
    closing: tuple[SafeString, ...]
    warnings: tuple[Fact, ...]


def digest_page(row: Digest) -> DigestPage:
    """With a fixed number of queries."""
    digest = stored_digests([row.page])[row.page.id]
    found = [item_marks(position, item, digest.text) for position, item in enumerate(digest.items, 1)]
    warnings = warning_marks(digest)
    paragraphs = marked_paragraphs(digest, [*warnings, *(mark for kinds in found for marks in kinds.values() for mark in marks)])
    title, opening = headed(digest.title or wording.UNTITLED, paragraphs[BEFORE], digest.text)
    links = links_of(row)
    parts = zip(digest.items, found, strict=True)
    return DigestPage(
        title=mark_safe(title),  # noqa: S308  so is a heading, by `headed`
        counts=wording.counts(digest),
        opening=_html(opening),
        items=tuple(
            _item(position, item, marks, headed(item.heading, paragraphs[position], digest.text), links[position - 1])
            for position, (item, marks) in enumerate(parts, 1)
        ),
        closing=_html(paragraphs[AFTER]),
        warnings=tuple(Fact(mark, wording.one_line(w.message)) for mark, w in zip(warnings, digest.warnings, strict=True)),
    )


def _html(paragraphs: list[Paragraph]) -> tuple[SafeString, ...]:
    return tuple(mark_safe(paragraph.html) for paragraph in paragraphs)  # noqa: S308  mark_up escapes all that the page says


def _item(
    position: int, item: facts.Item, marks: dict[Kind, list[Mark]], heading: tuple[str, list[Paragraph]], links: ItemLinks
) -> ItemPage:
    lists = tuple(
        FactList(kind, tuple(Fact(mark, html) for mark, html in zip(marks[kind], told, strict=True)))
        for kind, told in fact_lists(item, marks, links)
        if told
    )
    title = mark_safe(heading[0])  # noqa: S308  as the title of the page
    return ItemPage(position, title, wording.one_line(item.heading), _html(heading[1]), lists, wording.item_counts(item))
