"""A document as a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import msgspec
import typst

from dieuhanh.letters import measures
from dieuhanh.letters.letter import Letter
from dieuhanh.letters.sheet import laid_out
from dieuhanh.letters.wording import one_line

HERE = Path(__file__).parent
TEMPLATE = (HERE / "letter.typ").read_bytes()
# Fonts that come with the packages, none of the machine: all machines print alike. Ours has the letters, those of typst have signs like ✓.
FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[HERE / "fonts"])
ACCESSIBLE: list[typst.PDFStandard] = ["a-2a", "ua-1"]  # for archives and for screen readers; both want every character to have its sign


def to_pdf(letter: Letter) -> bytes:
    """The document in the form of Phụ lục I of Nghị định 30/2020/NĐ-CP, tagged, as PDF/A-2a and PDF/UA-1.

    The same letter always gives the same bytes.

    Characters that no font of ours has (other scripts, emoji) are boxes, where the DOCX file keeps them; a file with such a box is still
    tagged, but may not claim the two standards and does not.
    """
    try:
        return _printed(letter, ACCESSIBLE)
    except typst.TypstError:
        return _printed(letter, [])


def _printed(letter: Letter, standards: list[typst.PDFStandard]) -> bytes:
    """Raises typst.TypstError for what the standards refuse."""
    day = letter.date
    inputs = {
        "sheet": msgspec.json.encode(laid_out(letter)).decode(),
        "measures": msgspec.json.encode({name: value for name, value in vars(measures).items() if name.isupper()}).decode(),
        "date": msgspec.json.encode({"year": day.year, "month": day.month, "day": day.day}).decode(),
        "author": one_line(letter.issuer.name),
    }
    compiler = typst.Compiler(TEMPLATE, root=HERE, font_paths=FONTS, ignore_system_fonts=True, sys_inputs=inputs)
    return cast("bytes", compiler.compile(format="pdf", pdf_standards=standards, timestamp=0))
