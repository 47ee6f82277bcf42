"""The day of a deadline whose words leave it open: "trước ngày 30/6", "trong quý II", "trong 05 ngày làm việc kể từ ngày 23/11/2021".

A day, month or quarter without a year is the first that ends on or after the day of issue of the item's first instrument.
A count begins on the day that it names ("ngày ký", "ngày ban hành": the day of issue) and follows Bộ luật Dân sự 2015:

- Điều 147 khoản 2: the first day is not counted;
- Điều 148 khoản 3: months end on the same day of the month, or on the last day of a month that lacks it;
- Điều 148 khoản 5: a count that would end on a day off ends on the next working day.

Saturday and Sunday are days off; public holidays are not known here. What begins with an event ("kể từ ngày nhận được …") stays open.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from msgspec.structs import replace

from dieuhanh.extract.facts import Bound, Deadline, Item

_COUNTED = re.compile(
    r"""
    (?P<count>\d{1,3}) \)? \s? (?:\([^()]*\)\s)? (?P<unit>ngày|tuần|tháng) (?P<working>\slàm\sviệc)? ,? \s
    (?:kể\stừ|tính\stừ|từ|sau) (?:\s(?:sau\s)?ngày)? \s
    (?: (?P<day>\d{1,2}) (?:[/.-]|\stháng\s) (?P<month>\d{1,2}) (?: (?:[/.-]|\snăm\s) (?P<year>\d{4}) )?
      | (?P<issue>ký|ban\shành|phát\shành)
        (?: \s(?:ban\shành\s)? (?:Công\svăn|Kế\shoạch|Quyết\sđịnh|Chỉ\sthị|Thông\sbáo|Công\sđiện|văn\sbản)\s.* )? )
    $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(r"(?:^|\s)(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})$")
_STRETCH = re.compile(
    r"""
    (?: (?:tháng\s|,\s?|\svà\s)(?P<month>\d{1,2}) | quý\s(?:.*[\s,–-])?(?P<quarter>IV|I{1,3}|[1-4])
      | (?P<months>0?6|0?9|sáu|chín)\stháng\s(?P<half>đầu|cuối)?\s?năm
      | (?P<this>tháng|quý|năm)\sn[aà]y ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def resolve_deadlines(item: Item) -> Item:
    """The item with the days that its deadlines leave open resolved against the first instrument's day, where the rules above give one."""
    if all(d.due is not None or d.recurrence is not None for d in item.deadlines):
        return item
    issued_on = next((d.date for d in item.instruments if d.date is not None), None)
    return replace(item, deadlines=tuple(_resolved(d, issued_on) for d in item.deadlines))


def _resolved(deadline: Deadline, issued_on: dt.date | None) -> Deadline:
    if deadline.due is not None or deadline.recurrence is not None:
        return deadline
    due = due_on(deadline.expression, deadline.bound, issued_on)
    return deadline if due is None else replace(deadline, due=due)


def due_on(expression: str, bound: Bound, issued_on: dt.date | None) -> dt.date | None:
    """The day that the words of an open deadline mean in a document of `issued_on`; None where they mean none that can be known.

    >>> due_on("trong 05 ngày làm việc kể từ ngày 23/11/2021", "by", None)
    datetime.date(2021, 11, 30)
    """
    if m := _COUNTED.search(expression):
        start = _start(m, issued_on)
        return None if start is None else count_from(start, int(m["count"]), m["unit"].lower(), working=m["working"] is not None)
    if issued_on is None:
        return None
    if m := _DAY_AND_MONTH.search(expression):
        return next_day(int(m["day"]), int(m["month"]), issued_on)
    if m := _STRETCH.search(expression):
        return _end_of_stretch(m, bound, issued_on)
    return None


def _start(m: re.Match[str], issued_on: dt.date | None) -> dt.date | None:
    """The day from which a count begins."""
    if m["issue"]:
        return issued_on
    if m["year"] is None:
        return None
    try:
        return dt.date(int(m["year"]), int(m["month"]), int(m["day"]))
    except ValueError:
        return None


def count_from(start: dt.date, count: int, unit: str, *, working: bool) -> dt.date:
    """The last day of so many "ngày", "tuần" or "tháng" after `start`; with `working` only Monday to Friday count."""
    if working:
        for _ in range(count):
            start = _working_day(start + dt.timedelta(days=1))
        return start
    if unit == "tháng":
        years, month = divmod(start.year * 12 + start.month - 1 + count, 12)
        last = calendar.monthrange(years, month + 1)[1]
        return _working_day(dt.date(years, month + 1, min(start.day, last)))
    return _working_day(start + dt.timedelta(days=count * (7 if unit == "tuần" else 1)))


def _working_day(day: dt.date) -> dt.date:
    """The day itself or, of a weekend, the Monday after it."""
    return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def next_day(day: int, month: int, on_or_after: dt.date) -> dt.date | None:
    """The first such day on or after another; None where no year has it (31/02), 29/02 where neither this nor the next has it."""
    for year in (on_or_after.year, on_or_after.year + 1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found >= on_or_after:
            return found
    return None


def _end_of_stretch(m: re.Match[str], bound: Bound, issued_on: dt.date) -> dt.date | None:
    """The last day of a month, quarter or half of a year, or its first where it is to be done before it begins."""
    first, last = _months(m, issued_on)
    if not 1 <= last <= 12:
        return None
    year = issued_on.year + (last < issued_on.month)
    return dt.date(year, first, 1) if bound == "before" else dt.date(year, last, calendar.monthrange(year, last)[1])


def _months(m: re.Match[str], issued_on: dt.date) -> tuple[int, int]:
    """The first and the last month of the stretch."""
    if m["month"]:
        return int(m["month"]), int(m["month"])
    if m["quarter"] or (m["this"] or "").lower() == "quý":
        quarter = _QUARTERS[m["quarter"].upper()] if m["quarter"] else (issued_on.month + 2) // 3
        return 3 * quarter - 2, 3 * quarter
    if (m["this"] or "").lower() == "tháng":
        return issued_on.month, issued_on.month
    if m["months"]:
        return (7, 12) if (m["half"] or "").lower() == "cuối" else (1, 6 if m["months"].lower() in ("6", "06", "sáu") else 9)
    return 1, 12
