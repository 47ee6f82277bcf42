"""Days that the words of a deadline leave open."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.domain.deadlines import count_from, due_on, next_day, resolve_deadlines
from dieuhanh.extract.facts import Bound, Deadline, Document, Item, Recurrence

ISSUED = dt.date(2024, 3, 5)  # a Tuesday

OPEN = [
    # a day without a year
    pytest.param("trước ngày 30/6", "before", "2024-06-30", id="later in the year"),
    pytest.param("trước ngày 05/3", "before", "2024-03-05", id="the day of issue itself"),
    pytest.param("trước ngày 20/01", "before", "2025-01-20", id="past in this year, so in the next"),
    pytest.param("chậm nhất ngày 15 tháng 4", "by", "2024-04-15", id="month in words"),
    pytest.param("trước 17 giờ ngày 12/3", "before", "2024-03-12", id="with an hour"),
    pytest.param("từ ngày 01/4 đến ngày 15/5", "by", "2024-05-15", id="a window ends with its last day"),
    pytest.param("trước ngày 31/02", "before", None, id="no year has the day"),
    pytest.param("trước ngày 31/02/2024", "before", None, id="no calendar has the day, and its year is said"),
    pytest.param("trước ngày 29/02", "before", None, id="a leap day that neither this nor the next year still has"),
    # a stretch without a year
    pytest.param("trong tháng 6", "by", "2024-06-30", id="a month"),
    pytest.param("trong tháng 3", "by", "2024-03-31", id="the month of issue"),
    pytest.param("trong tháng 02", "by", "2025-02-28", id="a month of the next year"),
    pytest.param("trong tháng 5, 6", "by", "2024-06-30", id="the second of two months"),
    pytest.param("trước tháng 6", "before", "2024-06-01", id="before a month"),
    pytest.param("trong quý II", "by", "2024-06-30", id="a quarter"),
    pytest.param("hết quý I", "by", "2024-03-31", id="the quarter of issue"),
    pytest.param("trong quý II, quý III", "by", "2024-09-30", id="the second of two quarters"),
    pytest.param("trong 6 tháng đầu năm", "by", "2024-06-30", id="the first half of the year"),
    pytest.param("trong 6 tháng cuối năm", "by", "2024-12-31", id="the second half of the year"),
    pytest.param("trong tháng này", "by", "2024-03-31", id="this month"),
    pytest.param("trong quý này", "by", "2024-03-31", id="this quarter"),
    pytest.param("trong năm nay", "by", "2024-12-31", id="this year"),
    # counts
    pytest.param(
        "Trong thời hạn 05 ngày làm việc kể từ ngày 23/11/2021",
        "by",
        "2021-11-30",
        id="working days: the first is not counted, nor the weekend",
    ),
    pytest.param("trong 03 ngày làm việc kể từ ngày 08/3/2024", "by", "2024-03-13", id="working days from a Friday"),
    pytest.param("trong thời hạn 15 ngày kể từ ngày 22/4/2025", "by", "2025-05-07", id="days"),
    pytest.param("trong vòng 10 ngày kể từ ngày 05/3/2024", "by", "2024-03-15", id="days within a month"),
    pytest.param("trong vòng 04 ngày kể từ ngày 05/3/2024", "by", "2024-03-11", id="a Saturday moves to Monday"),
    pytest.param("trong vòng 05 ngày, kể từ ngày 05 tháng 3 năm 2024", "by", "2024-03-11", id="a Sunday moves to Monday, date in words"),
    pytest.param("trong thời hạn 02 tuần kể từ ngày 05/3/2024", "by", "2024-03-19", id="weeks"),
    pytest.param("trong thời hạn 01 tháng kể từ ngày 31/01/2024", "by", "2024-02-29", id="a month that lacks the day ends on its last"),
    pytest.param("trong thời hạn 06 tháng kể từ ngày 10/9/2024", "by", "2025-03-10", id="months over the year"),
    pytest.param("trong 07 ngày kể từ ngày ban hành Quyết định này", "by", "2024-03-12", id="from the day of issue"),
    pytest.param("chậm nhất sau 10 ngày kể từ ngày ký", "by", "2024-03-15", id="from the signature"),
    pytest.param("trong vòng 10 ngày kể từ ngày nhận được Thông báo này", "by", None, id="from receipt"),
    pytest.param("trong vòng 03 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ", "by", None, id="from an event"),
    pytest.param("trong thời hạn 10 ngày kể từ ngày 31/02/2024", "by", None, id="from a day that no calendar has"),
    pytest.param("trong 03 ngày làm việc", "by", None, id="from nowhere"),
    # events
    pytest.param("trước Tết Nguyên đán Giáp Thìn 2024", "before", None, id="an event"),
    pytest.param("trước mùa mưa lũ năm 2024", "before", None, id="a season"),
]


@pytest.mark.parametrize(("expression", "bound", "day"), OPEN)
def test_day_that_the_words_mean(expression: str, bound: Bound, day: str | None) -> None:
    found = due_on(expression, bound, ISSUED)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        pytest.param("trước ngày 30/6", None, id="no year can be known"),
        pytest.param("trong quý II", None, id="no year of a quarter can be known"),
        pytest.param("trong 05 ngày kể từ ngày ký", None, id="no day of signature is known"),
        pytest.param("trong 10 ngày kể từ ngày 05/3/2024", "2024-03-15", id="a count from a day needs none"),
    ],
)
def test_without_a_day_of_issue(expression: str, day: str | None) -> None:
    found = due_on(expression, "by", None)
    assert (found and found.isoformat()) == day


def an_item(*deadlines: Deadline, issued_on: dt.date | None = ISSUED) -> Item:
    letter = Document("Công văn", "12/UBND-KT", issued_on, None, None, None, "12/UBND-KT", (0, 1))
    return Item("Rà soát", (0, 9), None, (letter,), (), None, (), (), (), deadlines, (), ())


def a_deadline(expression: str, due: dt.date | None = None, recurrence: Recurrence | None = None) -> Deadline:
    return Deadline(due, "before", recurrence, expression, None, (0, len(expression)))


def test_only_open_deadlines_of_an_item_are_resolved() -> None:
    said = dt.date(2024, 5, 1)
    item = an_item(
        a_deadline("trước ngày 30/6"),
        a_deadline("trước ngày 01/5/2024", said),
        a_deadline("trước ngày 15/12 hằng năm", recurrence="yearly"),
    )
    assert [d.due for d in resolve_deadlines(item).deadlines] == [dt.date(2024, 6, 30), said, None]


def test_an_item_without_open_deadlines_is_the_same() -> None:
    item = an_item(a_deadline("trước ngày 01/5/2024", dt.date(2024, 5, 1)))
    assert resolve_deadlines(item) is item


def test_the_first_instrument_with_a_day_decides() -> None:
    item = an_item(a_deadline("trước ngày 30/6"), issued_on=None)
    assert [d.due for d in resolve_deadlines(item).deadlines] == [None]


@pytest.mark.parametrize(
    ("start", "count", "unit", "working", "day"),
    [
        pytest.param("2024-03-08", 1, "ngày", True, "2024-03-11", id="one working day from a Friday"),
        pytest.param("2024-03-09", 1, "ngày", True, "2024-03-11", id="one working day from a Saturday"),
        pytest.param("2024-03-05", 20, "ngày", True, "2024-04-02", id="twenty working days"),
        pytest.param("2024-12-30", 3, "tháng", False, "2025-03-31", id="a Sunday at the end of a count of months"),
    ],
)
def test_count(start: str, count: int, unit: str, working: bool, day: str) -> None:
    assert count_from(dt.date.fromisoformat(start), count, unit, working=working) == dt.date.fromisoformat(day)


def test_a_leap_day_waits_one_year_and_no_longer() -> None:
    assert next_day(29, 2, dt.date(2023, 6, 1)) == dt.date(2024, 2, 29)
    assert next_day(29, 2, dt.date(2024, 6, 1)) is None
