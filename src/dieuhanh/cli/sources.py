"""What the person named as a page: a file, or `-` for standard input."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dieuhanh

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest

STANDARD_INPUT = "-"


def page_name(page: str) -> str:
    return "đầu vào chuẩn" if page == STANDARD_INPUT else page


def read_source(page: str, limit: int) -> Digest:
    """The digest of one page of at most `limit` bytes; raises what `dieuhanh.read` raises."""
    if page != STANDARD_INPUT:
        return dieuhanh.read(Path(page), limit=limit)
    return dieuhanh.read(read_standard_input(limit), limit=limit)


def read_standard_input(limit: int) -> bytes:
    """What it holds, cut at one byte more than `limit`. Raises OSError where it is closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read(limit + 1)
