"""What lies in a DOCX file."""

from __future__ import annotations

import io
import time
import zipfile

import msgspec
import pytest
from docx import Document
from docx.oxml.ns import qn

from dieuhanh.letters import Issuer, Letter, Paragraph, to_docx
from tests.letters.letters_of_ours import OFFICIAL_LETTER, REMINDER


@pytest.mark.parametrize("letter", [pytest.param(REMINDER, id="named kind"), pytest.param(OFFICIAL_LETTER, id="công văn")])
def test_same_letter_gives_same_bytes(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    first = to_docx(letter)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert to_docx(letter) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_page_and_properties() -> None:
    document = Document(io.BytesIO(to_docx(REMINDER)))
    section = document.sections[0]
    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    assert [round(length.mm) for length in lengths if length] == [210, 297, 20, 20, 30, 15]
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Phiếu đôn đốc Thực hiện nhiệm vụ đã quá thời hạn",
        "Văn phòng",
        "vi-VN",
    )
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.date() == REMINDER.date


def test_one_font_and_one_language() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(REMINDER))) as package:
        styles = package.read("word/styles.xml").decode()
        body = package.read("word/document.xml").decode()
    assert 'w:lang w:val="vi-VN"' in styles
    assert 'w:ascii="Times New Roman"' in styles
    assert "w:rFonts" not in body
    assert "w:color " not in body


def test_tables_repeat_their_header_and_speak_to_screen_readers() -> None:
    document = Document(io.BytesIO(to_docx(REMINDER)))
    captions = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in document.tables]
    assert captions == ["Tên cơ quan ban hành, Quốc hiệu, số, ngày ban hành", "Danh sách nhiệm vụ quá hạn", "Nơi nhận và chữ ký"]
    rows = document.tables[1]._tbl.tr_lst
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * 60


def test_hostile_text_stays_text() -> None:
    hostile = "Sở <w:p>\x00&amp; ]]> \x1b[31m\ufffe \ud800 {MERGEFIELD}"
    letter = msgspec.structs.replace(
        OFFICIAL_LETTER, issuer=Issuer(hostile * 20, hostile), subject=hostile * 40, body=(Paragraph(hostile),)
    )
    document = Document(io.BytesIO(to_docx(letter)))
    assert document.paragraphs[1].text == "Sở <w:p>&amp; ]]> [31m\ufffd \ufffd {MERGEFIELD}./."
