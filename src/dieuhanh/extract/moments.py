"""Days and stretches of time as officials word them: "17 giờ ngày 15/3/2024", "quý II/2025", "ngày 20 hằng tháng".

Reads: canonical text at a position.  Writes: Moment; a day without a year stays open, one that comes back has a recurrence.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from dieuhanh.extract.facts import Recurrence
from dieuhanh.extract.patterns import DATE, calendar_day

HOUR = r"\d{1,2}\s?(?:giờ|h|:)\s?(?:\d{2}\s?(?:phút|['’p])?)?"
EVERY = r"(?:hằng|hàng|mỗi)\s+(?P<every>ngày|tuần|tháng|quý|năm)\b"
WEEKDAY = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật)"
PERIODS: dict[str, Recurrence] = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}

_YEAR = r"(?:\s?[/.-]\s?|,?\snăm\s)(?P<{}>20\d\d)(?!\d)"
_DAY = re.compile(
    rf"""
    (?P<hour> {HOUR} [\s,]* (?:(?:của|sáng|chiều)\s)? )?
    (?P<weekday> (?:các\sngày\s)? {WEEKDAY} (?:(?:,|\svà)\s{WEEKDAY})* [\s,(]* )?
    (?P<word> ngày\s+ (?:mùng\s|mồng\s)? )?
    (?: {DATE} (?!\d)
      | (?P<d>\d{{1,2}}) (?: [/.-] | \stháng\s ) (?P<m>1[0-2]|0?[1-9]) (?!\d|[/.-]\d)      # no year
      | (?P<of_month>\d{{1,2}}) (?![\d%]|[/.,]\d) )?                                    # ngày 20 hằng tháng
    (?P<again> \s? (?:của\s)?
      (?: {EVERY} | (?P<next>tháng|năm)\s(?:sau|tới|tiếp\stheo|kế\stiếp|liền\skề|kế\ssau)
        | tháng\s(?:cuối|đầu)\s(?:của\s|hằng\s|mỗi\s)?(?P<quarterly>quý) ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STRETCH = re.compile(
    rf"""
    (?: (?P<part>đầu|giữa|cuối)\s )?
    (?: tháng\s (?: \d{{1,2}} (?:,\s?|\svà\s(?:tháng\s)?) )? (?P<month>1[0-2]|0?[1-9]) (?!\d) (?:{_YEAR.format("month_year")})?
      | quý\s (?: (?:I{{1,3}}|[1-3]) (?:,\s?|\s?[-–]\s?|\svà\s(?:quý\s)?) )* (?P<quarter>IV|I{{1,3}}|[1-4]) (?!\w)
          (?:{_YEAR.format("quarter_year")})?
      | (?P<months>0?6|sáu|0?9|chín)\stháng\s(?P<half>đầu|cuối)?\s?năm (?:\s(?P<half_year>20\d\d)(?!\d))?
      | (?:tuần|tháng|quý|năm)\sn[aà]y\b
      | (?:\d{{1,2}}\s)? (?:ngày|tuần)\s (?:làm\sviệc\s)? (?:đầu(?:\stiên)?|cuối(?:\scùng)?)\s (?:của\s)?
          (?: {EVERY} | tháng\s\d{{1,2}}(?:{_YEAR.format("part_year")})? )
      | năm\s (?P<year>20\d\d) (?!\d|\s?[-–]\s?\d) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Moment(NamedTuple):
    """A day (`first` is `last`) or a stretch of days; both are None where the words give no year or name what comes back."""

    first: dt.date | None
    last: dt.date | None
    recurrence: Recurrence | None
    end: int  # where its words end
    full: bool  # it says day, month and year


def read_day(text: str, start: int, end: int, *, bare: bool = False) -> Moment | None:
    """The day, hour or weekday whose words begin at `start`; a bare one may do without the word "ngày" before its date."""
    m = _DAY.match(text, start, end)
    if m is None or m.end() == start:
        return None
    named = bare or m["word"] or m["hour"] or m["weekday"]
    if m["year"]:
        day = calendar_day(m)  # a date with its year needs no word before it: "đến 30/6/2024"
        return Moment(day, day, None, m.end("year"), full=True)
    recurrence = _recurrence(m)
    if m["d"] and named:
        return Moment(None, None, recurrence, m.end() if recurrence else m.end("m"), full=False)
    if recurrence and (m["weekday"] or m["hour"] or (m["of_month"] and m["word"])):
        return Moment(None, None, recurrence, m.end(), full=False)
    return None


def _recurrence(m: re.Match[str]) -> Recurrence | None:
    if m["again"] is None:
        return None
    if m["quarterly"]:
        return "quarterly"
    return PERIODS[(m["every"] or m["next"]).lower()]


def read_stretch(text: str, start: int, end: int) -> Moment | None:
    """The month, quarter, half-year or year whose words begin at `start`, or the part of one that comes back ("03 ngày đầu mỗi tháng")."""
    m = _STRETCH.match(text, start, end)
    if m is None:
        return None
    if m["every"]:
        return Moment(None, None, PERIODS[m["every"].lower()], m.end(), full=False)
    year, first, last = _months(m)
    if year is None or (m["part"] or "").lower() in ("đầu", "giữa"):  # which day those are is for the rules of deadlines to say
        return Moment(None, None, None, m.end(), full=False)
    return Moment(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]), None, m.end(), full=False)


def _months(m: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, first and last month of a stretch; the year is None where it is not said."""
    said = m["month_year"] or m["quarter_year"] or m["half_year"] or m["year"]
    year = int(said) if said else None
    if m["month"]:
        return year, int(m["month"]), int(m["month"])
    if m["quarter"]:
        last = 3 * _QUARTERS[m["quarter"].upper()]
        return year, last - 2, last
    if m["months"]:
        if (m["half"] or "").lower() == "cuối":
            return year, 7, 12
        return year, 1, 6 if m["months"].lower() in ("6", "06", "sáu") else 9
    return year, 1, 12


def read_moment(text: str, start: int, end: int, *, bare: bool = False) -> Moment | None:
    """A day or else a stretch."""
    return read_day(text, start, end, bare=bare) or read_stretch(text, start, end)
