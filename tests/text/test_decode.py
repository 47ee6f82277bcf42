"""Bytes to text: each encoding, damage, and what is no text at all."""

from __future__ import annotations

import random
import zlib

import pytest

from dieuhanh.errors import NotTextError
from dieuhanh.text.decode import decode

PAGE = (
    "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành, UBND các huyện, thành phố tăng cường công tác phòng, chống cháy rừng mùa hanh khô.\n"
    "Chi cục Kiểm lâm trực 24/24 giờ, báo cáo Sở Nông nghiệp và Phát triển nông thôn trước ngày 25 hằng tháng.\n"
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(PAGE.encode(), "utf-8", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + PAGE.encode(), "utf-8", id="UTF-8 with BOM"),
        pytest.param(b"\xff\xfe" + PAGE.encode("utf-16-le"), "utf-16-le", id="UTF-16 little-endian with BOM"),
        pytest.param(b"\xfe\xff" + PAGE.encode("utf-16-be"), "utf-16-be", id="UTF-16 big-endian with BOM"),
        pytest.param(PAGE.encode("utf-16-le"), "utf-16-le", id="UTF-16 little-endian without BOM"),
        pytest.param(PAGE.encode("utf-16-be"), "utf-16-be", id="UTF-16 big-endian without BOM"),
    ],
)
def test_encoding_is_recognised(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (PAGE, encoding)


@pytest.mark.parametrize(
    ("data", "broken"),
    [
        pytest.param(PAGE.encode()[:-20] + b"\xe1\xbb", 1, id="cut in the middle of a letter"),
        pytest.param(PAGE.encode().replace(b"\xe1\xbb\x89", b"\xe1\xbb"), PAGE.count("ỉ"), id="the last byte of a letter lost"),
        pytest.param(b"S\xe1\xbb\x9f Y t\xff\xe1\xba\xbf b\xc3\xa1o c\xc3\xa1o", 1, id="one broken byte in a short line"),
        pytest.param(b"\xff\xfe" + PAGE.encode("utf-16-le")[:-1], 1, id="UTF-16 of odd length"),
    ],
)
def test_damaged_text_is_decoded_with_marks(data: bytes, broken: int) -> None:
    assert decode(data).text.count("\ufffd") == broken


def test_a_few_nuls_do_not_make_a_page_binary() -> None:
    assert decode(PAGE.encode() + b"\0\0").text == PAGE + "\0\0"


NOISE = random.Random(7).randbytes(20_000)  # noqa: S311  noise, no secret


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >>", id="PDF"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00word/document.xml", id="DOCX"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), id="DOC"),
        pytest.param(b"{\\rtf1\\ansi S\\u7903? Y t\\u7871?}", id="RTF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", id="JPEG"),
        pytest.param(b"GIF89a\x01\0\x01\0", id="GIF"),
        pytest.param(b"\x1f\x8b\x08\0" + zlib.compress(PAGE.encode()), id="gzip"),
        pytest.param(NOISE, id="noise"),
        pytest.param(bytes(4096), id="NULs"),
        pytest.param(bytes(range(1, 32)) * 100, id="control characters"),
        pytest.param(b"\xff\xfe" + NOISE[:1001].replace(b"\0", b"\x01"), id="noise behind a BOM"),
        pytest.param(b"\xff", id="one byte that is no letter"),
        pytest.param(PAGE.encode() + NOISE, id="a text with noise behind"),
        pytest.param("Département de la Santé, délégué à la modernité, procès-verbal signé".encode("latin-1"), id="French in Latin-1"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


def test_text_is_taken_as_it_is() -> None:
    assert decode("%PDF- \x00 là đầu của tệp PDF").text == "%PDF- \x00 là đầu của tệp PDF"
