"""What comes back, laid out over time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.deadlines import Cycle, Recurrence, explain, occurrences
from dieuhanh.domain.deadlines.cycles import Every
from dieuhanh.domain.working_calendar import national_calendar
from dieuhanh.extract.facts import Bound

ISSUED = dt.date(2024, 3, 5)  # a Tuesday
YEAR = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def recurring(phrase: str, bound: Bound = "by") -> Recurrence:
    found = explain(phrase, bound, issued_on=ISSUED, calendar=national_calendar()).recurrence
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "count", "first", "last"),
    [
        pytest.param("trước ngày 20 hằng tháng", 12, "kỳ tháng 01/2024", "kỳ tháng 12/2024", id="months"),
        pytest.param(
            "trước ngày 05 của tháng sau", 12, "kỳ tháng 12/2023", "kỳ tháng 11/2024", id="a day of the next month closes the last"
        ),
        pytest.param("định kỳ hằng quý", 4, "kỳ quý I/2024", "kỳ quý IV/2024", id="quarters"),
        pytest.param("ngày 05 tháng đầu của quý sau", 4, "kỳ quý IV/2023", "kỳ quý III/2024", id="a day of the next quarter"),
        pytest.param("định kỳ 6 tháng", 2, "kỳ 6 tháng đầu năm 2024", "kỳ 6 tháng cuối năm 2024", id="halves"),
        pytest.param("6 tháng, hằng năm", 2, "kỳ 6 tháng đầu năm 2024", "kỳ năm 2024", id="a half and the year"),
        pytest.param("định kỳ 9 tháng và hằng năm", 2, "kỳ 9 tháng năm 2024", "kỳ năm 2024", id="nine months and the year"),
        pytest.param("chậm nhất ngày 31/01 năm sau", 1, "kỳ năm 2023", "kỳ năm 2023", id="a day of the next year closes the last"),
        pytest.param("trước ngày 25/6 và 25/12 hằng năm", 2, "kỳ năm 2024 (25/6)", "kỳ năm 2024 (25/12)", id="two days of a year"),
        pytest.param("hằng tuần", 52, "kỳ tuần 01/01–07/01/2024", "kỳ tuần 23/12–29/12/2024", id="weeks that close in the year"),
        pytest.param("hằng ngày", 366, "kỳ ngày 01/01/2024", "kỳ ngày 31/12/2024", id="days"),
        pytest.param("hằng ngày làm việc", 251, "kỳ ngày 02/01/2024", "kỳ ngày 31/12/2024", id="working days"),
        pytest.param("định kỳ 10 ngày một lần", 30, "kỳ thứ 1 (đến 15/3/2024)", "kỳ thứ 30 (đến 30/12/2024)", id="spans from the issue"),
    ],
)
def test_labels_over_a_year(phrase: str, count: int, first: str, last: str) -> None:
    found = occurrences(recurring(phrase), *YEAR, national_calendar())
    assert (len(found), found[0].label, found[-1].label) == (count, first, last)


@pytest.mark.parametrize(
    ("phrase", "bound", "steps"),
    [
        pytest.param("trước ngày 20 hằng tháng", "before", ("Kỳ tháng 3/2024: trước ngày 20/3/2024",), id="a working day"),
        pytest.param(
            "ngày 10 hằng tháng",
            "by",
            ("Kỳ tháng 3/2024: chậm nhất ngày 10/3/2024", "10/3 là Chủ nhật; ngày do văn bản ấn định nên giữ nguyên"),
            id="a Sunday stays and is named",
        ),
        pytest.param(
            "trước 16 giờ thứ Sáu hằng tuần", "before", ("Kỳ tuần 04/3–10/3/2024: trước ngày 08/3/2024 (16 giờ)",), id="an hour is kept"
        ),
    ],
)
def test_steps_of_the_first(phrase: str, bound: Bound, steps: tuple[str, ...]) -> None:
    assert occurrences(recurring(phrase, bound), ISSUED, dt.date(2024, 12, 31), national_calendar())[0].steps == steps


def test_nothing_falls_into_an_empty_time() -> None:
    assert occurrences(recurring("hằng ngày"), dt.date(2024, 3, 5), dt.date(2024, 3, 4), national_calendar()) == []


def test_spans_without_a_beginning_never_come() -> None:
    assert occurrences(Recurrence((Cycle("span", step=2),)), *YEAR, national_calendar()) == []


EVERY: list[Every] = ["day", "working day", "week", "month", "quarter", "half", "first half", "nine months", "year"]
CYCLES = st.builds(
    Cycle,
    st.sampled_from(EVERY),
    st.none() | st.integers(1, 15),
    st.none() | st.integers(1, 31),
    st.none() | st.integers(0, 6),
)
DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2030, 12, 31))


@given(st.lists(CYCLES, min_size=1, max_size=3), DAYS, st.integers(0, 1000))
def test_they_are_in_order_inside_the_time_and_each_once(cycles: list[Cycle], start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    found = occurrences(Recurrence(tuple(cycles)), start, end, national_calendar())
    assert found == sorted(found)
    assert all(start <= one.due_on <= end for one in found)
    assert len({(one.due_on, one.label) for one in found}) == len(found)


@given(CYCLES, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_a_time_in_two_halves_holds_the_same(cycle: Cycle, start: dt.date, left: int, right: int) -> None:
    middle, end = start + dt.timedelta(days=left), start + dt.timedelta(days=left + 1 + right)
    recurrence, calendar = Recurrence((cycle,)), national_calendar()
    halves = occurrences(recurrence, start, middle, calendar) + occurrences(recurrence, middle + dt.timedelta(days=1), end, calendar)
    assert halves == occurrences(recurrence, start, end, calendar)
