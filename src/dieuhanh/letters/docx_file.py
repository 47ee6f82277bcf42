"""A document as a DOCX file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document

from dieuhanh.letters.docx_body import add_body
from dieuhanh.letters.docx_frame import add_addressees, add_end, add_head
from dieuhanh.letters.docx_package import fixed
from dieuhanh.letters.docx_styles import describe, set_page, set_styles
from dieuhanh.letters.sheet import laid_out

if TYPE_CHECKING:
    from dieuhanh.letters.letter import Letter


def to_docx(letter: Letter) -> bytes:
    """The document in the form of Phụ lục I of Nghị định 30/2020/NĐ-CP; the same letter always gives the same bytes.

    Control characters and other code points that XML forbids are dropped or shown as U+FFFD; nothing of the text can become markup.
    """
    document = Document()
    set_styles(document)
    set_page(document)
    describe(document, letter)
    sheet = laid_out(letter)
    add_head(document, sheet)
    add_addressees(document, sheet)
    add_body(document, sheet.body)
    add_end(document, sheet)
    file = io.BytesIO()
    document.save(file)
    return fixed(file.getvalue())
