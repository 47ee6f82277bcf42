"""An issue as plain text: for chat, for the plain part of a letter, and as the form in which it is read back."""

from __future__ import annotations

from collections.abc import Iterator

from dieuhanh.apps.digests.renderings.edition import Block, Edition
from dieuhanh.extract.tables import CELL
from dieuhanh.text.days import written_day


def to_text(edition: Edition) -> str:
    """A paragraph a line, a blank line before each headline; ends with the address of the issue."""
    return "\n".join(_lines(edition)) + "\n"


def notice_lines(edition: Edition) -> list[str]:
    """What was corrected, the oldest first."""
    return [f"Đính chính ngày {written_day(notice.on)}: {notice.statement}" for notice in edition.notices]


def _lines(edition: Edition) -> Iterator[str]:
    yield edition.publisher
    yield edition.title
    yield from notice_lines(edition)
    yield from ("", edition.lead)
    for entry in edition.entries:
        yield from ("", entry.headline)
        for block in entry.blocks:
            yield from _block(block)
    yield from ("", f"Nguồn: {edition.url}")


def _block(block: Block) -> list[str]:
    return [CELL.join(row) for row in block.rows] or [block.text]
