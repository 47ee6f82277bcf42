"""Which files are taken with a report: told by their bytes, never by their name or by what the sender's browser says."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

from dieuhanh.errors import NotAttachmentError

NAME_LENGTH = 120  # code points
DEFAULT_NAME = "tep"

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX, XLSX, PPTX = f"{OFFICE}.wordprocessingml.document", f"{OFFICE}.spreadsheetml.sheet", f"{OFFICE}.presentationml.presentation"

_BEGINNINGS = {b"%PDF-": PDF, b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
_PACKAGES = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_MACROS = ("vbaproject.bin", "vbadata.xml")
SUFFIXES = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", DOCX: ".docx", XLSX: ".xlsx", PPTX: ".pptx"}
MOST_MEMBERS = 10_000  # of an Office package; more is no document but a bomb

_SEPARATORS = re.compile(r"[/\\]")
_UNSAFE = re.compile(r'[<>:"|?*]')


def media_type(content: bytes, name: str) -> str:
    """What the bytes are. Raises NotAttachmentError, with the bare name, for what is none of the types that offices exchange."""
    for beginning, found in _BEGINNINGS.items():
        if content.startswith(beginning):
            return found
    package = _package_type(content)
    if package is None:
        raise NotAttachmentError(safe_name(name))
    return package


def safe_name(name: str) -> str:
    """The last part of a sender's file name, of printable letters that every system takes.

    >>> safe_name("C:\\\\Users\\\\lan\\\\Bao cao.docx"), safe_name("../../etc/passwd"), safe_name("..")
    ('Bao cao.docx', 'passwd', 'tep')
    """
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    kept = "".join(letter for letter in _UNSAFE.sub("", last) if letter.isprintable()).strip(" .")
    return kept[-NAME_LENGTH:].strip(" .") or DEFAULT_NAME


def stored_name(name: str, kind: str) -> str:
    """The name under which a file is kept: its ending is that of its bytes.

    >>> stored_name("ket-qua.pdf.exe", PDF), stored_name("KQ.PDF", PDF)
    ('ket-qua.pdf.exe.pdf', 'KQ.PDF')
    """
    kept, suffix = safe_name(name), SUFFIXES[kind]
    endings = (suffix, ".jpeg") if kind == JPEG else (suffix,)
    return kept if kept.lower().endswith(endings) else f"{kept}{suffix}"


def _package_type(content: bytes) -> str | None:
    """Of a Word, Excel or PowerPoint file without macros; only the list of its members is read, nothing is unpacked."""
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError):
        return None
    lowered = {member.lower() for member in members}
    if len(members) > MOST_MEMBERS or any(member.endswith(_MACROS) for member in lowered):
        return None
    return next((kind for member, kind in _PACKAGES.items() if member in lowered), None)
