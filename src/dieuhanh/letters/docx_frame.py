"""What stands around the body of a DOCX file: the head of the page above it, signature and recipients below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from dieuhanh.letters import measures, wording
from dieuhanh.letters.docx_styles import FRAME, TITLE
from dieuhanh.letters.docx_xml import draw_rule, set_table
from dieuhanh.letters.measures import balanced, rule
from dieuhanh.letters.wording import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from dieuhanh.letters.letter import Letter


def add_head(document: Document, letter: Letter) -> None:
    """Agency beside country, number beside place and date (ô số 1–4), then what the document is (ô số 5)."""
    table = _pair(document, measures.AGENCY_WIDTH, rows=2, caption="Tên cơ quan ban hành, Quốc hiệu, số, ngày ban hành")
    agency, country = table.rows[0].cells
    _fill_agency(agency, letter)
    _line(country, wording.COUNTRY, measures.COUNTRY_SIZE, bold=True)
    _line(country, wording.MOTTO, measures.MOTTO_SIZE, bold=True)
    draw_rule(country.add_paragraph(style=FRAME), measures.motto_rule(), measures.COUNTRY_WIDTH)
    number, place = table.rows[1].cells
    for line in (
        _line(number, wording.number_line(letter), measures.NUMBER_SIZE),
        _line(place, wording.place_and_date(letter), measures.PLACE_SIZE, italic=True),
    ):
        line.paragraph_format.space_before = Pt(measures.NUMBER_GAP)
    if letter.kind is None:
        lines = balanced(f"V/v {one_line(letter.subject)}", measures.SUBJECT_SIZE, measures.AGENCY_WIDTH)
        for index, text in enumerate(lines):
            _line(number, text, measures.SUBJECT_SIZE).paragraph_format.space_before = Pt(0 if index else measures.SUBJECT_GAP)
    if letter.kind is not None:
        _add_title(document, letter.kind, letter.subject)


def _fill_agency(cell: _Cell, letter: Letter) -> None:
    """The agency above in upright capitals, the issuing one in bold ones, a line below."""
    size, room = measures.AGENCY_SIZE, measures.AGENCY_WIDTH
    for line in balanced(one_line(letter.issuer.parent or "").upper(), size, room):
        _line(cell, line, size)
    lines = balanced(one_line(letter.issuer.name).upper(), size, room)
    for line in lines:
        _line(cell, line, size, bold=True)
    draw_rule(cell.add_paragraph(style=FRAME), rule(lines, size, room), room)


def _add_title(document: Document, kind: str, subject: str) -> None:
    """The name of the kind in capitals, the subject under it, a line below."""
    document.add_paragraph(one_line(kind).upper(), style=TITLE).paragraph_format.space_before = Pt(measures.TITLE_GAP)
    lines = balanced(one_line(subject), measures.KIND_SIZE, measures.TEXT_WIDTH)
    for line in lines:
        document.add_paragraph(line, style=TITLE)
    draw_rule(document.add_paragraph(style=FRAME), rule(lines, measures.KIND_SIZE, measures.TEXT_WIDTH), measures.TEXT_WIDTH)


def add_addressees(document: Document, letter: Letter) -> None:
    """ "Kính gửi:" (ô số 9a): one on the same line, several below, one a line."""
    names = [one_line(name) for name in letter.addressees]
    lines = wording.addressed(names)
    for index, line in enumerate(lines):
        paragraph = document.add_paragraph(line, style=FRAME)
        paragraph.paragraph_format.space_before = Pt(0 if index else measures.ADDRESSED_GAP)
        if len(lines) == 1:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph.paragraph_format.left_indent = Mm(measures.ADDRESSED_INDENT + (measures.ADDRESSEES_INDENT if index else 0))


def add_end(document: Document, letter: Letter) -> None:
    """Recipients on the left, the signature on the right (ô số 7 and 9b), never parted by the end of a page."""
    document.add_paragraph(style=FRAME).paragraph_format.line_spacing = Pt(6)
    table = _pair(document, measures.RECIPIENTS_WIDTH, rows=1, caption="Nơi nhận và chữ ký")
    recipients, signature = table.rows[0].cells
    _line(recipients, wording.RECIPIENTS, measures.RECIPIENTS_TITLE_SIZE, bold=True, italic=True).alignment = WD_ALIGN_PARAGRAPH.LEFT
    for text in wording.recipients(letter):
        _line(recipients, text, measures.RECIPIENTS_SIZE).alignment = WD_ALIGN_PARAGRAPH.LEFT
    for capacity in letter.signature.capacity:
        _line(signature, one_line(capacity).upper(), measures.BODY_SIZE, bold=True)
    name = _line(signature, one_line(letter.signature.name or ""), measures.BODY_SIZE, bold=True)
    name.paragraph_format.space_before = Pt(measures.SIGNING_GAP)


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
