"""A time with two ends, or with a beginning only: "từ ngày 15/11 đến hết ngày 15/12/2021", "kể từ ngày 01/11/2024 trở đi".

What the first day leaves open it takes from the last: the latest such day that does not lie behind it.
"""

from __future__ import annotations

import datetime as dt
import re

from msgspec.structs import replace

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.domain.deadlines.named_days import read_day
from dieuhanh.domain.deadlines.stretches import read_stretch
from dieuhanh.domain.deadlines.words import ISSUE
from dieuhanh.text.days import day_and_month, written_day

_DAY_PART = r"(?P<day>\d{1,2})(?!\d)(?:(?:[/.-]|\stháng\s)(?P<month>\d{1,2})(?!\d)(?:(?:[/.-]|\snăm\s)(?P<year>\d{4}))?)?"
_CLOCK = r"\d{1,2}\s?(?:giờ|h|:)\s?(?:\d{2}\s?(?:phút|['’p])?)?"
_WINDOW = re.compile(
    rf"""
    (?:kể\s)?từ\s (?: (?P<issue>(?:hôm\s)?nay | {ISSUE}(?:\s(?:văn\sbản|kế\shoạch|quyết\sđịnh|công\svăn)(?:\snày)?)?)
        | (?:{_CLOCK}[\s,]*)? (?:ngày\s)? {_DAY_PART}
        | tháng\s(?P<from_month>\d{{1,2}})(?:(?:/|\snăm\s)(?P<month_year>20\d\d))?
        | quý\s(?P<from_quarter>[1-4])(?:(?:/|\snăm\s)(?P<quarter_year>20\d\d))?
        | năm\s(?P<from_year>20\d\d) )
    \s?,?\s?(?:cho\s)? (?:đến|tới|-)\s? (?P<end>.+)$
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    r"(?:ngày|từ) (?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?(?P<year>(?!))? ?(?:-|đến) ?(?P<end>(?:ngày )?\d{1,2}(?:/| tháng ).+)$"
)
_YEARS = re.compile(r"(?:giai đoạn|thời kỳ|các năm|từ năm) (?P<first>20\d\d) ?(?:-|đến)(?: hết)?(?: năm)? ?(?P<last>20\d\d)$")
_OPEN = re.compile(r"^(?:kể )?từ (?P<start>.+?)(?: trở đi)?$")
_TERM = re.compile(r"nhiệm kỳ 20\d\d")
_STATES_A_DAY = ("ngày", "hết", "cuối", "tháng", "quý", "năm")


def read_years(asked: Asked) -> Reading | None:
    """ "giai đoạn 2021 - 2025": the first and the last day of those years; a term of office ends with an event."""
    if _TERM.search(asked.words):
        return open_question("nhiệm kỳ kết thúc theo kỳ họp, đại hội; cần người cho biết ngày", f"{asked.quoted()} là một nhiệm kỳ")
    m = _YEARS.search(asked.words)
    if m is None:
        return None
    first, last = dt.date(int(m["first"]), 1, 1), dt.date(int(m["last"]), 12, 31)
    return _window(first, Reading((f"{asked.quoted()}: kết thúc ngày cuối cùng của năm {last.year} → {written_day(last)}",), last))


def read_window(asked: Asked) -> Reading | None:
    """A window with its first and last day."""
    m = _WINDOW.search(asked.words) or _SHORT.search(asked.words)
    if m is None:
        return None
    words = m["end"] if m["end"].startswith(_STATES_A_DAY) else f"ngày {m['end']}"
    closing = asked._replace(words=words, question=replace(asked.question, bound="by"))
    end = read_day(closing) or read_stretch(closing)
    if end is None or end.due_on is None:
        return end
    start = _start(asked, m.groupdict(), end.due_on)
    return open_question(start, *end.steps) if isinstance(start, str) else _window(start, end)


def read_opening(asked: Asked) -> Reading | None:
    """ "(kể) từ ngày 01/11/2024 trở đi": from when; nothing says until when."""
    m = _OPEN.search(asked.words)
    if m is None or (asked.bound != "from" and not asked.words.endswith(" trở đi")):
        return None
    opening = asked._replace(words=m["start"])
    begin = read_day(opening) or read_stretch(opening)
    if begin is None or begin.due_on is None:
        return begin
    return Reading((*begin.steps, f"Mở từ {written_day(begin.due_on)}, không nêu ngày kết thúc"), from_on=begin.due_on)


def _window(first: dt.date, end: Reading) -> Reading:
    last = end.due_on
    if last is not None and first > last:
        return open_question(f"ngày bắt đầu {written_day(first)} ở sau ngày kết thúc {written_day(last)}; cần xem lại văn bản", *end.steps)
    return Reading((f"Mở từ {written_day(first)}", *end.steps), due_on=last, from_on=first, hour=end.hour)


def _start(asked: Asked, said: dict[str, str | None], end: dt.date) -> dt.date | str:
    """The first day of a window that ends on a day, or why it is not known."""
    if said.get("issue"):
        return asked.issued_on or NO_ISSUE
    if said.get("from_year"):
        return dt.date(int(said["from_year"] or 0), 1, 1)
    if said.get("from_quarter"):
        return _month(3 * int(said["from_quarter"] or 0) - 2, said["quarter_year"], end)
    if said.get("from_month"):
        return _month(int(said["from_month"] or 0), said["month_year"], end)
    return _day(int(said["day"] or 0), said["month"], said.get("year"), end)


def _month(month: int, year: str | None, end: dt.date) -> dt.date | str:
    if not 1 <= month <= 12:
        return f"không có tháng {month}; cần xem lại văn bản"
    return dt.date(int(year) if year else end.year - (month > end.month), month, 1)


def _day(day: int, month: str | None, year: str | None, end: dt.date) -> dt.date | str:
    """The latest such day that is not after the end, as far as the words leave it open."""
    at = int(month) if month else end.month - (day > end.day)
    on = int(year) if year else end.year - ((at, day) > (end.month, end.day))
    try:
        return dt.date(on, at, day) if at else dt.date(on - 1, 12, day)
    except ValueError:
        return f"không có ngày {day_and_month(day, at)}; cần xem lại văn bản"
