"""Which days are worked: Monday to Friday without the days off, and the Saturdays that make up for one (lịch làm việc).

A calendar is a value made from rows and handed to whoever counts; several can stand side by side (the nation's, that of an office
that works on another day). Days off: Bộ luật Lao động 2019, Điều 111 khoản 3 (a holiday on a rest day moves) and Điều 112 (holidays);
swaps for civil servants are announced each year.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import resources
from typing import Literal

import msgspec

DayKind = Literal["holiday", "compensatory", "swapped", "worked"]
Certainty = Literal["certain", "expected", "computed"]

WEEKEND = "cuối tuần"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_SATURDAY = 5
_DAY = dt.timedelta(days=1)
_NATIONAL = resources.files("dieuhanh.domain") / "data" / "vn" / "holidays.csv"


class CalendarDay(msgspec.Struct, frozen=True, gc=False):
    """A day that is not what its weekday says: off, or worked though it is a Saturday (ngày nghỉ, ngày làm bù).

    `name` is the occasion ("Tết Nguyên đán"), `detail` tells the days of one occasion apart ("mùng 1", "nghỉ bù"). `certainty` is
    "certain" (by law or announced), "expected" (reported, not yet seen in the announcement) or "computed" (by the pattern of other years).
    """

    day: dt.date
    name: str
    kind: DayKind
    detail: str = ""
    certainty: Certainty = "certain"
    source: str = ""


class WorkingCalendar(msgspec.Struct, frozen=True, dict=True):
    """Days that differ from their weekday, in order, one row a day. Build it with `calendar_of`."""

    days: tuple[CalendarDay, ...] = ()

    @cached_property
    def _by_day(self) -> dict[dt.date, CalendarDay]:
        return {row.day: row for row in self.days}

    @cached_property
    def _lost(self) -> list[dt.date]:
        """Days off from Monday to Friday."""
        return [row.day for row in self.days if row.kind != "worked" and row.day.weekday() < _SATURDAY]

    @cached_property
    def _gained(self) -> list[dt.date]:
        """Worked days of a weekend."""
        return [row.day for row in self.days if row.kind == "worked" and row.day.weekday() >= _SATURDAY]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years whose days off are known; of others only the weekends are."""
        return frozenset(row.day.year for row in self.days)

    def is_working(self, day: dt.date) -> bool:
        """Whether offices work on that day."""
        row = self._by_day.get(day)
        return row.kind == "worked" if row else day.weekday() < _SATURDAY

    def why_off(self, day: dt.date) -> str | None:
        """Why nobody works: the occasion, or "cuối tuần"; None on a working day.

        >>> national_calendar().why_off(dt.date(2024, 2, 14))
        'Tết Nguyên đán'
        """
        if self.is_working(day):
            return None
        row = self._by_day.get(day)
        return row.name if row else WEEKEND

    def next_working(self, day: dt.date) -> dt.date:
        """The day itself where it is worked, else the first working day after it (Bộ luật Dân sự 2015, Điều 148 khoản 5)."""
        while not self.is_working(day):
            day += _DAY
        return day

    def working_days_until(self, day: dt.date) -> int:
        """How many working days there are from 01/01/0001 to a day, both included; differences of it count working days."""
        weeks, rest = divmod(day.toordinal() - 1, 7)  # 01/01/0001 was a Monday
        weekdays = weeks * 5 + min(rest + 1, 5)
        return weekdays - bisect_right(self._lost, day) + bisect_right(self._gained, day)

    def add_working_days(self, day: dt.date, count: int) -> dt.date:
        """The `count`-th working day after a day, which itself is not counted (Điều 147 khoản 2); a negative count goes back; 0 is the day.

        Costs some bisections a guess, not a step a day.

        >>> national_calendar().add_working_days(dt.date(2024, 4, 26), 3)
        datetime.date(2024, 5, 4)
        """
        if count == 0:
            return day
        wanted = self.working_days_until(day if count > 0 else day - _DAY) + count + (count < 0)
        found = day
        while missing := wanted - self.working_days_until(found):
            found += dt.timedelta(days=missing + (missing // 5) * 2)
        while self.working_days_until(found - _DAY) == wanted:  # a day off behind the one that was worked
            found -= _DAY
        return found

    def days_off(self, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, str]]:
        """Days off between two days, both included, with the reason of each."""
        day = first
        while day <= last:
            if (why := self.why_off(day)) is not None:
                yield day, why
            day += _DAY

    def occasion(self, name: str, year: int, detail: str = "") -> dt.date | None:
        """The day of an occasion in a year: ("Tết Nguyên đán", 2024, "mùng 1") is 10/02/2024; None where the calendar does not know it."""
        return next(
            (r.day for r in self.days if r.day.year == year and r.name == name and r.kind == "holiday" and r.detail == detail), None
        )


def calendar_of(rows: Iterable[CalendarDay]) -> WorkingCalendar:
    """A calendar of rows in any order; of two rows for one day the later wins, so an office's own rows go behind the nation's."""
    return WorkingCalendar(tuple(row for _, row in sorted({row.day: row for row in rows}.items())))


def read_rows(table: str) -> Iterator[CalendarDay]:
    """The rows of a table in CSV with the columns day (ISO), name, detail, kind, certainty, source. Raises msgspec.ValidationError."""
    for row in csv.DictReader(io.StringIO(table, newline="")):
        yield msgspec.convert(row, CalendarDay)


def _national() -> WorkingCalendar:
    return calendar_of(read_rows(_NATIONAL.read_text(encoding="utf-8")))


_CALENDAR = _national()


def national_calendar() -> WorkingCalendar:
    """Vietnam's own days off, 2016 to 2030; the later years are partly computed, as their rows say."""
    return _CALENDAR
