"""A day that the words name: "trước ngày 31/3/2024", "16 giờ ngày 15/3", "các ngày 25, 26 và 27/6", "thứ Sáu tuần sau".

A day without a year is the first on or after the day of issue; without that day it stays open. A lunar day is never read as a solar one.
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.cycles import fixed_day_note
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.domain.deadlines.words import hour_in
from dieuhanh.domain.working_calendar import WEEKDAYS
from dieuhanh.text.days import day_and_month, short_day, written_day

_BETWEEN = r"(?: ?/{1,2} ?| ?[.-] ?| tháng )"
PART = rf"\d{{1,2}}(?:{_BETWEEN}\d{{1,2}}(?!\d)(?:(?: ?[/.-] ?|,? năm )\d{{4}}(?!\d))?)?"
DAY = rf"(?P<day>\d{{1,2}}){_BETWEEN}(?P<month>\d{{1,2}})(?!\d)(?:(?: ?/{{1,2}} ?| ?[.-] ?|,? năm )(?P<year>\d{{4}})(?!\d))?(?![\d/%])"
TAIL = r"(?: ?\([^()]*\)|\))?$"
_PURPOSE = r"(?:,? (?:để|và|theo|cho|về|trên|tại) \D*)?"  # "trước ngày 05/5/2025 để tổng hợp"
_ONE_DAY = re.compile(rf"(?<![\d/.-])(?<!tháng )(?<!quý ){DAY}{_PURPOSE}{TAIL}")
_ANY_DAY = re.compile(rf"(?<![\d/.-]){DAY}")
_OF_DOCUMENT = re.compile(r"(?:\bsố:? ?\S+|\d/\S+),? ngày $")  # of a document that is cited: "Công văn số 12/SXD-QLN ngày 05/3/2024"
_PART = re.compile(rf"(?P<day>\d{{1,2}})(?:{_BETWEEN}(?P<month>\d{{1,2}})(?!\d)(?:(?: ?[/.-] ?|,? năm )(?P<year>\d{{4}}))?)?")
_NOTE = r"(?: \([^()]*\))?"
_LIST = re.compile(
    rf"(?<![\d/.-])(?<!tháng )(?<!quý )(?P<all>{PART}{_NOTE}"
    rf"(?: ?(?:,|;|và|hoặc|, và) ?(?:(?:trước|chậm nhất|vào) )?(?:là )?(?:ngày )?{PART}{_NOTE})+)$"
)
_BRACKETS = re.compile(r" ?\([^()]*\)")
_WEEKDAY_NAMES = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
WEEKDAY = r"(?P<weekday>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_WEEKDAY = re.compile(WEEKDAY)
_ALONE = re.compile(rf"{WEEKDAY}(?: (?:của )?tuần (?P<week>n[aà]y|sau|tới|kế tiếp))?{TAIL}")
_LUNAR = re.compile(r"âm lịch|\bmùng \d{1,2}\b(?!.*\btết)|ngày rằm|\brằm\b|tháng giêng|tháng chạp")


def weekday_of(name: str) -> int:
    """Monday is 0: "thứ hai", "thứ 2", "chủ nhật"."""
    return int(name[-1]) - 2 if name[-1].isdigit() else _WEEKDAY_NAMES.index(name)


def read_lunar(asked: Asked) -> Reading | None:
    """ "ngày 15/7 âm lịch": no solar day can be told without the lunar calendar; Giỗ Tổ, 10/3, is an occasion that the calendar knows."""
    if _LUNAR.search(asked.words) is None:
        return None
    return open_question("ngày âm lịch; cần người cho biết ngày dương lịch tương ứng", f"{asked.quoted()} nêu ngày âm lịch")


def read_day(asked: Asked) -> Reading | None:
    """A day with its year or without, alone."""
    m = _ONE_DAY.search(asked.words)
    if m is None or _LUNAR.search(asked.words) or _OF_DOCUMENT.search(asked.words[: m.start()]):
        return None
    if any(_OF_DOCUMENT.search(asked.words[: other.start()]) is None for other in _ANY_DAY.finditer(asked.words, 0, m.start())):
        return open_question("lời văn nêu nhiều ngày; cần người cho biết ngày nào là thời hạn", f"{asked.quoted()} nêu nhiều ngày")
    day, step = dated(asked, int(m["day"]), int(m["month"]), int(m["year"]) if m["year"] else None)
    if day is None:
        return open_question(step)
    steps = (step, *_weekday_note(asked.words[: m.start()], day), *fixed_day_note(day, asked.calendar))
    return Reading(steps, due_on=day, hour=hour_in(asked.words))


def dated(asked: Asked, day: int, month: int, year: int | None) -> tuple[dt.date | None, str]:
    """The day with the step that leads to it, or None with the reason."""
    if year is not None:
        try:
            found = dt.date(year, month, day)
        except ValueError:
            return None, f"không có ngày {day_and_month(day, month)}/{year}; cần xem lại văn bản"
        return found, f"{asked.quoted()}: ngày ghi trong văn bản → {written_day(found)}"
    if asked.issued_on is None:
        return None, NO_ISSUE
    nearest = next_day(day, month, asked.issued_on)
    if nearest is None:
        return None, f"không năm nào gần đây có ngày {day_and_month(day, month)}; cần xem lại văn bản"
    said = f"không ghi năm, lấy ngày {short_day(nearest)} đầu tiên kể từ ngày ban hành {written_day(asked.issued_on)}"
    return nearest, f"{asked.quoted()}: {said} → {written_day(nearest)}"


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


def _weekday_note(before: str, day: dt.date) -> tuple[str, ...]:
    """A note where the words name another weekday than the day has."""
    m = _WEEKDAY.search(before)
    if m is None or weekday_of(m["weekday"]) == day.weekday():
        return ()
    said = WEEKDAYS[weekday_of(m["weekday"])]
    return (f"{written_day(day)} là {WEEKDAYS[day.weekday()]}, văn bản ghi {said}; lấy theo ngày, cần xem lại",)


def read_list(asked: Asked) -> Reading | None:
    """Several days: "các ngày 25, 26 và 27/6/2018", "trước ngày 15/6/2024 và trước ngày 15/12/2024"; the last is due, the first opens."""
    m = _LIST.search(asked.words)
    if m is None or _LUNAR.search(asked.words):
        return None
    days: list[dt.date] = []
    month: str | None = None
    year: str | None = None
    for part in reversed(list(_PART.finditer(_BRACKETS.sub("", m["all"])))):
        month, year = part["month"] or month, part["year"] or year
        if month is None:
            return None
        day, step = dated(asked, int(part["day"]), int(month), int(year) if year else None)
        if day is None:
            return open_question(step)
        days.append(day)
    days = sorted(set(days))
    listed = ", ".join(map(written_day, days))
    steps = (f"{asked.quoted()}: {len(days):02} ngày {listed}; hạn cuối cùng là {written_day(days[-1])}",)
    return Reading(steps, due_on=days[-1], from_on=days[0] if asked.bound == "on" else None, days=tuple(days))


def read_weekday(asked: Asked) -> Reading | None:
    """ "thứ Sáu": the first on or after the day of issue; "thứ Hai tuần sau": of the week after that day's."""
    m = _ALONE.search(asked.words)
    if m is None:
        return None
    if asked.issued_on is None:
        return open_question(NO_ISSUE)
    monday = asked.issued_on - dt.timedelta(days=asked.issued_on.weekday())
    weekday = weekday_of(m["weekday"])
    if m["week"] is None:
        day = asked.issued_on + dt.timedelta(days=(weekday - asked.issued_on.weekday()) % 7)
        how = f"{WEEKDAYS[weekday]} đầu tiên kể từ ngày ban hành {written_day(asked.issued_on)}"
    else:
        later = m["week"] not in ("này", "nay")
        day = monday + dt.timedelta(days=weekday + 7 * later)
        how = f"tuần {'sau tuần ' if later else ''}của ngày ban hành {written_day(asked.issued_on)}"
        if day < asked.issued_on:
            return open_question(f"{WEEKDAYS[weekday]} tuần này đã qua khi ban hành văn bản; cần xem lại", f"{asked.quoted()}: {how}")
    steps = (f"{asked.quoted()}: {how} → {written_day(day)}", *fixed_day_note(day, asked.calendar))
    return Reading(steps, due_on=day, hour=hour_in(asked.words))
