"""What stands around the body of a DOCX file: the head of the page above it, signature and recipients below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from dieuhanh.letters import measures
from dieuhanh.letters.docx_styles import FRAME, TITLE
from dieuhanh.letters.docx_xml import draw_rule, set_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from dieuhanh.letters.sheet import Sheet


def add_head(document: Document, sheet: Sheet) -> None:
    """Agency beside country, number beside place and date (ô số 1–4), then what the document is (ô số 5)."""
    table = _pair(document, measures.AGENCY_WIDTH, rows=2, caption="Tên cơ quan ban hành, Quốc hiệu, số, ngày ban hành")
    agency, country = table.rows[0].cells
    for line in sheet.parent:
        _line(agency, line, measures.AGENCY_SIZE)
    for line in sheet.agency:
        _line(agency, line, measures.AGENCY_SIZE, bold=True)
    draw_rule(agency.add_paragraph(style=FRAME), sheet.agency_rule, measures.AGENCY_ROOM)
    _line(country, sheet.country, measures.COUNTRY_SIZE, bold=True)
    _line(country, sheet.motto, measures.MOTTO_SIZE, bold=True)
    draw_rule(country.add_paragraph(style=FRAME), sheet.motto_rule, measures.COUNTRY_ROOM)
    number, place = table.rows[1].cells
    _line(number, sheet.number, measures.NUMBER_SIZE).paragraph_format.space_before = Pt(measures.NUMBER_GAP)
    _line(place, sheet.place, measures.PLACE_SIZE, italic=True).paragraph_format.space_before = Pt(measures.NUMBER_GAP)
    for index, text in enumerate(sheet.regarding):
        _line(number, text, measures.SUBJECT_SIZE).paragraph_format.space_before = Pt(0 if index else measures.SUBJECT_GAP)
    if sheet.kind:
        _add_title(document, sheet)


def _add_title(document: Document, sheet: Sheet) -> None:
    """The name of the kind in capitals, the subject under it, a line below."""
    document.add_paragraph(sheet.kind, style=TITLE).paragraph_format.space_before = Pt(measures.TITLE_GAP)
    for line in sheet.subject:
        document.add_paragraph(line, style=TITLE)
    draw_rule(document.add_paragraph(style=FRAME), sheet.subject_rule, measures.TEXT_WIDTH)


def add_addressees(document: Document, sheet: Sheet) -> None:
    """ "Kính gửi:" (ô số 9a): one on the same line, several below, one a line."""
    for index, line in enumerate(sheet.addressed):
        paragraph = document.add_paragraph(line, style=FRAME)
        paragraph.paragraph_format.space_before = Pt(0 if index else measures.ADDRESSED_GAP)
        if len(sheet.addressed) == 1:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph.paragraph_format.left_indent = Mm(measures.ADDRESSED_INDENT + (measures.ADDRESSEES_INDENT if index else 0))


def add_end(document: Document, sheet: Sheet) -> None:
    """Recipients on the left, the signature on the right (ô số 7 and 9b), never parted by the end of a page."""
    gap = document.add_paragraph(style=FRAME).paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(measures.END_GAP), True
    table = _pair(document, measures.RECIPIENTS_WIDTH, rows=1, caption="Nơi nhận và chữ ký")
    recipients, signature = table.rows[0].cells
    title = _line(recipients, sheet.recipients_title, measures.RECIPIENTS_TITLE_SIZE, bold=True, italic=True)
    for line in (title, *(_line(recipients, text, measures.RECIPIENTS_SIZE) for text in sheet.recipients)):
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for capacity in sheet.capacity:
        _line(signature, capacity, measures.BODY_SIZE, bold=True)
    _line(signature, sheet.signer, measures.BODY_SIZE, bold=True).paragraph_format.space_before = Pt(measures.SIGNING_GAP)


def _pair(document: Document, left: float, rows: int, caption: str) -> Table:
    """An invisible table of two columns over the width of the text."""
    table: Table = document.add_table(rows=rows, cols=2)
    set_table(table, caption, [left, measures.TEXT_WIDTH - left])
    return table


def _line(cell: _Cell, text: str, size: int, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """A centred line in a cell, the first of them in the paragraph that every cell begins with."""
    first = cell.paragraphs[0]
    paragraph: Paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    paragraph.style = FRAME
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph
