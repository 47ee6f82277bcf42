"""What is asked about the words of a deadline, and the answer with its steps.

An answer is one of five: a day (`due_on`), a window (`from_on` with or without `due_on`), a `recurrence`, no deadline at all
("khẩn trương": everything None), or `unresolved`: why no day follows and what a person must say. A day is never guessed.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.domain.deadlines.cycles import Recurrence
from dieuhanh.extract.facts import Bound


class Question(msgspec.Struct, frozen=True):
    """The inputs of an explanation besides the calendar; with another calendar they are asked again."""

    expression: str  # the words as printed
    bound: Bound
    issued_on: dt.date | None = None  # day of the document that says them
    received_on: dt.date | None = None  # day on which the agency received it
    events: tuple[tuple[str, dt.date], ...] = ()  # days that a person gave to events: ("mùa mưa lũ", 15/5/2024)


class DayOff(msgspec.Struct, frozen=True):
    """A day that a count passed over, and why."""

    day: dt.date
    why: str


class Explanation(msgspec.Struct, frozen=True):
    """The day or days that the words of a deadline mean, step by step in Vietnamese.

    `due_on` is the day named ("trước ngày 20/01" names the 20th), `last_day` the last one on which the work is surely in time (the 19th).
    """

    question: Question
    bound: Bound
    due_on: dt.date | None = None
    from_on: dt.date | None = None  # where a window opens
    last_day: dt.date | None = None
    hour: dt.time | None = None  # "trước 17 giờ ngày …"
    days: tuple[dt.date, ...] = ()  # all of a list of days; `due_on` is the last of them
    recurrence: Recurrence | None = None
    event: str | None = None  # the event whose day the calendar or a person gave
    skipped: tuple[DayOff, ...] = ()
    steps: tuple[str, ...] = ()
    unresolved: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """What one form of words found: an explanation without its question."""

    steps: tuple[str, ...] = ()
    due_on: dt.date | None = None
    from_on: dt.date | None = None
    hour: dt.time | None = None
    within: bool = False  # the day named is in time though the bound is "before": it was counted
    days: tuple[dt.date, ...] = ()
    recurrence: Recurrence | None = None
    event: str | None = None
    skipped: tuple[DayOff, ...] = ()
    unresolved: str | None = None


def open_question(why: str, *steps: str) -> Reading:
    """A reading that gives no day and says what is missing."""
    return Reading(steps=steps, unresolved=why)
