"""Pieces of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dieuhanh.letters import measures

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

EIGHTHS = 8  # the unit of line weights: 1/8 point
AFTER_BORDERS = ("w:spacing", "w:ind", "w:jc")  # what the schema wants behind the borders of a paragraph, as far as we use it


def element(tag: str, attributes: Mapping[str, str] | None = None, text: str | None = None) -> BaseOxmlElement:
    """A new element "w:…" with its attributes."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), value)
    made.text = text
    return made


def draw_rule(paragraph: Paragraph, length: float, room: float) -> None:
    """Make an empty paragraph a line of that length (mm) in the middle of the room that it has."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(max(0.0, (room - length) / 2))
    form.first_line_indent = Mm(0)
    form.space_before = Pt(1)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    border = element("w:pBdr")
    weight = str(round(measures.RULE_WEIGHT * EIGHTHS))
    border.append(element("w:top", {"w:val": "single", "w:sz": weight, "w:space": "0", "w:color": "000000"}))
    paragraph._p.get_or_add_pPr().insert_element_before(border, *AFTER_BORDERS)


def set_table(table: Table, caption: str, widths: Sequence[float]) -> None:
    """Columns of these widths (mm), whatever is in them; rows that no page end parts; words for a screen reader."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    margins = element("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margins.append(element(side, {"w:w": str(Mm(measures.CELL_PADDING).twips), "w:type": "dxa"}))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)
    for tag in ("w:tblDescription", "w:tblCaption"):
        look.addnext(element(tag, {"w:val": caption}))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def repeat_as_header(row: _Row) -> None:
    """The row stands again at the top of every page that the table reaches."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))
