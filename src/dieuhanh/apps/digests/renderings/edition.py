"""A published issue as all forms see it."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.extract.facts import Period
from dieuhanh.extract.tables import CELL

EMPTY = "Kỳ này không có tin nào."


class Block(msgspec.Struct, frozen=True):
    """A paragraph, or rows of a table of which the first heads the columns; one of the two is empty."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class EditionEntry(msgspec.Struct, frozen=True):
    """An entry; `anchor` names it within the page."""

    anchor: str
    headline: str
    blocks: tuple[Block, ...]


class Notice(msgspec.Struct, frozen=True):
    """What a correction says that it changed, and on which day."""

    on: dt.date
    statement: str


class Edition(msgspec.Struct, frozen=True):
    """An issue as the public sees it, clean of what no file can hold; `url` is its full address."""

    title: str
    publisher: str
    period: Period
    url: str
    published_at: dt.datetime
    updated_at: dt.datetime
    entries: tuple[EditionEntry, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def lead(self) -> str:
        """The summary list: all headlines in one sentence."""
        if not self.entries:
            return EMPTY
        return "; ".join(entry.headline.rstrip(" .;") for entry in self.entries) + "."


def blocks_of(body: str) -> tuple[Block, ...]:
    """The paragraphs of a body, rows of one table put together."""
    blocks: list[Block] = []
    for line in filter(None, body.split("\n")):
        row = tuple(cell.strip() for cell in line.split(CELL))
        if len(row) == 1:
            blocks.append(Block(text=line))
        elif blocks and blocks[-1].rows:
            blocks[-1] = Block(rows=(*blocks[-1].rows, row))
        else:
            blocks.append(Block(rows=(row,)))
    return tuple(blocks)
