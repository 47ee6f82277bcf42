"""The page as paragraphs, one a line, each with its place in the page.

Reads: the unified page. Writes: `Line`s.
"""

from __future__ import annotations

import unicodedata

import msgspec

from dieuhanh.text.characters import clean
from dieuhanh.text.offsets import Offsets, Point, link


class Line(msgspec.Struct, frozen=True, gc=False):
    """A paragraph: its clean words, the [start, end) of the page that they come from, and the points between, if it was changed.

    `points` are (code point of `text`, code point of the page), the ends included; None where it was copied as it stands.
    """

    text: str
    start: int
    end: int
    points: tuple[Point, ...] | None = None


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
    points = tuple((target, origin + start) for target, origin in offsets.points())
    return Line(text, points[0][1], points[-1][1], points)


def assemble(lines: list[Line]) -> tuple[str, Offsets]:
    """The text of `lines`, one a line, and its map to the page. What lies between two lines belongs to the line end."""
    points: list[Point] = []
    at = 0
    end = -2  # in the page, of the line before; no line stands before the first
    for line in lines:
        if line.points is not None:
            points += [(at + target, origin) for target, origin in line.points]
        elif line.start != end + 1:
            points += (at, line.start), (at + len(line.text), line.end)
        else:  # one line end between the two: a copy in one run with both
            points.append((at + len(line.text), line.end))
        at += len(line.text) + 1
        end = line.end
    return "\n".join([line.text for line in lines]), link(points)
