"""A sentence or a few paragraphs of our own as the reader meets them: the words marked, or the facts of one item."""

from __future__ import annotations

from dieuhanh.extract.anchors import Anchors, find_anchors
from dieuhanh.extract.digest import read_item
from dieuhanh.extract.documents import Page
from dieuhanh.extract.facts import Item, Period, Span
from dieuhanh.extract.layout import Section
from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.references import find_mentions
from dieuhanh.text import canonicalise

HEADING = "Nội dung chỉ đạo trong tuần"


def anchors_of(text: str, province: str | None = "langson") -> Anchors:
    """The known words of a text, cleaned as any page is."""
    return find_anchors(canonicalise(text).text, lexicon_of(province))


def paragraphs_of(text: str) -> list[Span]:
    """Spans of the lines of a text."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def item_of(*paragraphs: str, heading: str = HEADING, province: str | None = "langson", period: Period | None = None) -> Item:
    """The facts of an item with these paragraphs below its headline."""
    return items_of([(heading, paragraphs)], province=province, period=period)[0]


def items_of(items: list[tuple[str, tuple[str, ...]]], *, province: str | None = "langson", period: Period | None = None) -> list[Item]:
    """The facts of several items of one page, each a headline with its paragraphs."""
    text = "\n".join(line for heading, paragraphs in items for line in (heading, *paragraphs))
    anchors = find_anchors(text, lexicon_of(province))
    page = Page(find_mentions(anchors), period)
    lines = iter(paragraphs_of(text))
    sections = [Section(next(lines), [next(lines) for _ in paragraphs], None) for _, paragraphs in items]
    return [read_item(anchors, section, page) for section in sections]
