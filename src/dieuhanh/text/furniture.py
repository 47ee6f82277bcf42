"""Site furniture that stands as a line of its own: skip links, switches, counters, ratings, share bars, file names.

A line goes only if it is furniture from its first to its last code point, so that no line of a real paragraph is lost.

Reads: paragraphs; data/furniture.csv. Writes: a verdict on each.
"""

from __future__ import annotations

import re
from functools import cache

from dieuhanh.text.matching import fold
from dieuhanh.text.tables import read_table

LONGEST = 64  # code points; the longest bar of buttons that we know has 56. Headlines mostly have more, and cost nothing then


@cache
def _pattern() -> re.Pattern[str]:
    """All patterns of the table as one; they are written for the folded line."""
    return re.compile("|".join(f"(?:{row['pattern']})" for row in read_table("furniture")))


def is_furniture(text: str) -> bool:
    """Whether the whole paragraph `text` is site furniture."""
    return len(text) <= LONGEST and _pattern().fullmatch(fold(text)) is not None
