"""What lies in a PDF file."""

from __future__ import annotations

import subprocess

import msgspec
import pytest

from dieuhanh.letters import Column, Heading, Issuer, Letter, Paragraph, Signature, Table, to_pdf
from tests.letters.letters_of_ours import OFFICIAL_LETTER, REMINDER
from tests.letters.paper import lines_of, needed


def said_of(pdf: bytes, *options: str) -> str:
    """What pdfinfo says."""
    return subprocess.run([needed("pdfinfo"), *options, "-"], input=pdf, check=True, capture_output=True).stdout.decode(errors="replace")


def with_body(*texts: str) -> Letter:
    return msgspec.structs.replace(OFFICIAL_LETTER, body=tuple(map(Paragraph, texts)))


def text_of(pdf: bytes) -> str:
    return " ".join(line.text for line in lines_of(pdf))


@pytest.mark.parametrize("letter", [pytest.param(REMINDER, id="named kind"), pytest.param(OFFICIAL_LETTER, id="công văn")])
def test_same_letter_gives_same_bytes(letter: Letter) -> None:
    assert to_pdf(letter) == to_pdf(letter)


def test_file_is_tagged_named_and_dated_by_the_letter() -> None:
    pdf = to_pdf(REMINDER)
    said = dict(line.split(":", 1) for line in said_of(pdf).splitlines())
    assert said["Tagged"].strip() == "yes"
    assert said["Title"].strip() == "Phiếu đôn đốc Thực hiện nhiệm vụ đã quá thời hạn"
    assert "Feb  5" in said["CreationDate"]
    claims = said_of(pdf, "-meta")
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in claims
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims


def test_structure_has_headings_and_a_table_with_header_cells() -> None:
    tags = [line.split()[0] for line in said_of(to_pdf(REMINDER), "-struct").splitlines() if line.strip()]
    assert [tag for tag in tags if tag in {"H1", "Caption", "Table"}] == ["H1", "Table", "Caption", "H1"]
    assert tags.count("TH") == 4
    assert tags.count("TD") == 4 * 60


def test_fonts_are_our_own() -> None:
    fonts = subprocess.run([needed("pdffonts"), "-"], input=to_pdf(REMINDER), check=True, capture_output=True).stdout.decode()
    assert {line.split()[0].partition("+")[2].split("-")[0] for line in fonts.splitlines()[2:]} == {"LiberationSerif"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('#panic("x") $x$ *b* _i_ @ref <lab> `raw` \\ // [x]', id="markup of the typesetter"),
        pytest.param("ĂẰẲẴẮẶ ăằẳẵắặ ƠỜỞỠỚỢ ơờởỡớợ ƯỪỬỮỨỰ ưừửữứự ỸỴỶỲÝ đĐ", id="letters of Vietnamese"),
        pytest.param("đã xong ✓", id="a sign of another font"),
    ],
)
def test_words_are_kept(text: str) -> None:
    assert text in text_of(to_pdf(with_body(text, "Hết.")))


def test_file_with_a_missing_sign_claims_no_standard() -> None:
    pdf = to_pdf(with_body("tỉnh Quảng Tây (广西)"))
    assert "tỉnh Quảng Tây" in text_of(pdf)
    assert "pdfuaid" not in said_of(pdf, "-meta")


def test_nothing_runs_off_the_paper() -> None:
    narrow = Table("Bảng", (Column("A", 1), Column("B", 12)), (("dài " * 3000, "x"), ("w" * 300, "y")))
    lines = lines_of(to_pdf(msgspec.structs.replace(REMINDER, body=(narrow,), recipients=("Như trên",) * 100)))
    assert sum(line.text.count("dài") for line in lines) == 3000
    assert sum(line.text.count("w") for line in lines) == 300
    assert sum(line.text == "- Như trên;" for line in lines) == 100
    assert max(line.right for line in lines) < 196
    assert max(line.bottom for line in lines) < 278


def test_letter_of_nothing_is_still_a_file() -> None:
    nothing = msgspec.structs.replace(
        OFFICIAL_LETTER,
        issuer=Issuer(""),
        symbol="",
        subject="",
        addressees=(),
        body=(Heading("", 2), Heading("Hai", 2)),
        signature=Signature(()),
        recipients=(),
        filed="",
    )
    assert "<pdfuaid:part>1</pdfuaid:part>" in said_of(to_pdf(nothing), "-meta")
