"""What the person named as a page: a file, or `-` for standard input."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from dieuhanh.extract.facts import Digest
from dieuhanh.reading import read

STANDARD_INPUT = "-"


def page_name(page: str) -> str:
    return "đầu vào chuẩn" if page == STANDARD_INPUT else page


def read_source(page: str, limit: int) -> Digest:
    """The digest of one page of at most `limit` bytes; raises what `dieuhanh.read` raises."""
    if page != STANDARD_INPUT:
        return read(Path(page), limit=limit)
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return read(sys.stdin.buffer.read(limit + 1), limit=limit)
