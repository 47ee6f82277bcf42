"""The body of a document as the paragraphs and tables that both files write, one after another, closed by "./."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dieuhanh.letters.letter import Block, Clauses, Column, Heading, Paragraph, Table
from dieuhanh.letters.wording import END, closed, numbered, one_line


class Line(msgspec.Struct, frozen=True, tag="line"):
    """A paragraph as it is written: clean, with its number; `level` is that of a heading, 0 of any other."""

    text: str
    level: int = 0


class Grid(msgspec.Struct, frozen=True, tag="grid"):
    """A table as it is written."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def flow(body: Iterable[Block]) -> list[Line | Grid]:
    """All of the body; a paragraph without words is left out. Where no words can carry the closing sign it has a line of its own."""
    parts = [part for block in body for part in _parts(block) if isinstance(part, Grid) or part.text]
    last = parts[-1] if parts else None
    if isinstance(last, Line) and not last.level:
        parts[-1] = Line(closed(last.text))
    else:
        parts.append(Line(END))
    return list(_outlined(parts))


def _outlined(parts: Iterable[Line | Grid]) -> Iterator[Line | Grid]:
    """The parts with no level of headings left out: PDF/UA wants a first heading of level 1."""
    reached = 0
    for part in parts:
        if isinstance(part, Line) and part.level:
            reached = min(part.level, reached + 1)
            yield Line(part.text, reached)
        else:
            yield part


def _parts(block: Block) -> Iterator[Line | Grid]:
    match block:
        case Paragraph():
            yield Line(one_line(block.text))
        case Heading():
            yield Line(one_line(block.text), block.level)
        case Clauses():
            yield from (Line(text) for text in numbered(block))
        case Table():
            columns = tuple(msgspec.structs.replace(column, title=one_line(column.title)) for column in block.columns)
            yield Grid(one_line(block.caption), columns, tuple(tuple(one_line(cell) for cell in row) for row in block.rows))
