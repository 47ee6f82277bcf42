"""A limit set by an event: "trước Tết Nguyên đán Giáp Thìn 2024", "trước mùa mưa lũ", "trước kỳ họp thứ 20".

The calendar knows the days of Tết and of the other public holidays; a person can give a day to any event. All others wait for one.
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.text.days import written_day

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_OTHER_SPELLINGS = {"tị": "tỵ", "kỉ": "kỷ", "mẹo": "mão"}
_LUNAR_YEAR = rf"(?P<stem>{'|'.join(_STEMS)}|kỉ) (?P<branch>{'|'.join(_BRANCHES)}|tị|mẹo)"
_SIXTY = 60
_FIRST_OF_CYCLE = 4  # the year 4 was a Giáp Tý
_OCCASIONS = {  # as printed → name and detail of the calendar's row
    r"tết dương lịch": ("Tết Dương lịch", ""),
    r"giỗ tổ(?: hùng vương)?|10/3 âm lịch": ("Giỗ Tổ Hùng Vương", "10/3 âm lịch"),
    r"(?:ngày |lễ )?quốc khánh": ("Quốc khánh", ""),
    r"ngày văn hóa việt nam": ("Ngày Văn hóa Việt Nam", ""),
    r"(?:ngày )?quốc tế lao động": ("Ngày Quốc tế lao động", ""),
    r"tết(?: (?:nguyên đán|cổ truyền|âm lịch))?(?! (?:trung thu|đoan ngọ|thiếu nhi|hàn thực|nguyên tiêu))": ("Tết Nguyên đán", "mùng 1"),
}
_OCCASION = re.compile("|".join(f"(?P<o{k}>{words})" for k, words in enumerate(_OCCASIONS)))
_YEAR = re.compile(r"(?P<year>20\d\d)(?: ?\(?|$)")
_LUNAR = re.compile(_LUNAR_YEAR)
_BREAK = re.compile(r"(?:kỳ nghỉ|đợt nghỉ|nghỉ) (?:lễ )?$")
_DAY_OF_TET = re.compile(r"(?:mùng|ngày) (?P<nth>\d{1,2}) (?:tháng giêng|tết)")
_AFTER = re.compile(r"(?:^|\s)sau (?:khi )?(?:kỳ nghỉ |đợt nghỉ |dịp )?$")
_LAST_OF_TET = 10
_NO_EVENT = re.compile(r"\bngay (?:sau )?(?:khi|từ)\b|\bkhi (?:có|cần)\b|\bđột xuất\b")  # haste, or whenever it happens
_DAY = dt.timedelta(days=1)
_EVENT = re.compile(
    r"\b(?:mùa|vụ|khi|kỳ họp|phiên họp|hội nghị|cuộc họp|đại hội|khai giảng|khai mạc|bế mạc|bầu cử|năm học|học kỳ|kỳ thi|kỳ nghỉ"
    r"|lễ|tết|dịp|đợt|thời điểm|thời vụ|sự kiện|ngày (?:họp|hội|thi|tổ chức|làm việc|diễn ra|có hiệu lực)|có hiệu lực)\b.*$"
)


def read_event(asked: Asked) -> Reading | None:
    """A limit at an event, with its day where the calendar or a person knows it."""
    m = _EVENT.search(asked.words) or _OCCASION.search(asked.words)
    if m is None:
        return None
    if (known := asked.event_day(asked.words)) is not None:
        name, day = known
        return Reading((f"{asked.quoted()}: {name} vào ngày {written_day(day)} → {written_day(day)}",), due_on=day, event=name)
    occasion = _OCCASION.search(asked.words)
    if occasion is not None:
        return _at_occasion(asked, occasion)
    if _NO_EVENT.search(asked.words):
        return None
    why = f"chưa biết ngày của sự kiện “{asked.printed(m.group())}”; cần người cho biết ngày"
    return open_question(why, f"{asked.quoted()} gắn với một sự kiện")


def _at_occasion(asked: Asked, occasion: re.Match[str]) -> Reading:
    name, detail = list(_OCCASIONS.values())[int((occasion.lastgroup or "o0")[1:])]
    year = _year(asked, name, detail)
    if isinstance(year, str):
        return open_question(year, f"{asked.quoted()} gắn với {name}")
    day = asked.calendar.occasion(name, year, detail)
    if day is None:
        return open_question(f"lịch nghỉ lễ chưa có {name} năm {year}", f"{asked.quoted()} gắn với {name} năm {year}")
    first = f"{name} năm {year}{f' ({detail})' if detail else ''} là ngày {written_day(day)} theo lịch nghỉ lễ"
    before = asked.words[: occasion.start()]
    event = f"{name} {year}"
    if (nth := _DAY_OF_TET.search(asked.words)) is not None and 1 <= int(nth["nth"]) <= _LAST_OF_TET and name == "Tết Nguyên đán":
        day += dt.timedelta(days=int(nth["nth"]) - 1)
        return Reading((first, f"{asked.quoted()} → {written_day(day)}"), due_on=day, event=event)
    if _AFTER.search(before):
        return _after_the_break(asked, day, first, event)
    if _BREAK.search(before):
        while not asked.calendar.is_working(day - _DAY):
            day -= _DAY
        return Reading((first, f"{asked.quoted()}: đợt nghỉ bắt đầu ngày {written_day(day)} → {written_day(day)}"), due_on=day, event=event)
    return Reading((first, f"{asked.quoted()} → {written_day(day)}"), due_on=day, event=event)


def _after_the_break(asked: Asked, day: dt.date, first: str, event: str) -> Reading:
    opens = asked.calendar.next_working(day)
    return Reading(
        (first, f"{asked.quoted()}: mở từ ngày làm việc đầu tiên sau đợt nghỉ → {written_day(opens)}"), from_on=opens, event=event
    )


def _year(asked: Asked, name: str, detail: str) -> int | str:
    """The year of an occasion: said, told by its lunar name, or the first on or after the day of issue; a reason where none is sure."""
    said = _YEAR.search(asked.words)
    lunar = _LUNAR.search(asked.words)
    near = asked.issued_on or (dt.date(int(said["year"]), 1, 1) if said else None)
    if lunar is not None:
        stem = _STEMS.index(_OTHER_SPELLINGS.get(lunar["stem"], lunar["stem"]))
        branch = _BRANCHES.index(_OTHER_SPELLINGS.get(lunar["branch"], lunar["branch"]))
        if (stem - branch) % 2:
            return f"không có năm {lunar.group().title()}; cần xem lại văn bản"
        place = (6 * stem - 5 * branch) % _SIXTY
        if said and (int(said["year"]) - _FIRST_OF_CYCLE) % _SIXTY != place:
            return f"năm {lunar.group().title()} không phải năm {said['year']}; cần xem lại văn bản"
        if near is None:
            return NO_ISSUE
        return near.year + (place - near.year + _FIRST_OF_CYCLE) % _SIXTY
    if said:
        return int(said["year"])
    if asked.issued_on is None:
        return NO_ISSUE
    this = asked.calendar.occasion(name, asked.issued_on.year, detail)
    return asked.issued_on.year + (this is not None and this < asked.issued_on)
