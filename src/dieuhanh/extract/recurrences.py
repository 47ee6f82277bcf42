"""Limits that come back: "hằng tháng chấm điểm …", "định kỳ hằng quý", "cập nhật tiến độ hằng ngày", "01 lần/tháng".

Reads: the Place of a cue word.  Writes: Limits without a day; none where the word only tells a kind of thing apart ("kế hoạch hằng năm").
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Recurrence
from dieuhanh.extract.moments import EVERY, PERIODS, WEEKDAY
from dieuhanh.extract.places import Limit, Place

_EVERY = re.compile(EVERY, re.IGNORECASE)
_MORE = re.compile(
    r"(?:,|\svà|\shoặc)\s(?:0?[69]\stháng(?:,|\svà)\s)?(?:(?:hằng|hàng)\s)?(?P<every>tuần|tháng|quý|năm)\b(?!\s\d)", re.IGNORECASE
)
_REGULAR = re.compile(r"(?:theo\s)?định\skỳ\s$", re.IGNORECASE)
_DAY_OF = re.compile(
    rf"""(?:(?P<cue>vào|trước)\s)? (?:ngày\s(?:\d{{1,2}}|cuối\scùng)(?:,|\svà)\s)*      # "vào ngày 15 và ngày 30 hằng tháng"
        (?:ngày\s\d{{1,2}}(?:(?:/|\stháng\s)(?P<month>\d{{1,2}}))?|{WEEKDAY})\s(?:của\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_LATER = {  # "hằng năm đánh giá, báo cáo UBND tỉnh trước ngày 15/12" is one limit
    every: re.compile(rf"(?:\s[^;.()\d]{{3,120}}?|,)\s(?:(?P<before>trước)|chậm nhất)\s(?:là\s)?ngày\s\d{{1,2}}{rest}", re.IGNORECASE)
    for every, rest in {
        "tháng": r"(?![/\d]|\stháng\s\d|\s(?:hằng|hàng|mỗi))",
        "quý": r"\s(?:của\s)?tháng\s(?:đầu|cuối)\s(?:của\s)?quý(?:\s(?:sau|tiếp theo|kế tiếp))?",
        "năm": r"(?:/|\stháng\s)\d{1,2}(?![/\d]|\snăm)",
    }.items()
}
_LAST_OF_CLAUSE = re.compile(r"[,;:.…]\s|\s(?:và|để|nhằm)\s|[(“]")
_MEAN = re.compile(r"(?:bình quân|trung bình|tăng trưởng|tốc độ|thường niên|không quá|phấn đấu)\s(?:\S+\s){0,2}$", re.IGNORECASE)
# Nouns that "hằng năm", "hằng ngày" tell apart: the plan of each year, the meals of every day.
_PLANS = re.compile(
    r"""
    \b(?: kế\shoạch | chương\strình | dự\stoán | ngân\ssách | kinh\sphí | nguồn\svốn | vốn | chỉ\stiêu | danh\smục
      | nghị\squyết | quy\shoạch | lịch
      | hội\snghị | phiên\shọp | cuộc\shọp | kỳ\shọp | giao\sban | thi\sđua | xếp\sloại | đánh\sgiá,\sxếp | giải\sthưởng | bộ\schỉ\ssố
      | hộ\s(?:thoát|nghèo|cận) | thường\sxuyên | lễ\shội | ngày\shội | tết | dịp | mùa | vụ | diễn\sra | được\stổ\schức
      | đời\ssống | sinh\shoạt | hoạt\sđộng | công\s(?:việc|tác) | nhiệm\svụ | bữa\săn
      | báo\scáo\stài\schính | (?:các|vào|trong|nội\sdung|của)\sbáo\scáo )\b
    [^,;:]* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIGURE_NEXT = re.compile(
    r"\s(?:[^\s,;.]+\s){0,4}(?:ít nhất\s|tối thiểu\s|trên\s|khoảng\s|từ\s)?\d[\d.,]*\s?(?:-\s?\d[\d.,]*\s?)?(?!\slần)[%\s]", re.IGNORECASE
)
_ONCE = re.compile(
    r"(?:(?:định\skỳ\s)?(?:ít\snhất\s|tối\sthiểu\s)?(?:0?1|một|mỗi)\s?(?:\([a-zà-ỹ]+\)\s)?)lần/(?:0?1\s)?(?P<every>ngày|tuần|tháng|quý|năm)\b",
    re.IGNORECASE,
)
_SO_OFTEN = re.compile(r"(?:\s(?!\d)[^\s,;.()]+){0,8}?\s(?:một|hai|ba|\d{1,2})\slần\b")
_MONTHS = re.compile(
    r"""định\skỳ\s(?P<count>\d{1,2}|một|ba|sáu)\stháng
        (?:(?:,|\svà|\shoặc)\s(?:(?:hằng|hàng|mỗi|0?1|một)\s)?(?P<year>năm)\b(?!\s\d))? (?:\s(?:một|0?1)\slần\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTS: dict[str, Recurrence] = {"1": "monthly", "một": "monthly", "3": "quarterly", "ba": "quarterly", "12": "yearly"}
_REACH = 30


def read_every(place: Place) -> list[Limit]:
    """ "(định kỳ) hằng quý …": one limit, or one for each of "hằng tháng, quý, năm"."""
    text, at = place.text, place.at
    m = _EVERY.match(text, at, place.end)
    if m is None:
        return []
    start = max(place.start, at - _REACH)
    regular = _REGULAR.search(text, start, at)
    day = _DAY_OF.search(text, start, at)
    if day is not None and (regular is None or day.start() < regular.start()):
        return _on_a_day(place, day, PERIODS[m["every"].lower()], m.end())
    begin = regular.start() if regular else at
    if not _is_adverb(place, begin, m.end(), regular=regular is not None, each=text[at] in "mM"):
        return []
    found = [_again(m["every"], begin, m.end())]
    while more := _MORE.match(text, found[-1].span[1], place.end):
        found.append(_again(more["every"], more.start("every"), more.end()))
    later = _DAY_LATER.get(m["every"].lower()) if len(found) == 1 else None
    if later is not None and (day := later.match(text, m.end(), place.end)):
        return [Limit(None, "before" if day["before"] else "by", found[0].recurrence, (begin, day.end()))]
    return found


def _again(every: str, start: int, end: int) -> Limit:
    return Limit(None, "by", PERIODS[every.lower()], (start, end))


def _on_a_day(place: Place, day: re.Match[str], recurrence: Recurrence, end: int) -> list[Limit]:
    """ "ngày 20 hằng tháng", "thứ Sáu hằng tuần"; "ngày 10/10 hằng năm" is the name of a day unless an order gives it."""
    if day["month"] and (place.order() is None or place.text[day.start()].isupper() or place.text[day.start() - 1] == "("):
        return []
    return [Limit(None, "on" if day["cue"] else "by", recurrence, (day.start(), end))]


def _is_adverb(place: Place, begin: int, end: int, *, regular: bool, each: bool) -> bool:
    """Whether it says when to do something: it opens what is to be done, or closes what an order says without naming a plan."""
    text = place.text
    if each and place.commanded() and _SO_OFTEN.match(text, end, place.end):
        return True
    if place.before(_MEAN, _REACH) or _FIGURE_NEXT.match(text, end, place.end):
        return False
    if place.verb_at(end):
        return place.commanded() or regular or text[begin - 2 : begin] == "; " or text[begin].isupper()
    if each or not place.commanded():
        return False
    clause = place.clause()
    opens = not text[clause:begin].strip(" ,;:.-+•") or text[begin - 2 : begin] in (", ", ": ")
    if opens:
        return True
    for m in _LAST_OF_CLAUSE.finditer(text, clause, begin):
        clause = m.end()
    return _PLANS.search(text, clause, begin) is None


def read_once(place: Place) -> list[Limit]:
    """ "(ít nhất) 01 lần/tháng" in an order."""
    start = max(place.start, place.at - _REACH)
    m = next((m for m in _ONCE.finditer(place.text, start, min(place.end, place.at + _REACH)) if m.start() <= place.at < m.end()), None)
    if m is None or not place.commanded():
        return []
    return [_again(m["every"], m.start(), m.end())]


def read_months(place: Place) -> Limit | None:
    """ "định kỳ 6 tháng, 1 năm", "định kỳ 03 tháng một lần" in an order; for half a year the contract has no recurrence."""
    m = _MONTHS.match(place.text, place.at, place.end)
    if m is None or not place.commanded():
        return None
    return Limit(None, "by", "yearly" if m["year"] else _COUNTS.get(m["count"].lstrip("0").lower()), m.span())
