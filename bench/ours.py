"""Our reader, and the least that any reader of the same bytes must do."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import dieuhanh
from bench.timed import Reader, main


def full_reading(_: Path) -> Reader:
    """Bytes to Digest."""
    return dieuhanh.read


def decoding(_: Path) -> Reader:
    """Bytes to str, and the question whether it is NFC."""
    return lambda page: unicodedata.is_normalized("NFC", page.decode())


if __name__ == "__main__":
    main({"read": full_reading, "decode": decoding})
