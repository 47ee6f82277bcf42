"""Files as paper: where every line of text and every rule stands on the printed pages, in millimetres."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

import dieuhanh.letters

FONTS = Path(dieuhanh.letters.__file__).parent / "fonts"
POINT = 25.4 / 72
DPI = 200
DARK = 128
DESCENDER = 1.5  # some boxes end at the foot of a letter, some below
XHTML = "{http://www.w3.org/1999/xhtml}"
PGM = re.compile(rb"P5\s(\d+)\s(\d+)\s255\s")
# Word would have Times New Roman; ours has its widths.
FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias></fontconfig>"""


class Line(NamedTuple):
    """Words beside each other on page number `page` (from 1); distances from the left and the upper edge of the paper."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


def needed(program: str) -> str:
    """The path of a program that the tests look at paper with. Without it there is nothing to test, but in CI."""
    path = shutil.which(program)
    if path is None:
        missing = f"there is no {program}; `make browser` installs it where apt is"
        if "CI" in os.environ:
            pytest.fail(missing)
        pytest.skip(missing)
    return path


def printed(docx: bytes, folder: Path) -> bytes:
    """The PDF file that LibreOffice makes of a DOCX file."""
    (folder / "letter.docx").write_bytes(docx)
    (folder / "fonts.conf").write_text(FONTCONFIG.format(fonts=FONTS, cache=folder / "fonts"))
    subprocess.run(
        [needed("soffice"), f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "letter.docx"],
        cwd=folder,
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "letter.pdf").read_bytes()


def lines_of(pdf: bytes) -> list[Line]:
    """All lines of text, page by page, from the upper left."""
    said = subprocess.run([needed("pdftotext"), "-bbox-layout", "-", "-"], input=pdf, check=True, capture_output=True).stdout
    pages = ElementTree.fromstring(said.decode()).iter(f"{XHTML}page")  # noqa: S314  poppler wrote it from our own file
    return [
        Line(
            number,
            " ".join(word.text or "" for word in line.iter(f"{XHTML}word")),
            *(float(line.attrib[side]) * POINT for side in ("xMin", "yMin", "xMax", "yMax")),
        )
        for number, page in enumerate(pages, 1)
        for line in page.iter(f"{XHTML}line")
    ]


def rule_under(pdf: bytes, line: Line) -> float:
    """The length of the rule that is drawn within three millimetres under the foot of a line of text, 0 where there is none."""
    command = [needed("pdftoppm"), "-gray", "-r", str(DPI), "-f", str(line.page), "-l", str(line.page), "-"]
    picture = subprocess.run(command, input=pdf, check=True, capture_output=True).stdout
    head = PGM.match(picture)
    assert head
    width = int(head[1])
    dots = DPI / 25.4
    left, right = int((line.left - 2) * dots), int((line.right + 2) * dots)
    rows = range(int((line.bottom - DESCENDER) * dots), int((line.bottom + 3) * dots))
    longest = max(_longest_dark(picture[head.end() + row * width + left : head.end() + row * width + right]) for row in rows)
    return longest / dots


def _longest_dark(row: bytes) -> int:
    runs = bytes(1 if dot < DARK else 0 for dot in row).split(b"\0")
    return max(map(len, runs))
