"""Tables of tasks: rows of cells set off by " | " under a header "Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn".

Reads: Anchors, paragraphs.  Writes: Columns of a header, one Assignment a row.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.agencies import read_agencies
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Assignment, Span

CELL = " | "
_TASK = re.compile(r"nhiệm vụ|nội dung|công việc|đầu việc", re.I)
_LEAD = re.compile(r"chủ trì|thực hiện|chịu trách nhiệm|(?:cơ quan|đơn vị)(?! phối hợp)", re.I)
_COOPERATING = re.compile(r"phối hợp", re.I)
_TIME = re.compile(r"thời (?:hạn|gian)|hoàn thành|ghi chú|sản phẩm|tiến độ", re.I)


class Columns(NamedTuple):
    """Which cell of a row holds the task, its lead and those who cooperate."""

    task: int
    lead: int
    cooperating: int | None


def is_row(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is a row of a table."""
    return text.find(CELL, *paragraph) >= 0


def read_header(text: str, paragraph: Span) -> Columns | None:
    """The columns that a header row names; None where the row is no header of a table of tasks."""
    cells = [text[s:e] for s, e in cells_of(text, paragraph)]
    cooperating = next((k for k, c in enumerate(cells) if _COOPERATING.search(c)), None)
    lead = next((k for k, c in enumerate(cells) if k != cooperating and _LEAD.search(c) and not _TIME.search(c)), None)
    task = next((k for k, c in enumerate(cells) if k != lead and _TASK.search(c)), None)
    return Columns(task, lead, cooperating) if task is not None and lead is not None and all(len(c) < 60 for c in cells) else None


def read_row(anchors: Anchors, paragraph: Span, columns: Columns) -> list[Assignment]:
    """The order of one row; [] where its cells name no agency."""
    cells = cells_of(anchors.text, paragraph)
    if len(cells) <= max(columns.task, columns.lead, columns.cooperating or 0):
        return []
    lead = _agencies(anchors, cells[columns.lead])
    cooperating = _agencies(anchors, cells[columns.cooperating]) if columns.cooperating is not None else ()
    action = anchors.text[slice(*cells[columns.task])].strip(" .;")
    return [Assignment(lead, cooperating, action, None, paragraph)] if lead and action else []


def cells_of(text: str, paragraph: Span) -> list[Span]:
    """Spans of the cells of a row."""
    start, end = paragraph
    found = []
    while (at := text.find(CELL, start, end)) >= 0:
        found.append((start, at))
        start = at + len(CELL)
    found.append((start, end))
    return found


def _agencies(anchors: Anchors, cell: Span) -> tuple[str, ...]:
    agencies = read_agencies(anchors, *cell, strict=False)
    return agencies.names if agencies is not None else ()
