"""The body of a document as the paragraphs and tables that both files write, one after another, closed by "./."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dieuhanh.letters.letter import Block, Clauses, Column, Heading, Paragraph, Table
from dieuhanh.letters.wording import END, closed, numbered, one_line

Style = Literal["paragraph", "heading-1", "heading-2"]


class Line(msgspec.Struct, frozen=True, tag="line"):
    """A paragraph as it is written: clean, with its number."""

    style: Style
    text: str


class Grid(msgspec.Struct, frozen=True, tag="grid"):
    """A table as it is written."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def flow(body: Iterable[Block]) -> list[Line | Grid]:
    """All of the body; a paragraph without words is left out. Where no words can carry the closing sign it has a line of its own."""
    parts = [part for block in body for part in _parts(block) if isinstance(part, Grid) or part.text]
    last = parts[-1] if parts else None
    if isinstance(last, Line) and last.style == "paragraph":
        return [*parts[:-1], Line("paragraph", closed(last.text))]
    return [*parts, Line("paragraph", END)]


def _parts(block: Block) -> Iterator[Line | Grid]:
    match block:
        case Paragraph(text):
            yield Line("paragraph", one_line(text))
        case Heading(text, level):
            yield Line("heading-1" if level == 1 else "heading-2", one_line(text))
        case Clauses():
            yield from (Line("paragraph", text) for text in numbered(block))
        case Table(caption, columns, rows):
            clean_columns = tuple(msgspec.structs.replace(column, title=one_line(column.title)) for column in columns)
            yield Grid(one_line(caption), clean_columns, tuple(tuple(one_line(cell) for cell in row) for row in rows))
