"""A month, a quarter, a half-year, a year or a week that closes: "trong quý II", "6 tháng đầu năm 2024", "cuối tháng 6", "hết tuần này".

What is to be done within a time is due on its last day, what is to be done before it on its first. The first, middle and last day of
a month or a year are those of Bộ luật Dân sự 2015, Điều 146 khoản 2 and 3; it says nothing of the middle of a quarter, so that stays open.
A time without a year is the first that ends on or after the day of issue.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
import re

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.cycles import QUARTERS
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.text.days import written_day, written_month

_YEAR = r"(?:(?:\s?[/.-]\s?|,?\s(?:của\s)?năm\s)(?P<{}>20\d\d)(?!\d))?"
_MORE = r"(?:,\s?|\s?-\s?|\s(?:và|đến)\s)"  # between the months and quarters of a list
_STRETCH = re.compile(
    rf"""
    (?P<end>(?:hết|cuối|xong)\s)?
    (?: (?P<part>đầu|giữa|cuối|thượng\stuần|trung\stuần|hạ\stuần|nửa\sđầu|nửa\scuối|tuần\sđầu|tuần\scuối|10\sngày\sđầu)\s
        (?:tiên\s)?(?:của\s)? )?
    (?: tháng\s (?:\d{{1,2}}{_MORE}(?:tháng\s)?)* (?P<month>\d{{1,2}}) (?!\d) {_YEAR.format("month_year")}
      | quý\s (?:[1-4]{_MORE}(?:quý\s)?)* (?P<quarter>[1-4]) (?!\d) {_YEAR.format("quarter_year")}
      | (?P<months>0?6|0?9)\stháng\s(?P<half>đầu|cuối)?\s?năm (?:\s(?P<half_year>20\d\d)(?!\d))?
      | (?P<nine>9)\stháng
      | (?P<this>tuần|tháng|quý|năm)\s(?P<which>n[aà]y|sau|tới|kế\stiếp|tiếp\stheo)
      | năm\s (?P<year>20\d\d) (?!\d)
      | (?P<bare>tuần|tháng|quý|năm) )
    (?:\s?\([^()]*\))?$
    """,
    re.VERBOSE,
)
_CODE = "Bộ luật Dân sự 2015"
_PARTS = {  # day of a month, why
    "đầu": (1, f"đầu tháng là ngày đầu tiên của tháng (điểm a khoản 2 Điều 146 {_CODE})"),
    "giữa": (15, f"giữa tháng là ngày thứ mười lăm của tháng (điểm b khoản 2 Điều 146 {_CODE})"),
    "thượng tuần": (10, "thượng tuần là mười ngày đầu tháng"),
    "10 ngày đầu": (10, "mười ngày đầu tháng"),
    "trung tuần": (20, "trung tuần là mười ngày giữa tháng"),
    "tuần đầu": (7, f"tuần đầu là bảy ngày đầu tháng (một tuần là bảy ngày: khoản 1 Điều 146 {_CODE})"),
    "nửa đầu": (15, f"nửa tháng là mười lăm ngày (khoản 1 Điều 146 {_CODE})"),
}
_LAST = ("cuối", "hạ tuần", "nửa cuối", "tuần cuối")


def read_stretch(asked: Asked) -> Reading | None:
    """A time with its year or without."""
    m = _STRETCH.search(asked.words)
    if m is None:
        return None
    if m["bare"] and not (m["end"] or m["part"] or asked.words.endswith(("trong ngày", f"trong {m['bare']}"))):
        return None
    if asked.issued_on is None and _said_year(m) is None:
        return open_question(NO_ISSUE)
    found = _limits(m, asked.issued_on or dt.date(_said_year(m) or dt.MINYEAR, 1, 1))
    if found is None:
        return open_question("không có tháng này trong năm; cần xem lại văn bản")
    first, last, name = found
    return _placed(asked, m, first, last, name)


def _placed(asked: Asked, m: re.Match[str], first: dt.date, last: dt.date, name: str) -> Reading:
    """The day within a time that the words mean."""
    how = "" if _said_year(m) or asked.issued_on is None else f", tính theo ngày ban hành {written_day(asked.issued_on)}"
    part = m["part"]
    if part is not None and part not in _LAST:
        return _in_part(asked, part, first, last, f"{name}{how}")
    if asked.bound in ("before", "from") and not (m["end"] or part):
        return Reading((f"{asked.quoted()}: {name}{how}, bắt đầu từ {written_day(first)} → {written_day(first)}",), due_on=first)
    return Reading((f"{asked.quoted()}: {name}{how}, kết thúc ngày {written_day(last)} → {written_day(last)}",), due_on=last)


def _in_part(asked: Asked, part: str, first: dt.date, last: dt.date, name: str) -> Reading:
    """The beginning or the middle of a month or year; of a quarter or a week no rule tells it."""
    length = (last - first).days + 1
    if length > 360 and part in ("đầu", "giữa", "nửa đầu"):
        day = first if part == "đầu" else dt.date(first.year, 6, 30)
        rule = "đầu năm là ngày đầu tiên của tháng một" if part == "đầu" else "giữa năm là ngày cuối cùng của tháng sáu"
        why = f"{rule} (khoản 3 Điều 146 {_CODE})"
    elif 28 <= length <= 31 and part in _PARTS:
        number, why = _PARTS[part]
        day = first + dt.timedelta(days=number - 1)
    else:
        return open_question(f"pháp luật không định nghĩa “{part}” của {name}; cần người cho biết ngày", f"{asked.quoted()}: {name}")
    return Reading((f"{asked.quoted()}: {name}; {why} → {written_day(day)}",), due_on=day)


def _said_year(m: re.Match[str]) -> int | None:
    said = m["month_year"] or m["quarter_year"] or m["half_year"] or m["year"]
    return int(said) if said else None


def _limits(m: re.Match[str], issued_on: dt.date) -> tuple[dt.date, dt.date, str] | None:
    """First and last day of the time and its name; None where no calendar has it."""
    if m["this"] or m["bare"]:
        return _around(m["this"] or m["bare"], issued_on, later=m["which"] not in (None, "này", "nay"))
    first, last, name = _months(m)
    if not 1 <= last <= 12:
        return None
    year = _said_year(m) or issued_on.year + (last < issued_on.month)
    return dt.date(year, first, 1), dt.date(year, last, months.monthrange(year, last)[1]), name.format(year)


def _months(m: re.Match[str]) -> tuple[int, int, str]:
    """First and last month, and the name with a place for the year."""
    if m["month"]:
        return int(m["month"]), int(m["month"]), f"tháng {written_month(int(m['month']))}/{{}}"
    if m["quarter"]:
        last = 3 * int(m["quarter"])
        return last - 2, last, f"quý {QUARTERS[last // 3 - 1]}/{{}}"
    if m["nine"] or (m["months"] or "").endswith("9"):
        return 1, 9, "9 tháng đầu năm {}"
    if m["months"]:
        return (7, 12, "6 tháng cuối năm {}") if m["half"] == "cuối" else (1, 6, "6 tháng đầu năm {}")
    return 1, 12, "năm {}"


def _around(unit: str, issued_on: dt.date, *, later: bool) -> tuple[dt.date, dt.date, str]:
    """The week, month, quarter or year of the day of issue, or the one after it."""
    if unit == "tuần":
        monday = issued_on - dt.timedelta(days=issued_on.weekday()) + dt.timedelta(weeks=later)
        return monday, monday + dt.timedelta(days=6), f"tuần {written_day(monday)}–{written_day(monday + dt.timedelta(days=6))}"
    size = {"tháng": 1, "quý": 3, "năm": 12}[unit]
    k = (issued_on.year * 12 + issued_on.month - 1) // size + later
    year, month = divmod(k * size, 12)
    last = dt.date(year, month + size, months.monthrange(year, month + size)[1])
    name = {"tháng": f"tháng {written_month(month + 1)}/{year}", "quý": f"quý {QUARTERS[month // 3]}/{year}", "năm": f"năm {year}"}[unit]
    return dt.date(year, month + 1, 1), last, name
