"""Days as printed documents write them."""

from __future__ import annotations

import datetime as dt


def day(date: dt.date) -> str:
    """03/02/2024 but 31/3/2024: days have two digits, of the months only January and February (Nghị định 30/2020/NĐ-CP)."""
    return f"{day_of_year(date)}/{date.year:04}"


def day_of_year(date: dt.date) -> str:
    """03/02 but 31/3: a day whose year stands elsewhere in the sentence."""
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{date.day:02}/{month}"
