"""Words of a page with the text around them, and words that a person typed found again in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from dieuhanh.extract.facts import Span

AROUND = 240  # code points on either side
BEGINNING = re.compile(r"^\S*\s+")
ENDING = re.compile(r"\s+\S*$")


class Quote(msgspec.Struct, frozen=True):
    """What is meant, and the text of the same paragraphs around it."""

    before: str
    marked: str
    after: str


def quote(text: str, span: Span) -> Quote:
    """The words of the span, cut out between words."""
    start, end = span
    left, right = max(start - AROUND, 0), min(end + AROUND, len(text))
    before, after = text[left:start].rpartition("\n")[2], text[end:right].partition("\n")[0]
    if left and len(before) == start - left:
        before = "… " + BEGINNING.sub("", before)
    if right < len(text) and len(after) == right - end:
        after = ENDING.sub("", after) + " …"
    return Quote(before, text[start:end], after)


def occurrences(text: str, typed: str, within: Span) -> list[Span]:
    """Where the typed words stand, whatever white space lies between them there; [] where they do not, or where nothing was typed."""
    words = unicodedata.normalize("NFC", typed).split()
    if not words:
        return []
    return list(_found(text, r"\s+".join(re.escape(word) for word in words), within))


def _found(text: str, pattern: str, within: Span) -> Iterator[Span]:
    """Overlapping ones too, as places count them."""
    compiled = re.compile(pattern)
    found = compiled.search(text, *within)
    while found:
        yield found.span()
        found = compiled.search(text, found.start() + 1, within[1])
