"""The lists of words as rows: those of the nation and, in a folder beside them, those of each province.

Reads: data/vn/*.csv, data/vn/<province>/*.csv.  Writes: rows, as they stand in the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

NATIONAL = resources.files("dieuhanh.extract") / "data" / "vn"


def provincial() -> Iterator[Traversable]:
    """The folder of each province that has one."""
    return (folder for folder in NATIONAL.iterdir() if folder.is_dir())


def rows(folder: Traversable, table: str) -> Iterator[dict[str, str]]:
    """Rows of a table; a province's folder may lack one, the nation's may not."""
    path = folder / f"{table}.csv"
    if folder is NATIONAL or path.is_file():
        yield from csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))


def spellings(row: dict[str, str]) -> list[str]:
    """How the name of a row is written: in full, and its aliases."""
    return [row["name"], *filter(None, row["aliases"].split("|"))]
