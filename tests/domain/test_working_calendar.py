"""Days off, days worked, and counting them."""

from __future__ import annotations

import csv
import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.working_calendar import CalendarDay, DayKind, WorkingCalendar, calendar_of, national_calendar, read_rows

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2031, 12, 31))
KINDS: list[DayKind] = ["holiday", "compensatory", "swapped", "worked"]
ROWS = st.builds(CalendarDay, st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), st.just("Lễ"), st.sampled_from(KINDS))
CALENDARS = st.lists(ROWS, max_size=80).map(calendar_of)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        pytest.param("2024-02-10", "Tết Nguyên đán", id="a holiday on a Saturday keeps its name"),
        pytest.param("2024-02-14", "Tết Nguyên đán", id="the day that makes up for it"),
        pytest.param("2024-04-29", "nghỉ hoán đổi", id="a day swapped"),
        pytest.param("2024-05-04", None, id="the Saturday worked for it"),
        pytest.param("2024-05-11", "cuối tuần", id="any other Saturday"),
        pytest.param("2024-05-13", None, id="a Monday"),
        pytest.param("2026-11-24", "Ngày Văn hóa Việt Nam", id="the holiday that is new in 2026"),
        pytest.param("2025-11-24", None, id="which 2025 did not have"),
    ],
)
def test_why_a_day_is_off(day: str, why: str | None) -> None:
    found = national_calendar().why_off(dt.date.fromisoformat(day))
    assert found == why


@pytest.mark.parametrize("row", [pytest.param(row, id=str(row.day)) for row in national_calendar().days])
def test_each_row_of_the_nation_holds_together(row: CalendarDay) -> None:
    assert row.name
    assert row.source
    weekend = row.day.weekday() >= 5
    assert row.kind == "holiday" or weekend == (row.kind == "worked")


@pytest.mark.parametrize("year", range(2016, 2031))
def test_each_year_has_its_holidays(year: int) -> None:
    calendar = national_calendar()
    solar = [dt.date(year, 1, 1), dt.date(year, 4, 30), dt.date(year, 5, 1), dt.date(year, 9, 2)]
    assert [calendar.why_off(day) is not None for day in solar] == [True] * 4
    new_year, ancestors = calendar.occasion("Tết Nguyên đán", year, "mùng 1"), calendar.occasion("Giỗ Tổ Hùng Vương", year, "10/3 âm lịch")
    assert new_year is not None
    assert ancestors is not None
    assert 65 <= (ancestors - new_year).days <= 100  # the tenth of the third month, with or without a leap month between them


@pytest.mark.parametrize("year", range(2016, 2031))
def test_each_swapped_day_is_made_up_for(year: int) -> None:
    rows = [row for row in national_calendar().days if row.kind in ("swapped", "worked")]
    made_up = {(row.day.day, row.day.month, row.day.year) for row in rows if row.kind == "worked"}
    for row in rows:
        if row.kind == "swapped" and row.day.year == year:
            number, month, in_year = map(int, row.detail.removeprefix("làm bù ngày ").split("/"))
            assert (number, month, in_year) in made_up


def test_years_to_come_are_marked_as_computed() -> None:
    certainties = {row.certainty for row in national_calendar().days if row.day.year >= 2027 and row.name == "Tết Nguyên đán"}
    assert certainties == {"computed"}


def test_of_two_rows_for_a_day_the_later_wins() -> None:
    monday = dt.date(2024, 3, 11)
    calendar = calendar_of([CalendarDay(monday, "Bão", "holiday"), CalendarDay(monday, "Bão", "worked")])
    assert calendar.is_working(monday)


def test_a_row_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        list(read_rows("day,name,detail,kind,certainty,source\n2024-03-11,Bão,,storm,certain,\n"))


def test_rows_come_back_as_they_were_written() -> None:
    rows = national_calendar().days
    lines = [[str(r.day), r.name, r.detail, r.kind, r.certainty, r.source] for r in rows]
    path = ["day,name,detail,kind,certainty,source"]
    table = "\n".join([*path, *(",".join(f'"{cell}"' for cell in line) for line in lines)])
    assert tuple(read_rows(table)) == rows
    assert len(list(csv.reader(table.splitlines()))) == len(rows) + 1


def by_steps(calendar: WorkingCalendar, day: dt.date, count: int) -> dt.date:
    """The same count, a day at a time."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    while count:
        day += step
        if calendar.is_working(day):
            count -= step.days
    return day


@given(DAYS, st.integers(-300, 600))
def test_counting_agrees_with_counting_day_by_day(day: dt.date, count: int) -> None:
    assert national_calendar().add_working_days(day, count) == by_steps(national_calendar(), day, count)


@given(CALENDARS, st.dates(dt.date(2023, 11, 1), dt.date(2025, 2, 1)), st.integers(-200, 200))
def test_counting_agrees_in_any_calendar(calendar: WorkingCalendar, day: dt.date, count: int) -> None:
    assert calendar.add_working_days(day, count) == by_steps(calendar, day, count)


@given(CALENDARS, st.dates(dt.date(2023, 12, 1), dt.date(2025, 1, 10)))
def test_the_next_working_day_is_worked_and_nothing_lies_between(calendar: WorkingCalendar, day: dt.date) -> None:
    found = calendar.next_working(day)
    assert calendar.is_working(found)
    assert list(calendar.days_off(day, found - dt.timedelta(days=1))) == [
        (day + dt.timedelta(days=k), calendar.why_off(day + dt.timedelta(days=k))) for k in range((found - day).days)
    ]
