"""The title of a digest and the period that it names.

Reads: canonical text.  Writes: where the title stands, Period.
Forms seen: "(từ ngày 15/01 đến ngày 21/01/2024)", "(ngày 24/5 đến ngày 30/5/2021)", "(từ ngày 12/01/2026 - 18/01/2026)", "(từ 12 - 18/9)",
"tháng 4/2025", "ngày 10/10/2025".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dieuhanh.extract.facts import Period, Span

_TITLE = re.compile(r"chỉ đạo\s?,? ?(?:và )?điều hành\b.*(?:tuần|tháng|ngày|quý)|hoạt động (?:nổi bật )?(?:chỉ đạo, điều hành )?.*trong tuần", re.I)

_RANGE = re.compile(
    r"""
    (?P<d1>\d{1,2}) (?: [/.-](?P<m1>\d{1,2}) (?: [/.-](?P<y1>\d{4}) )? )?   # 15/01, 12/01/2026 or only 12
    \s? (?: - | – | đến | đến\ hết ) \s? (?: hết\ )? (?: ngày\ )?
    (?P<d2>\d{1,2}) [/.-] (?P<m2>\d{1,2}) (?: [/.-](?P<y2>\d{4}) )?         # 21/01/2024
    """,
    re.VERBOSE,
)
_MONTH = re.compile(r"\btháng (?P<month>\d{1,2})(?:/| năm )(?P<year>\d{4})", re.I)
_DAY = re.compile(r"\bngày (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.I)

_LONGEST_TITLE = 300  # characters; the longest seen has 124
_SEARCHED = 400  # paragraphs; a portal's menu of 63 provinces stands above the title


def find_title(text: str, paragraphs: list[Span]) -> int | None:
    """Index of the paragraph that titles the digest: the first that also names a period, else the first that could be one.

    A title repeated soon after (a breadcrumb above the headline) counts where it stands last.
    """
    candidates = [k for k, (s, e) in enumerate(paragraphs[:_SEARCHED]) if e - s <= _LONGEST_TITLE and _TITLE.search(text, s, e)]
    if not candidates:
        return None
    chosen = next((k for k in candidates if read_period(text[slice(*paragraphs[k])]) is not None), candidates[0])
    words = text[slice(*paragraphs[chosen])]
    return max(k for k in candidates if k - chosen <= 15 and text[slice(*paragraphs[k])] == words)


def read_period(title: str) -> Period | None:
    """The days that a title names; None where it names none or no calendar has them. Without a year nothing is guessed."""
    try:
        if m := _RANGE.search(title):
            return _range(m)
        if m := _MONTH.search(title):
            year, month = int(m["year"]), int(m["month"])
            return Period(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
        if m := _DAY.search(title):
            day = dt.date(int(m["year"]), int(m["month"]), int(m["day"]))
            return Period(day, day)
    except ValueError:  # 31/02 and the like
        return None
    return None


def _range(m: re.Match[str]) -> Period | None:
    year = m["y2"] or m["y1"]
    if year is None:
        return None
    end = dt.date(int(year), int(m["m2"]), int(m["d2"]))
    start = dt.date(int(m["y1"] or year), int(m["m1"] or m["m2"]), int(m["d1"]))
    if start > end and not m["y1"]:  # 28/12 đến 03/01/2024
        start = start.replace(year=start.year - 1)
    return Period(start, end) if start <= end else None
