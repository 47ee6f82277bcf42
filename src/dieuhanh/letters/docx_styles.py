"""Page, styles and properties of a DOCX file: everything in Times New Roman, black, Vietnamese."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from dieuhanh.letters import measures
from dieuhanh.letters.docx_xml import element
from dieuhanh.letters.wording import one_line, title

if TYPE_CHECKING:
    from docx.document import Document

    from dieuhanh.letters.letter import Letter

BODY = "Body Text"  # justified, first line indented
FRAME = "Frame"  # the lines around the body: head, signature, recipients
CELL = "Cell"
TITLE = "Title"
CAPTION = "Caption"
HEADINGS = ("Heading 1", "Heading 2")
GRID = "Table Grid"
KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", GRID, BODY, TITLE, CAPTION, *HEADINGS}
FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
LONGEST_PROPERTY = 255  # characters, in the properties of an Office file


def set_styles(document: Document) -> None:
    """The styles of the frame, the body, its headings and its tables, on top of one font and one language."""
    _drop_others(document)
    _set_defaults(document)
    for name, size in ((FRAME, measures.BODY_SIZE), (CELL, measures.TABLE_SIZE)):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _bare(document, name).font.size = Pt(size)
    _set_body(_bare(document, BODY))
    for level, name in enumerate(HEADINGS):
        heading = _bare(document, name)
        _set_body(heading)
        heading.font.bold = True
        heading.paragraph_format.keep_with_next = True
        heading.element.get_or_add_pPr().append(element("w:outlineLvl", {"w:val": str(level)}))
    for name in (TITLE, CAPTION):
        centred = _bare(document, name)
        centred.font.size = Pt(measures.KIND_SIZE)
        centred.font.bold = True
        centred.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        centred.paragraph_format.keep_with_next = True
    centred.paragraph_format.space_before = centred.paragraph_format.space_after = Pt(measures.PARAGRAPH_GAP)


def _drop_others(document: Document) -> None:
    """Without the template's other styles, which nobody uses: half of the time of writing goes into looking through them."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()


def _set_defaults(document: Document) -> None:
    """Font and language of all text, and no space between paragraphs where a style does not ask for it."""
    run = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    run.clear()
    run.append(element("w:rFonts", dict.fromkeys(FONT_SLOTS, measures.FONT)))
    run.append(element("w:lang", dict.fromkeys(("w:val", "w:eastAsia", "w:bidi"), measures.LANGUAGE)))
    _bare(document, "Normal")


def _bare(document: Document, name: str) -> ParagraphStyle:
    """The style without what the template says of it: colours, theme fonts, borders."""
    style = cast("ParagraphStyle", document.styles[name])
    for tag in ("w:link", "w:pPr", "w:rPr"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1
    return style


def _set_body(style: ParagraphStyle) -> None:
    style.font.size = Pt(measures.BODY_SIZE)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    style.paragraph_format.first_line_indent = Mm(measures.FIRST_LINE)
    style.paragraph_format.space_before = Pt(measures.PARAGRAPH_GAP)
    style.paragraph_format.line_spacing = measures.LINE_SPACING
    style.paragraph_format.widow_control = True


def set_page(document: Document) -> None:
    """A4 with the margins of the law; the page number in the middle of the top margin from the second page on."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(measures.PAGE_WIDTH), Mm(measures.PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(measures.TOP), Mm(measures.BOTTOM)
    section.left_margin, section.right_margin = Mm(measures.LEFT), Mm(measures.RIGHT)
    section.header_distance = section.footer_distance = Mm(measures.NUMBER_FROM_EDGE)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style = document.styles[FRAME]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(measures.PAGE_NUMBER_SIZE)
    run._r.append(element("w:fldChar", {"w:fldCharType": "begin"}))
    run._r.append(element("w:instrText", text="PAGE"))
    run._r.append(element("w:fldChar", {"w:fldCharType": "end"}))


def describe(document: Document, letter: Letter) -> None:
    """Title, author and language in the file's properties; the day is the letter's own, so that the bytes do not depend on the clock."""
    properties = document.core_properties
    properties.title = title(letter)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = one_line(letter.issuer.name)[:LONGEST_PROPERTY]
    properties.comments = ""
    properties.language = measures.LANGUAGE
    properties.created = properties.modified = dt.datetime.combine(letter.date, dt.time(), tzinfo=dt.UTC)
