"""Site furniture that stands as a line of its own: skip links, switches, counters, ratings, share bars, file names.

A line goes only if it is furniture from its first to its last code point, so that no line of a real paragraph is lost.

Reads: paragraphs; data/furniture.csv. Writes: a verdict on each.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from dieuhanh.text.matching import fold

DATA = Path(__file__).parent / "data"

LONGEST = 64  # code points; the longest bar of buttons that we know has 56. Headlines mostly have more, and cost nothing then


@cache
def rows() -> tuple[dict[str, str], ...]:
    """The rows of data/furniture.csv: pattern (of the folded line), example, source."""
    with (DATA / "furniture.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows()))


def is_furniture(text: str) -> bool:
    """Whether the whole paragraph `text` is site furniture."""
    return len(text) <= LONGEST and _pattern().fullmatch(fold(text)) is not None
