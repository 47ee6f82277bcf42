"""The body of a DOCX file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from dieuhanh.letters import measures
from dieuhanh.letters.docx_styles import BODY, CELL, HEADINGS
from dieuhanh.letters.docx_xml import repeat_as_header, set_table
from dieuhanh.letters.flow import Grid, flow

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

    from dieuhanh.letters.letter import Alignment, Letter

ALIGNMENTS: dict[Alignment, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_body(document: Document, letter: Letter) -> None:
    """Paragraphs, headings, numbered clauses and tables, the last words kept on the page of the signature."""
    for part in flow(letter.body):
        if isinstance(part, Grid):
            _add_grid(document, part)
        else:
            document.add_paragraph(part.text, style=HEADINGS.get(part.style, BODY))
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def _add_grid(document: Document, grid: Grid) -> None:
    """The table under its caption, its first row again on every page."""
    caption = document.add_paragraph(grid.caption, style=HEADINGS["heading-2"])
    caption.paragraph_format.first_line_indent = Mm(0)
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption.paragraph_format.space_after = Pt(measures.PARAGRAPH_GAP)
    table = document.add_table(rows=1 + len(grid.rows), cols=len(grid.columns), style="Table Grid")
    shares = sum(column.share for column in grid.columns)
    set_table(table, grid.caption, [measures.TEXT_WIDTH * column.share / shares for column in grid.columns])
    titles = tuple(column.title for column in grid.columns)
    repeat_as_header(table.rows[0])
    for row, texts in zip(table.rows, (titles, *grid.rows), strict=True):
        for cell, text, column in zip(row.cells, texts, grid.columns, strict=True):
            _fill(cell, text, "center" if texts is titles else column.align, bold=texts is titles)


def _fill(cell: _Cell, text: str, align: Alignment, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    paragraph.alignment = ALIGNMENTS[align]
    paragraph.add_run(text).bold = bold
