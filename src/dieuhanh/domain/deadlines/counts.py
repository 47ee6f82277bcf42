"""So many days from something or before it: "05 ngày làm việc kể từ ngày nhận được văn bản", "ít nhất 03 ngày trước ngày họp".

A count from the day of issue, from the receipt of this document or from a day that the words name gives a day; a count from an event
("kể từ khi nhận đủ hồ sơ") waits for a person to say when it happened, and a count from nothing waits for its beginning.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.counting import FIRST_NOT_COUNTED, LONGEST_COUNT, UNITS, count_back, count_days
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.domain.deadlines.named_days import DAY, TAIL, next_day
from dieuhanh.domain.deadlines.words import ISSUE
from dieuhanh.text.days import day_and_month, written_day

_COUNT = r"(?P<count>\d{1,4}) ?(?P<unit>ngày|tuần|tháng(?! (?:đầu|cuối)| năm)|quý|năm(?! (?:20|\d))|giờ|phút)(?P<working> làm việc)?"
_FROM = re.compile(rf"{_COUNT}(?: liên tục)?,? (?:kể từ|tính từ|tính kể từ|từ|sau|sau khi)(?: sau)? (?P<start>.+)$")
_BACK = re.compile(rf"{_COUNT} (?:trước|tính đến)(?: khi)? (?P<event>.+)$")
_BACK_TO = re.compile(rf"trước (?P<event>.+?),? (?:ít nhất |tối thiểu |chậm nhất )?{_COUNT}$")
_AHEAD = re.compile(rf"trước (?:ít nhất |tối thiểu |(?!\d+ ?giờ)){_COUNT}(?: (?:so với )?(?P<event>.+))?$")
_ALONE = re.compile(rf"{_COUNT}{TAIL}")
_REPORTED_MONTHS = re.compile(r"(?:báo cáo |kỳ |hết )?0?9 tháng")  # of a year, not from a day
_ON = re.compile(rf"(?:ngày )?{DAY}{TAIL}")
_KINDS = r"(?:công văn|kế hoạch|quyết định|chỉ thị|thông báo|công điện|văn bản|kết luận|nghị quyết|chương trình|hướng dẫn|quy định)"
_THIS = r"(?: (?:này|trên))?(?: của (?:chủ tịch )?(?:ubnd|hđnd)(?: tỉnh)?)?"
_ISSUE = re.compile(rf"(?:khi )?{ISSUE}(?: ban hành)?(?: {_KINDS}{_THIS})?{TAIL}|(?:ngày )?(?:hôm )?nay{TAIL}")
_RECEIPT = re.compile(rf"(?:ngày|khi) (?:tiếp )?nhận(?: được)? (?:{_KINDS}|(?:ý kiến )?chỉ đạo){_THIS}{TAIL}")
_HOURS = {"ngày": 24, "làm việc": 8}  # of a day; a working day has at most 8 (Bộ luật Lao động 2019, Điều 105 khoản 1)
_DAYS = {"ngày": 1, "tuần": 7, "tháng": 30, "năm": 365}  # about, to tell a slip of the pen
_QUARTER_MONTHS = 3
_MONTH_OF_QUARTER = "tháng"


class _Start(NamedTuple):
    day: dt.date
    name: str  # "ngày nhận được văn bản"
    event: str | None = None  # where a person gave its day


def read_count(asked: Asked) -> Reading | None:
    """A count in any of its forms."""
    if m := _FROM.search(asked.words):
        return _count_from(asked, m)
    if m := _BACK.search(asked.words) or _AHEAD.search(asked.words) or _BACK_TO.search(asked.words):
        return _count_to(asked, m)
    if (m := _ALONE.search(asked.words)) and not _REPORTED_MONTHS.fullmatch(asked.words):
        said = f"{m['count']} {m['unit']}{m['working'] or ''}"
        return open_question(
            f"chưa rõ {said} tính từ ngày nào; cần người cho biết ngày bắt đầu", f"{asked.quoted()} không nêu ngày bắt đầu"
        )
    return None


def _count_from(asked: Asked, m: re.Match[str]) -> Reading:
    start = _start(asked, m["start"])
    if isinstance(start, str):
        return open_question(start, f"{asked.quoted()}: {m['count']} {m['unit']}{m['working'] or ''} tính từ {asked.printed(m['start'])}")
    size = _size(m)
    if size is None:
        return open_question("thời hạn tính bằng giờ, phút; cần biết giờ bắt đầu", f"Tính từ {start.name} {written_day(start.day)}")
    count, unit, working = size
    if count * _DAYS[unit] > LONGEST_COUNT:
        return open_question(f"thời hạn dài bất thường ({m['count']} {m['unit']}); cần xem lại văn bản")
    if m["unit"] == "giờ":
        return _hours(m, start, count, asked, working=working)
    counted = count_days(start.day, count, unit, asked.calendar, working=working)
    first = f"Tính từ {start.name} {written_day(start.day)}; {FIRST_NOT_COUNTED}"
    return _of_event(counted, start, first)


def _hours(m: re.Match[str], start: _Start, count: int, asked: Asked, *, working: bool) -> Reading:
    """Whole days of hours: 48 giờ end two days later at the same hour, 08 giờ làm việc on the next working day."""
    said = f"{m['count']} giờ{m['working'] or ''}"
    if working:
        counted = count_days(start.day, count, "ngày", asked.calendar, working=True)
        return _of_event(counted, start, f"Tính từ {start.name} {written_day(start.day)}; {said} bằng {count:02} ngày làm việc 8 giờ")
    due = start.day + dt.timedelta(days=count)
    first = f"Tính liên tục từ giờ của {start.name} {written_day(start.day)} (khoản 1 Điều 147 Bộ luật Dân sự 2015)"
    counted = Reading((f"{written_day(start.day)} + {said} → cùng giờ ngày {written_day(due)}",), due_on=due, within=True)
    return _of_event(counted, start, first)


def _of_event(counted: Reading, start: _Start, first: str) -> Reading:
    return Reading((first, *counted.steps), counted.due_on, within=True, event=start.event, skipped=counted.skipped)


def _size(m: re.Match[str]) -> tuple[int, str, bool] | None:
    """How many of which unit, and whether only working days count; None for hours that make no whole day, and for minutes."""
    count, unit, working = int(m["count"]), m["unit"], m["working"] is not None
    if unit == "quý":
        return count * _QUARTER_MONTHS, _MONTH_OF_QUARTER, working
    if unit in UNITS:
        return (count * 5, "ngày", True) if unit == "tuần" and working else (count, unit, working)
    days, rest = divmod(count, _HOURS["làm việc" if working else "ngày"])
    return None if unit == "phút" or rest or not days else (days, "ngày", working)


def _start(asked: Asked, words: str) -> _Start | str:
    """The day from which a count begins, or why it is not known and what is needed."""
    if (m := _ON.fullmatch(words)) is not None:
        return _named_start(asked, m)
    if _ISSUE.fullmatch(words):
        day = asked.issued_on
        return _Start(day, "ngày ban hành văn bản") if day else NO_ISSUE
    if _RECEIPT.fullmatch(words):
        day = asked.question.received_on
        return _Start(day, "ngày nhận được văn bản") if day else "chưa biết ngày nhận được văn bản"
    if (known := asked.event_day(words)) is not None:
        return _Start(known[1], f"{known[0]},", known[0])
    return f"chưa biết {_as_day(asked.printed(words))}; cần người cho biết ngày"


def _as_day(words: str) -> str:
    return words if words.startswith("ngày ") else f"ngày {words.removeprefix('khi ')}"


def _named_start(asked: Asked, m: re.Match[str]) -> _Start | str:
    day, month = int(m["day"]), int(m["month"])
    if m["year"]:
        try:
            return _Start(dt.date(int(m["year"]), month, day), "ngày")
        except ValueError:
            return f"không có ngày {day_and_month(day, month)}/{m['year']}; cần xem lại văn bản"
    found = next_day(day, month, asked.issued_on) if asked.issued_on else None
    if found is None or asked.issued_on is None or found.year > asked.issued_on.year:
        return f"ngày {day_and_month(day, month)} không ghi năm; cần người cho biết năm"
    return _Start(found, "ngày")


def _count_to(asked: Asked, m: re.Match[str]) -> Reading:
    """So many days before a day or an event."""
    said = f"{m['count']} {m['unit']}{m['working'] or ''}"
    event = (m["event"] or "").removesuffix(" diễn ra")
    size = _size(m)
    if not event:
        return open_question("chưa rõ trước sự kiện nào; cần người cho biết ngày của sự kiện", f"{asked.quoted()}: trước {said}")
    start = _start(asked, event)
    step = f"{asked.quoted()}: {said} trước {asked.printed(event)}"
    if isinstance(start, str):
        return open_question(f"chưa biết {_as_day(asked.printed(event))}; cần người cho biết ngày", step)
    if size is None or size[0] * _DAYS[size[1]] > LONGEST_COUNT:
        return open_question("cần biết giờ của sự kiện", step)
    counted = count_back(start.day, size[0], size[1], asked.calendar, working=size[2])
    return _of_event(counted, start, f"Tính ngược từ {start.name} {written_day(start.day)}; ngày đó không tính")
