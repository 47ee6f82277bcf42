"""The page as paragraphs, one a line, each with its place in the page.

Reads: the unified page. Writes: `Line`s.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import msgspec

from dieuhanh.text.characters import clean
from dieuhanh.text.offsets import Offsets, Point, Trail


class Line(msgspec.Struct, frozen=True, gc=False):
    """A paragraph: its clean words and the [start, end) of the page that they come from.

    `offsets` is the map from the words to page[base:]; None where they were copied as they stand.
    """

    text: str
    start: int
    end: int
    offsets: Offsets | None = None
    base: int = 0

    def points(self) -> Iterable[Point]:
        """The map from the words to the page, both ends included."""
        if self.offsets is None:
            return ((0, self.start), (len(self.text), self.end))
        return ((target, self.base + origin) for target, origin in self.offsets.points())


def split_lines(page: str) -> list[Line]:
    """The lines of `page` that hold words, clean."""
    lines: list[Line] = []
    normal = unicodedata.is_normalized("NFC", page)
    start = 0
    for raw in page.split("\n"):
        text = raw.strip()
        if text:
            if text.isprintable() and "  " not in text and (normal or unicodedata.is_normalized("NFC", text)):
                first = start if len(text) == len(raw) else start + raw.index(text)
                lines.append(Line(text, first, first + len(text)))
            else:
                line = _changed(raw, start)
                if line.text:
                    lines.append(line)
        start += len(raw) + 1
    return lines


def _changed(raw: str, start: int) -> Line:
    """The clean line of `raw`, which stands at `start`."""
    text, offsets = clean(raw)
    return Line(text, start + offsets.origins[0], start + offsets.origins[-1], offsets, start)


def assemble(lines: list[Line]) -> tuple[str, Offsets]:
    """The text of `lines`, one a line, and its map to the page. What lies between two lines belongs to the line end."""
    trail = Trail()
    at = 0
    end = -2  # in the page, of the line before; no line stands before the first
    for line in lines:
        if line.offsets is not None:
            for target, origin in line.points():
                trail.add(at + target, origin)
        else:
            if line.start != end + 1:  # else one line end between the two is copied in one run with both
                trail.add(at, line.start)
            trail.add(at + len(line.text), line.end)
        at += len(line.text) + 1
        end = line.end
    return "\n".join([line.text for line in lines]), trail.offsets()
