"""A rhythm told in Vietnamese: "hằng quý, ngày 15 của tháng cuối quý"."""

from __future__ import annotations

import datetime as dt

from dieuhanh.domain.deadlines.cycles import Cycle, Every, Recurrence, Unit, written_hour
from dieuhanh.domain.working_calendar import WEEKDAYS
from dieuhanh.text.days import short_day, written_month

_NAMES: dict[Every, str] = {
    "day": "hằng ngày",
    "working day": "mỗi ngày làm việc",
    "week": "hằng tuần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half": "6 tháng một lần",
    "first half": "6 tháng đầu hằng năm",
    "nine months": "9 tháng hằng năm",
    "year": "hằng năm",
}
_UNITS: dict[Unit, str] = {"day": "ngày", "week": "tuần", "month": "tháng", "year": "năm"}
_LEAP_YEAR = 2024  # has every day that some year has


def cycle_words(cycle: Cycle) -> str:
    """The cycle in words, with the day that closes each period."""
    if cycle.every == "span":
        return f"{cycle.step:02} {_UNITS[cycle.unit]} một lần, tính từ ngày ban hành"
    name = _NAMES[cycle.every]
    if cycle.every in ("day", "working day"):
        return name
    if cycle.every == "week":
        return f"{name}, {WEEKDAYS[cycle.weekday]}" if cycle.weekday is not None else f"{name}, hết ngày Chủ nhật"
    return f"{name}, {_day_in(cycle)}"


def _day_in(cycle: Cycle) -> str:
    """ "ngày 20", "ngày 15/12", "ngày cuối cùng của tháng đầu quý sau"."""
    day = f"ngày {cycle.day:02}" if cycle.day else "ngày cuối cùng"
    if cycle.month is None:
        return day if cycle.day and cycle.every == "month" else f"{day} của {'tháng cuối kỳ' if cycle.day else 'kỳ'}"
    if cycle.every == "month":
        return f"{day} của tháng sau"
    if cycle.every == "quarter":
        later, month = divmod(cycle.month - 1, 3)
        return f"{day} của tháng {('đầu', 'giữa', 'cuối')[month]} {'quý sau' if later else 'quý'}"
    later, month = divmod(cycle.month - 1, 12)
    named = f"ngày {short_day(dt.date(_LEAP_YEAR, month + 1, cycle.day))}" if cycle.day else f"{day} của tháng {written_month(month + 1)}"
    return f"{named} năm sau" if later else named


def hour_words(recurrence: Recurrence) -> str:
    """ "; trước 16 giờ", or nothing where no hour is named."""
    if recurrence.hour is None:
        return ""
    return f"; {'trước' if recurrence.bound == 'before' else 'lúc'} {written_hour(recurrence.hour)}"
