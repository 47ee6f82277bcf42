"""Fragments of patterns that several extractors share."""

from __future__ import annotations

import datetime as dt
import re

LOWER = "a-zà-ỹăâđêôơư"  # à-ỹ spans both cases of the Vietnamese block; use UPPER to tell capitals
UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper() and c.lower() in "àáâãèéêìíòóôõùúýăđĩũơư" or 0x1EA0 <= ord(c) and c.isupper())

DATE = r"""(?P<day>\d{1,2}) (?: \s?[/.-]\s? | \s+tháng\s+ ) (?P<month>\d{1,2}) (?: \s?/{1,2}\s? | [.-] | \s+năm\s+ ) (?P<year>\d{4})"""


def calendar_day(match: re.Match[str], prefix: str = "") -> dt.date | None:
    """The day that the groups `day`, `month`, `year` of a match name; None where no calendar has it (31/02/2024)."""
    try:
        return dt.date(int(match[f"{prefix}year"]), int(match[f"{prefix}month"]), int(match[f"{prefix}day"]))
    except ValueError:
        return None
