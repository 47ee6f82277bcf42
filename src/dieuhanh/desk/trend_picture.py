"""The last weeks as a picture: a bar for what was done, one beside it for what became overdue; the table says the same."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.tasks.trend import Week
from dieuhanh.display.wording import day

WEEKS = 12
# Of the picture, in its own units.
SLOT, BAR, GAP, TALLEST, TOP, FOOT = 76, 26, 4, 150, 20, 24
KEYS = (("xong đúng hạn", "xong-dung-han"), ("xong chậm", "xong-cham"), ("thành quá hạn", "qua-han"))


class Column(msgspec.Struct, frozen=True):
    """A piece of a bar."""

    css: str
    x: int
    y: int
    height: int


class Figure(msgspec.Struct, frozen=True):
    """A number above a bar."""

    number: int
    x: int
    y: int


class TrendWeek(msgspec.Struct, frozen=True):
    """A week with its bars; `short` stands below them."""

    week: Week
    name: str
    short: str
    middle: int
    columns: list[Column]
    figures: list[Figure]


class Trend(msgspec.Struct, frozen=True):
    """All weeks, and how large the picture is."""

    weeks: list[TrendWeek]
    keys: tuple[tuple[str, str], ...]
    width: int
    height: int
    foot: int

    @property
    def is_empty(self) -> bool:
        return not any(one.figures for one in self.weeks)


def trend_shown(weeks: list[Week]) -> Trend:
    """The tallest bar fills the picture."""
    highest = max((max(week.done, week.fell_overdue) for week in weeks), default=0) or 1
    shown = [_shown(place, week, highest) for place, week in enumerate(weeks)]
    return Trend(shown, KEYS, len(weeks) * SLOT, TOP + TALLEST + FOOT, TOP + TALLEST + FOOT * 3 // 4)


def _shown(place: int, week: Week, highest: int) -> TrendWeek:
    left = place * SLOT + (SLOT - 2 * BAR - GAP) // 2
    right = left + BAR + GAP
    in_time, late, overdue = (TALLEST * of // highest for of in (week.done_in_time, week.done_late, week.fell_overdue))
    ground = TOP + TALLEST
    columns = [
        Column("xong-dung-han", left, ground - in_time, in_time),
        Column("xong-cham", left, ground - in_time - late, late),
        Column("qua-han", right, ground - overdue, overdue),
    ]
    figures = [
        Figure(week.done, left + BAR // 2, ground - in_time - late - 5),
        Figure(week.fell_overdue, right + BAR // 2, ground - overdue - 5),
    ]
    return TrendWeek(
        week=week,
        name=f"{_short(week.first)}–{day(week.last)}",
        short=_short(week.first),
        middle=place * SLOT + SLOT // 2,
        columns=[one for one in columns if one.height],
        figures=[one for one in figures if one.number],
    )


def _short(of: dt.date) -> str:
    return f"{of.day:02}/{of.month}"
