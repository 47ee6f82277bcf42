"""Days as official texts write them."""

from __future__ import annotations

import datetime as dt


def short_day(day: dt.date) -> str:
    """03/02 but 31/3: days have two digits, of the months only January and February (Nghị định 30/2020/NĐ-CP)."""
    return day_and_month(day.day, day.month)


def day_and_month(day: int, month: int) -> str:
    """The same for figures that may be no day: 31/02."""
    return f"{day:02}/{written_month(month)}"


def written_month(month: int) -> str:
    """01, 02, 3 … 12."""
    return f"{month:02}" if month < 3 else str(month)


def written_day(day: dt.date) -> str:
    """03/02/2024 but 31/3/2024."""
    return f"{short_day(day)}/{day.year:04}"
