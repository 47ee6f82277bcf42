"""The body of a DOCX file."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH

from dieuhanh.letters import measures
from dieuhanh.letters.docx_styles import BODY, CAPTION, CELL, GRID, HEADINGS
from dieuhanh.letters.docx_xml import repeat_as_header, set_table
from dieuhanh.letters.flow import Grid, Line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

    from dieuhanh.letters.letter import Alignment

ALIGNMENTS: dict[Alignment, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_body(document: Document, body: Iterable[Line | Grid]) -> None:
    """Paragraphs, headings, numbered clauses and tables, the last words kept on the page of the signature."""
    for part in body:
        if isinstance(part, Grid):
            _add_grid(document, part)
        else:
            document.add_paragraph(part.text, style=HEADINGS[part.level - 1] if part.level else BODY)
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def _add_grid(document: Document, grid: Grid) -> None:
    """The table under its caption, its first row again on every page."""
    document.add_paragraph(grid.caption, style=CAPTION)
    table: Table = document.add_table(rows=2, cols=len(grid.columns), style=GRID)
    shares = sum(column.share for column in grid.columns)
    set_table(table, grid.caption, [measures.TEXT_WIDTH * column.share / shares for column in grid.columns])
    titles, pattern = table.rows
    repeat_as_header(titles)
    for title, cell, column in zip(titles.cells, pattern.cells, grid.columns, strict=True):
        _fill(title, column.title, "center", bold=True)
        _fill(cell, "", column.align, bold=False)
    _add_rows(table, grid.rows)


def _add_rows(table: Table, rows: Iterable[tuple[str, ...]]) -> None:
    """The rows as copies of the last one, which goes: python-docx walks over all of a table for each of its cells, 43 s for 2,000 rows."""
    pattern = table._tbl.tr_lst[-1]
    for texts in rows:
        row = deepcopy(pattern)
        for cell, text in zip(row.tc_lst, texts, strict=True):
            cell.p_lst[0].r_lst[0].text = text
        table._tbl.append(row)
    table._tbl.remove(pattern)


def _fill(cell: _Cell, text: str, align: Alignment, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    paragraph.alignment = ALIGNMENTS[align]
    paragraph.add_run(text).bold = bold
