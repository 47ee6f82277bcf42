"""The tables of this floor: facts about encodings, spelling and site furniture, a row each.

Reads: data/*.csv. Writes: rows.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/`name`.csv, cells by the names of their columns."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
