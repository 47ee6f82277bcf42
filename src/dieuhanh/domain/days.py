"""How a day is written in an official text."""

from __future__ import annotations

import datetime as dt


def short_day(day: dt.date) -> str:
    """03/02 but 31/3: days have two digits, of the months only January and February (Nghị định 30/2020/NĐ-CP)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}"


def written_day(day: dt.date) -> str:
    """03/02/2024 but 31/3/2024."""
    return f"{short_day(day)}/{day.year:04}"
