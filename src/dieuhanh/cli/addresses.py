"""What the person named, as addresses of pages: files, the pages of a folder, URLs, standard input."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from dieuhanh.cli.sources import STANDARD_INPUT

ENDINGS = frozenset({".htm", ".html", ".txt", ".xhtml"})  # what a folder's pages are called
ADDRESS_BYTES = 2000  # an index of PostgreSQL takes no more than 2,704

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_UNPRINTABLE = re.compile("[%\x00-\x1f\x7f\ud800-\udfff]")  # bytes of file names that are no UTF-8 arrive as lone surrogates


def is_url(page: str) -> bool:
    return _URL.match(page) is not None


def pages_of(page: str) -> Iterator[str]:
    """The page itself or, of a folder, every page below it, by name, and last the folders that could not be listed."""
    if is_url(page) or page == STANDARD_INPUT or not Path(page).is_dir():
        yield page
        return
    unlisted: list[OSError] = []
    for folder, folders, files in os.walk(page, onerror=unlisted.append):
        folders.sort()
        yield from (os.path.join(folder, file) for file in sorted(files) if Path(file).suffix.lower() in ENDINGS)
    yield from (str(error.filename) for error in unlisted)


def address_of(page: str, content: bytes) -> str:
    """One address for one place: the URL, "file://" and the whole path, or "stdin:" and the hash of what came. Raises OSError."""
    if page == STANDARD_INPUT:
        return f"stdin:{hashlib.sha256(content).hexdigest()}"
    address = page if is_url(page) else "file://" + _UNPRINTABLE.sub(_percent, os.path.abspath(page))
    if len(address.encode("utf-8", "replace")) > ADDRESS_BYTES:
        raise OSError(errno.ENAMETOOLONG, "address too long")
    return address


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in os.fsencode(found.group()))
