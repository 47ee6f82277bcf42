"""The title of a digest and the period that it names.

Reads: canonical text.  Writes: where the title stands, Period.
Forms seen: "(từ ngày 15/01 đến ngày 21/01/2024)", "(ngày 24/5 đến ngày 30/5/2021)", "(từ ngày 12/01/2026 - 18/01/2026)", "(từ 12 - 18/9)",
"tuần từ 14–20/3/2026", "tháng 4/2025", "ngày 10/10/2025".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dieuhanh.extract.facts import Period, Span

_TITLE = re.compile(
    r"""
    (?: \(?[A-ZĐ]{2,8}\)?\s?[-–:]\s? )?                                            # "CTTĐT - ", "(LSO) - "
    (?: (?:bản|điểm|tổng\ hợp)?\s?tin\b.{0,3}?\s | (?:một\ số|những|các)\s
      | (?:nội\ dung|thông\ tin|thông\ cáo\ báo\ chí|kết\ quả|công\ tác|hoạt\ động|sự\ kiện)\s(?:về\s)? ){0,4}
    (?: (?:nổi\ bật\s)?(?:trong\s)?(?:công\ tác\s)? chỉ\ đạo \s?,?\s? (?:và\s)? điều\ hành \b  # chỉ đạo, điều hành
      | (?:nổi\ bật|chỉ\ đạo)\ của\ lãnh\ đạo\b )                                    # hoạt động nổi bật của lãnh đạo …
    (?P<rest> .* )
    """,
    re.VERBOSE | re.I,
)
_SPEAKS_OF = re.compile(
    r"nổi bật|trong (?:tuần|tháng|quý)|tuần (?:qua|từ|thứ|\d)"
    r"|của (?:ubnd|[ủu][yỷ] ban|hđnd|chính phủ|thủ tướng|lãnh đạo|chủ tịch|tỉnh|thành phố)",
    re.I,
)
_TIME = re.compile(r"tuần|tháng|ngày|quý|\d/\d", re.I)
_NO_TITLE = re.compile(r";|\.$|\blà (?:những|các|một số)\b", re.I)  # a summary list ends so

_Y = r"(?:19|20)\d{2}"
_RANGE = re.compile(
    rf"""
    (?<![\d/.]) (?P<d1>\d{{1,2}})
    (?: (?: \s?[/.]\s? | - | \ tháng\ ) (?P<m1>\d{{1,2}})                                    # 15/01 or only 12
        (?: (?: \s?[/.]{{1,2}}\s? | - | \ năm\ ) (?P<y1>{_Y}) )? )?                                             # 12/01/2026
    \s? (?: - | – | — | ~ | đến | tới ) \s? (?: hết\ )? (?: ngày\ )?
    (?P<d2>\d{{1,2}}) (?: \s?[/.]\s? | - | \ tháng\ ) (?P<m2>\d{{1,2}})
    (?: (?: \s?[/.]{{1,2}}\s? | - | \ năm\ ) (?P<y2>{_Y}) )? (?![\d/])                                                  # 21/01/2024
    """,
    re.VERBOSE | re.I,
)
_MONTH = re.compile(rf"\btháng (?P<month>\d{{1,2}})\s?(?:/|-|,? năm )\s?(?P<year>{_Y})", re.I)
_DAY = re.compile(rf"\b(?:ngày )?(?P<day>\d{{1,2}})(?:\s?/\s?| tháng )(?P<month>\d{{1,2}})(?:\s?/\s?| năm )(?P<year>{_Y})", re.I)
_QUARTER = re.compile(rf"\bquý (?P<quarter>IV|I{{1,3}}|[1-4])\s?(?:/|-|,? năm )\s?(?P<year>{_Y})", re.I)
_WEEK = re.compile(r"\btuần\b", re.I)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_DAYS_ALONE = re.compile(r"\(?\s?(?:từ|tuần|ngày|tháng|\d)", re.I)
_LONGEST_DAYS = 60  # characters
_LONGEST_TITLE = 300  # characters; the longest seen has 124
_LONGEST_PERIOD = 100  # days; a quarter has 92
_SEARCHED = 600  # paragraphs; a portal's menu of 63 provinces stands above the title
_REPEATED = 15  # paragraphs between a breadcrumb and the headline that says the same


def find_title(text: str, paragraphs: list[Span]) -> int | None:
    """Index of the paragraph that titles the digest: the first that also names a period, else the first that could be one.

    A title repeated soon after (a breadcrumb above the headline) counts where it stands last.
    """
    candidates = [k for k, (s, e) in enumerate(paragraphs[:_SEARCHED]) if e - s <= _LONGEST_TITLE and is_title(text[s:e])]
    if not candidates:
        return None
    dated = [k for k in candidates if _names_days(text[slice(*paragraphs[k])])]
    chosen = (dated or candidates)[0]
    days = _days(text[slice(*paragraphs[chosen])])
    return max(k for k in candidates if k - chosen <= _REPEATED and _days(text[slice(*paragraphs[k])]) == days)


def is_title(words: str) -> bool:
    """Whether a paragraph titles a digest: it opens with "chỉ đạo, điều hành", speaks of a time and is no sentence."""
    if "iều hành" not in words and "IỀU HÀNH" not in words and "ãnh đạo" not in words:
        return False
    m = _TITLE.match(words)
    return (
        m is not None and _TIME.search(m["rest"]) is not None and _SPEAKS_OF.search(words) is not None and _NO_TITLE.search(words) is None
    )


def is_dated_title(words: str) -> bool:
    """Whether a paragraph is the whole title of a digest, with its days."""
    return is_title(words) and _names_days(words)


def title_end(text: str, paragraphs: list[Span], titled: int) -> int:
    """Index of the paragraph below a title, whose days may stand on a line of their own."""
    following = titled + 1
    if following < len(paragraphs) and not _names_days(text[slice(*paragraphs[titled])]):
        start, end = paragraphs[following]
        if end - start <= _LONGEST_DAYS and _DAYS_ALONE.match(text, start, end) is not None and _names_days(text[start:end]):
            return following + 1
    return following


def read_period(title: str, year: int | None = None) -> Period | None:
    """The days that a title names; None where it names none or no calendar has them.

    Nothing is guessed: a range without a year is None too, unless the caller knows its `year`, that of the last day.
    """
    try:
        if m := _RANGE.search(title):
            return _range(m, year)
        if (m := _DAY.search(title)) and not _WEEK.search(title):
            day = dt.date(int(m["year"]), int(m["month"]), int(m["day"]))
            return Period(day, day)
        if (m := _MONTH.search(title)) and not _WEEK.search(title):
            return _months(int(m["year"]), int(m["month"]), int(m["month"]))
        if (m := _QUARTER.search(title)) and not _WEEK.search(title):
            last = 3 * _QUARTERS[m["quarter"].lower()]
            return _months(int(m["year"]), last - 2, last)
    except ValueError:  # 31/02 and the like
        return None
    return None


def _months(year: int, first: int, last: int) -> Period:
    return Period(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def _range(m: re.Match[str], known: int | None) -> Period | None:
    year = m["y2"] or m["y1"] or known
    if year is None:
        return None
    end = dt.date(int(year), int(m["m2"]), int(m["d2"]))
    start = dt.date(int(m["y1"] or year), int(m["m1"] or m["m2"]), int(m["d1"]))
    if start > end:  # 28/12 đến 03/01/2024; also where the year before was put to the second day
        start = start.replace(year=end.year - 1)
    return Period(start, end) if start <= end and (end - start).days <= _LONGEST_PERIOD else None


def _names_days(title: str) -> bool:
    return _RANGE.search(title) is not None or read_period(title) is not None


def _days(title: str) -> str | Period | None:
    """What a repeated title has in common with the first: its period, or without a year the range's words."""
    m = _RANGE.search(title)
    return read_period(title) or (m.group() if m else None)
