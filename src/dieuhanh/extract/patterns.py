"""Fragments of patterns that several extractors share."""

from __future__ import annotations

import datetime as dt
import re

_LETTERS = (chr(code) for code in (*range(0xC0, 0xDE), 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF, *range(0x1EA0, 0x1EFA)))
UPPER = "A-Z" + "".join(c for c in _LETTERS if c.isupper() and c not in "ÄÅÆÇËÎÏÐÑÖ×ØÛÜ")  # for a class of capitals: [{UPPER}]

# "Nội dung trên được nêu tại", before the paper in which all stands that an item has said
ALL_ABOVE_IN = (
    r"\b(?:nội dung|nhiệm vụ|chỉ đạo|yêu cầu|vấn đề)\s(?:[^\s.;]+\s){0,5}(?:trên|này)\s(?:[^\s.;]+\s){0,8}(?:tại|trong)\s(?:các\s)?"
)
DUTY = r"(?:có|chịu) (?:trách nhiệm|nhiệm vụ)"  # of those who are to do something
TOLD = r"được (?:giao|phân công|đề nghị|yêu cầu)(?: nhiệm vụ)?"  # the same in the passive

DAY_AND_MONTH = r"""(?P<day>\d{1,2}) (?: \s?[/.-]\s? | \s+tháng\s+ ) (?P<month>\d{1,2})"""
YEAR = r"""(?: \s?/{1,2}\s? | \s?[.-]\s? | \s+năm\s+ ) (?P<year>\d{4})"""
DATE = f"{DAY_AND_MONTH} {YEAR}"


def calendar_day(match: re.Match[str], year: int | None = None) -> dt.date | None:
    """The day that the groups `day`, `month`, `year` of a match name, or of the year given; None where no calendar has it (31/02/2024)."""
    try:
        return dt.date(year or int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
