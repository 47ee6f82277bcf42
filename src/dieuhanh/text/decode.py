"""Bytes to code points: BOM, UTF-8, UTF-16 with and without BOM, broken UTF-8, the legacy encodings.

Reads: the page as it came. Writes: `Decoded`.
"""

from __future__ import annotations

import codecs

import msgspec

from dieuhanh.errors import NotTextError
from dieuhanh.text.legacy import has_signs, rewrite

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of files that offices drop by mistake. What is not listed betrays itself by NULs and control characters.
NOT_TEXT = (
    b"%PDF-",
    b"PK\x03\x04",  # ZIP, and so DOCX, XLSX, ODT
    b"\xd0\xcf\x11\xe0",  # DOC, XLS before 2007
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",  # JPEG
    b"GIF8",
    b"II*\x00",  # TIFF
    b"MM\x00*",
    b"\x1f\x8b",  # gzip
    b"Rar!",
    b"7z\xbc\xaf",
)

CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r") + b"\x7f"
PLAIN = bytes(byte for byte in range(256) if byte not in CONTROLS)

# Share of code points that may be broken or control characters in what we still call text. Our choice: a page cut in a
# few places stays far below it, noise and images far above.
NOISE = 0.02
# A short text may hold a few broken places all the same: so many, among at least nine sound code points each.
FEW = 3

SAMPLE = 4096  # bytes at the head that tell UTF-16 by its NULs, and a binary file by its control characters


class Decoded(msgspec.Struct, frozen=True):
    """The page as code points, and the name of the encoding that it was read in."""

    text: str
    encoding: str


def decode(source: bytes | str) -> Decoded:
    """The text of `source`; what cannot be decoded is U+FFFD. Raises NotTextError.

    Text that was decoded already is taken as it is, but for lines that somebody copied out of a legacy document.
    """
    decoded = _decode_bytes(source) if isinstance(source, bytes) else Decoded(source, "utf-8")
    if not has_signs(decoded.text):
        return decoded
    rewritten = rewrite(decoded.text)
    return Decoded(*rewritten) if rewritten else decoded


def _decode_bytes(data: bytes) -> Decoded:
    if data.startswith(NOT_TEXT):
        raise NotTextError
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _checked(data[len(bom) :].decode(encoding, "replace"), encoding)
    if b"\0" in data:
        encoding = _utf16_without_bom(data[:SAMPLE])
        return _checked(data.decode(encoding, "replace"), encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data)
    return Decoded(text, "utf-8") if not data[:SAMPLE].translate(None, PLAIN) else _checked(text, "utf-8")


def _utf16_without_bom(sample: bytes) -> str:
    """UTF-16 by its NULs: every ASCII letter and space has one, always on the same side; else UTF-8 with stray NULs."""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 10
    if second > enough and second > 8 * first:
        return "utf-16-le"
    if first > enough and first > 8 * second:
        return "utf-16-be"
    return "utf-8"


def _decode_broken(data: bytes) -> Decoded:
    """Damaged UTF-8, or one byte a letter: the sound sequences of several bytes tell."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if beyond_ascii - broken <= broken:
        rewritten = rewrite(data.decode("latin-1"))
        if rewritten is not None:
            return _checked(*rewritten)
    return _checked(text, "utf-8")


def _checked(text: str, encoding: str) -> Decoded:
    """`text`, if it is mostly text. Raises NotTextError."""
    broken = text.count("\ufffd") + sum(map(text.count, CONTROLS.decode("ascii")))
    if broken > max(NOISE * len(text), min(FEW, len(text) // 10)):
        raise NotTextError
    return Decoded(text, encoding)
