"""The text of a digest cut into paragraphs that belong to one item each, with every fact marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dieuhanh.display.marks import Mark, mark_up
from dieuhanh.display.wording import one_line

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest, Span

LINE = re.compile(r"[^\n]+")
BEFORE, AFTER = 0, -1  # where text stands that belongs to no item: above the first item, or anywhere below


class Paragraph(NamedTuple):
    """A part of the text and its HTML."""

    span: Span
    html: str


def marked_paragraphs(digest: Digest, marks: Iterable[Mark]) -> defaultdict[int, list[Paragraph]]:
    """The paragraphs of each item by its position from 1, and those of no item under BEFORE and AFTER."""
    spans = list(_cut(digest))
    owners = sorted((*item.span, position) for position, item in enumerate(digest.items, 1))
    shared: defaultdict[int, list[Paragraph]] = defaultdict(list)
    for span, html in zip(spans, mark_up(digest.text, marks, spans), strict=True):
        shared[_owner(span[0], owners)].append(Paragraph(span, html))
    return shared


def _cut(digest: Digest) -> Iterator[Span]:
    """Lines that hold words, cut where an item begins or ends inside one (two headlines glued together)."""
    borders = sorted({border for item in digest.items for border in item.span})
    for line in LINE.finditer(digest.text):
        start, end = line.span()
        cuts = [start, *borders[bisect_right(borders, start) : bisect_left(borders, end)], end]
        for left, right in pairwise(cuts):
            if not digest.text[left:right].isspace():
                yield left, right


def _owner(at: int, owners: list[tuple[int, int, int]]) -> int:
    """The position of the item around `at`; the items are given as (start, end, position), sorted."""
    index = bisect_right(owners, at, key=lambda owner: owner[0]) - 1
    if index < 0:
        return BEFORE
    _, end, position = owners[index]
    return position if at < end else AFTER


def headed(heading: str, paragraphs: list[Paragraph], text: str) -> tuple[str, list[Paragraph]]:
    """The HTML of a heading with its marks, and the paragraphs below: the first one is the heading itself where its words are the same."""
    if paragraphs and text[slice(*paragraphs[0].span)].split() == heading.split():
        return paragraphs[0].html, paragraphs[1:]
    return escape(one_line(heading)), paragraphs
