"""Datasets as text: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec

from dieuhanh.apps.opendata.dataset import Row

# Without the mark Excel takes a CSV file for one in the machine's old encoding and shows "VÄn báº£n"; programs have the other files.
CSV_ENCODING = "utf-8-sig"
FORMULA = ("=", "+", "-", "@", "'")  # what a spreadsheet takes for a formula, and our own mark


def write_csv(file: Path, names: Iterable[str], batches: Iterable[Iterable[Row]]) -> None:
    """RFC 4180 with a byte order mark; days as ISO 8601, nothing for what is not known.

    A text that a spreadsheet would run as a formula has an apostrophe before it, and so has one that begins with an apostrophe: take the
    first apostrophe away and the words are as in the other files.
    """
    with file.open("w", encoding=CSV_ENCODING, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(names)
        for rows in batches:
            writer.writerows([_cell(value) for value in row] for row in rows)


def write_json_lines(file: Path, names: Iterable[str], batches: Iterable[Iterable[Row]]) -> None:
    """An object a line in UTF-8, null for what is not known."""
    names = list(names)
    encoder = msgspec.json.Encoder()
    with file.open("wb") as stream:
        for rows in batches:
            stream.write(encoder.encode_lines([dict(zip(names, row, strict=True)) for row in rows]))


def _cell(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return value.isoformat() if isinstance(value, dt.date) else value
