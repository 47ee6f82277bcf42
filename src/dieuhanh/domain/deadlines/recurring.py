"""The words of what comes back: "trước ngày 20 hằng tháng", "định kỳ hằng quý", "6 tháng, hằng năm", "thứ Sáu hằng tuần" (định kỳ)."""

from __future__ import annotations

import re

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.cycle_words import cycle_words, hour_words
from dieuhanh.domain.deadlines.cycles import Cycle, Every, Recurrence, Unit, day_of_month
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.domain.deadlines.named_days import WEEKDAY, weekday_of
from dieuhanh.domain.deadlines.words import hour_in
from dieuhanh.text.days import day_and_month

_EVERY = re.compile(
    r"\bhằng (?P<unit>ngày làm việc|ngày|tuần|tháng|quý|năm)\b(?! học)"
    r"|(?P<often>\d{1,2}) lần/ ?(?:0?1 )?(?P<per>ngày|tuần|tháng|quý|năm)"
    r"|(?:,|và|hoặc) (?:hằng )?(?P<more>tuần|tháng|quý|năm)\b(?! (?:\d|sau|tới|n[aà]y|kế|tiếp|liền))"
)
_OF_QUARTER = re.compile(
    r"tháng (?P<which>cuối|đầu|giữa|thứ (?:hai|ba|2|3))(?: tiên| cùng)? (?:của )?(?:hằng )?quý\b(?! \d)"
    r"(?: (?P<next>sau|tiếp theo|kế tiếp|liền kề|tới))?"
)
_NEXT = re.compile(r"(?P<unit>tháng|năm) (?:sau|tới|tiếp theo|kế tiếp|liền kề|kế sau)\b")
_PLACES = {"đầu": 1, "giữa": 2, "thứ hai": 2, "thứ 2": 2}  # of a month in its quarter; all other words mean the last
_DAY_OF_NEXT = re.compile(rf"\bngày \d{{1,2}}(?:/\d{{1,2}}| tháng \d{{1,2}})? (?:của )?{_NEXT.pattern}")
_REPEATS = re.compile(
    r"\bhằng (?:ngày|tuần|tháng|quý|năm)\b(?! học)|\bđịnh kỳ\b|\blần/|\b(?:một|0?1) lần\b|của tháng|ngày (?:làm việc )?của"
)
_SPAN = re.compile(r"(?P<count>\d{1,2}) (?P<unit>ngày|tuần|tháng|năm)(?! (?:đầu|cuối|kể|làm việc|trước))")
_MONTH_REPORTS: dict[int, Every] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_UNITS: dict[str, Every] = {
    "ngày": "day",
    "ngày làm việc": "working day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
}
_SPANS: dict[str, Unit] = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_DAY_MONTH = re.compile(r"(?<![\d/])(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?![\d/]| năm \d)")
_DAY = re.compile(r"\bngày (?P<day>\d{1,2})(?![\d/]| tháng \d| ngày| làm việc)")
_FIRST_DAYS = re.compile(r"\b(?P<count>\d{1,2}) ngày đầu(?: tiên)? (?:của )?hằng tháng")
_LAST_DAY = re.compile(r"\bngày cuối(?: cùng)?\b|(?<!tháng )\bcuối (?:tháng|quý|năm)\b")
_WEEKDAY = re.compile(WEEKDAY)
_REPORTS = re.compile(r"báo cáo (?:quý|6 tháng|9 tháng|năm)\b(?! 20)")
_ONCE = re.compile(r"\b(?:1|01|một) lần\b|/ ?lần\b|\bcứ\b")
_MONTH_OF_YEAR = re.compile(r"\btháng (?P<month>\d{1,2})(?![\d/])")
_QUARTER_OF_YEAR = re.compile(r"\bquý (?P<month>[1-4])\b")
_LEAP_YEAR = 2024  # has every day that some year has
_LONGEST_MONTH = 31
_HALF_DUE_BY = 7  # a report of the first half that is due later than July closes something else
_NINE = re.compile(r"\b0?9 tháng(?! (?:một lần|1 lần))")
_ONE_YEAR = re.compile(r"\b0?1 năm\b")
_HALF = re.compile(r"\b0?6 tháng\b")


def read_recurring(asked: Asked) -> Reading | None:
    """A recurrence; what comes back on days that the words do not tell stays open ("02 lần/tháng")."""
    words = asked.words
    if not any(sign.search(words) for sign in (_REPEATS, _OF_QUARTER, _DAY_OF_NEXT)) and not _is_list_of_reports(words):
        return None
    if (m := _EVERY.search(words)) and m["often"] and int(m["often"]) > 1:
        return open_question(f"mỗi {m['per']} {m['often']} lần nhưng không nêu ngày; cần người cho biết ngày", f"{asked.quoted()} lặp lại")
    cycles = _cycles(words)
    if not cycles:
        return None
    if isinstance(cycles, str):
        return open_question(cycles, f"{asked.quoted()} lặp lại")
    counted = any(cycle.every == "span" for cycle in cycles)
    if counted and asked.issued_on is None:
        return open_question(f"{NO_ISSUE} để tính chu kỳ", f"{asked.quoted()} lặp lại")
    recurrence = Recurrence(cycles, asked.bound, hour_in(words), asked.issued_on if counted else None)
    step = f"{asked.quoted()}: lặp lại {'; '.join(map(cycle_words, cycles))}{hour_words(recurrence)}"
    return Reading((step,), recurrence=recurrence, hour=recurrence.hour)


def _is_list_of_reports(words: str) -> bool:
    """ "trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)"."""
    return _REPORTS.search(words) is not None and _DAY_MONTH.search(words) is not None


def _cycles(words: str) -> tuple[Cycle, ...] | str:
    """The cycles in the order of the words, () where none comes back, or what is missing."""
    if (named := _DAY.search(words)) and not 1 <= int(named["day"]) <= _LONGEST_MONTH:
        return f"không có ngày {named['day']} trong tháng; cần xem lại văn bản"
    if m := _OF_QUARTER.search(words):
        month = _PLACES.get(m["which"], 3) + (3 if m["next"] else 0)
        return (Cycle("quarter", month, _day(words)),)
    yearly = "năm" in _units(words) or _is_list_of_reports(words) or "năm" in [m["unit"] for m in _NEXT.finditer(words)]
    if yearly and (days := list(_DAY_MONTH.finditer(words))):
        return _yearly(words, days)
    if spans := _spans(words):
        return spans
    return _plain(words)


def _yearly(words: str, days: list[re.Match[str]]) -> tuple[Cycle, ...] | str:
    """One cycle for each day of a year: "trước ngày 25/6 và 25/12 hằng năm"; "31/01 năm sau" lies in the next period."""
    later = 12 if any(m["unit"] == "năm" for m in _NEXT.finditer(words)) else 0
    found = []
    for m in days:
        day, month = int(m["day"]), int(m["month"])
        if not 1 <= month <= 12 or not 1 <= day <= day_of_month(_LEAP_YEAR, month, None).day:
            return f"không có ngày {day_and_month(day, month)}; cần xem lại văn bản"
        half = len(days) > 1 and not later and _HALF.search(words) is not None and month <= _HALF_DUE_BY
        found.append(Cycle("first half" if half else "year", month + later, day))
    return tuple(found)


def _spans(words: str) -> tuple[Cycle, ...]:
    """ "định kỳ 6 tháng, hằng năm", "02 tuần một lần", "3 tháng, 6 tháng hoặc 12 tháng"."""
    found: list[Cycle] = []
    regular = "định kỳ" in words or _ONCE.search(words) is not None
    with_year = "năm" in _units(words) or _ONE_YEAR.search(words) is not None
    for m in _SPAN.finditer(words):
        count, unit = int(m["count"]), m["unit"]
        if unit == "tháng" and count in (6, 9) and (with_year or count == 9):
            found.append(Cycle("first half" if count == 6 else "nine months"))  # the year's report closes the second half
        elif not regular or not count:
            continue
        elif unit == "tháng" and count in _MONTH_REPORTS:
            found.append(Cycle(_MONTH_REPORTS[count], day=_day(words)))
        elif count == 1:
            found.append(Cycle(_UNITS[unit]))
        else:
            found.append(Cycle("span", step=count, unit=_SPANS[unit]))
    return (*found, *(Cycle(_UNITS[unit]) for unit in _units(words))) if found else ()


def _plain(words: str) -> tuple[Cycle, ...] | str:
    """Units that come back, with the day of one of them where the words name it."""
    units = _units(words) or [m["unit"] for m in _NEXT.finditer(words)][:1]
    cycles = [Cycle(_UNITS[unit]) for unit in units]
    if len(cycles) != 1:
        return tuple(cycles)
    (unit,) = units
    if unit == "tuần":
        return tuple(Cycle("week", weekday=weekday_of(m["weekday"])) for m in _WEEKDAY.finditer(words)) or (Cycle("week"),)
    if unit == "tháng":
        return tuple(Cycle("month", 2 if _NEXT.search(words) else None, day) for day in _days_of_month(words))
    if unit == "năm" and (month := _MONTH_OF_YEAR.search(words) or _QUARTER_OF_YEAR.search(words)):
        last = int(month["month"]) * (3 if month.re is _QUARTER_OF_YEAR else 1)
        before = words[: month.start()].endswith("trước ")
        first = last - 2 if month.re is _QUARTER_OF_YEAR else last
        return (Cycle("year", first if before else last, 1 if before else None),) if 1 <= last <= 12 else f"không có tháng {last}"
    if unit in ("quý", "năm") and _day(words) is not None:
        return f"chưa rõ ngày {_day(words):02} của tháng nào trong {unit}; cần người cho biết"
    return tuple(cycles)


def _days_of_month(words: str) -> list[int | None]:
    """The days that the words name, None for the last: "ngày 15 và ngày cuối cùng hằng tháng"; "05 ngày đầu" end with the 5th."""
    if m := _FIRST_DAYS.search(words):
        return [int(m["count"])]
    days: list[int | None] = [int(m["day"]) for m in _DAY.finditer(words)]
    return [*days, None] if not days or _LAST_DAY.search(words) else days


def _units(words: str) -> list[str]:
    """The units that come back, in order: ["tháng", "quý", "năm"]; what is listed behind a first one counts with it."""
    found: list[str] = []
    for m in _EVERY.finditer(words):
        unit = m["unit"] or m["per"]
        if unit is None and (found or _HALF.search(words[: m.start()]) or _NINE.search(words[: m.start()])):
            unit = m["more"]
        if unit is not None and unit not in found:
            found.append(unit)
    return found


def _day(words: str) -> int | None:
    """The day of a month that the words name; None where they name its last, or none."""
    m = None if _LAST_DAY.search(words) else _DAY.search(words)
    return int(m["day"]) if m else None
