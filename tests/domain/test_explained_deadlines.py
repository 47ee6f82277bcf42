"""What the words of a deadline mean: the day, the steps to it, and what is said where there is none.

The table lies in deadline_phrases.csv, a phrase a line: `from` and `due` are the days, `then` the next three of what comes back, `unresolved` why
no day follows; where all four are empty the words set no deadline. `steps` are parted by " / ".
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.pages import GOLDEN, OTHERS, SAMPLES, pages_in
from dieuhanh import read
from dieuhanh.domain.deadlines import Explanation, explain, occurrences, reresolve
from dieuhanh.domain.working_calendar import CalendarDay, WorkingCalendar, calendar_of, national_calendar
from dieuhanh.extract.facts import Bound

TABLE = Path(__file__).with_name("deadline_phrases.csv")
ROWS = [
    pytest.param(row, id=f"{k}: {row['phrase']}") for k, row in enumerate(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()), 2)
]
ISSUED = dt.date(2024, 3, 5)  # a Tuesday
BOUNDS: dict[str, Bound] = {"before": "before", "by": "by", "on": "on", "from": "from"}
DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2030, 12, 31))


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def explained(row: dict[str, str], calendar: WorkingCalendar | None = None) -> Explanation:
    return explain(
        row["phrase"],
        BOUNDS[row["bound"]],
        issued_on=day(row["issued"]),
        received_on=day(row["received"]),
        calendar=national_calendar() if calendar is None else calendar,
    )


def meant(phrase: str, bound: Bound = "by", issued_on: dt.date | None = ISSUED, **events: dt.date) -> Explanation:
    named = {name.replace("_", " "): on for name, on in events.items()}
    return explain(phrase, bound, issued_on=issued_on, calendar=national_calendar(), events=named)


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(ROWS) >= 300


@pytest.mark.parametrize("row", ROWS)
def test_day_of_a_phrase(row: dict[str, str]) -> None:
    found = explained(row)
    assert (found.from_on, found.due_on) == (day(row["from"]), day(row["due"]))
    assert (found.unresolved or "") == row["unresolved"]


@pytest.mark.parametrize("row", ROWS)
def test_steps_of_a_phrase(row: dict[str, str]) -> None:
    assert " / ".join(explained(row).steps) == row["steps"]


@pytest.mark.parametrize("row", ROWS)
def test_next_days_of_what_comes_back(row: dict[str, str]) -> None:
    found = explained(row)
    assert (found.recurrence is not None) == bool(row["then"])
    if found.recurrence is not None:
        since = day(row["issued"]) or ISSUED
        later = occurrences(found.recurrence, since, since + dt.timedelta(days=4000), national_calendar())
        assert " ".join(str(one.due_on) for one in later[:3]) == row["then"]


@pytest.mark.parametrize("row", ROWS)
def test_an_explanation_is_one_of_five(row: dict[str, str]) -> None:
    """A day or window, a recurrence, an open question, or no deadline at all; and it always says how."""
    found = explained(row)
    kinds = [found.due_on is not None or found.from_on is not None, found.recurrence is not None, found.unresolved is not None]
    assert sum(kinds) <= 1
    assert found.steps


@pytest.mark.parametrize("row", ROWS)
def test_the_same_question_has_the_same_answer(row: dict[str, str]) -> None:
    assert explained(row) == explained(row)


GOLD_PAGES = [pytest.param(path, id=path.stem) for folder in (SAMPLES, OTHERS) for path in pages_in(folder)]


@pytest.mark.parametrize("path", GOLD_PAGES)
def test_explanations_agree_with_the_reader(path: Path) -> None:
    """One algebra: what the reader hands over as due is what the words explain to; days of events it leaves open."""
    for item in read(path).items:
        issued_on = next((d.date for d in item.instruments if d.date is not None), None)
        for limit in item.deadlines:
            found = explain(limit.expression, limit.bound, issued_on=issued_on, calendar=national_calendar())
            due = None if found.event else (found.from_on if limit.bound == "from" else found.due_on)
            assert (limit.expression, due) == (limit.expression, limit.due)


def test_gold_pages_are_there() -> None:
    assert len(GOLD_PAGES) >= len(list(GOLDEN.glob("*.json"))) > 0


@pytest.mark.parametrize(
    ("phrase", "bound", "last"),
    [
        pytest.param("trước ngày 20/4/2024", "before", "2024-04-19", id="before a day leaves the one before it"),
        pytest.param("trước 17 giờ ngày 20/4/2024", "before", "2024-04-20", id="before an hour leaves the day until then"),
        pytest.param("trước 24 giờ ngày 20/4/2024", "before", "2024-04-20", id="midnight leaves the whole day"),
        pytest.param("chậm nhất ngày 20/4/2024", "by", "2024-04-20", id="at the latest counts the day"),
        pytest.param("ít nhất 03 ngày trước ngày 20/4/2024", "before", "2024-04-17", id="three days ahead are in time"),
        pytest.param("từ ngày 20/4/2024", "from", "", id="an opening has no last day"),
    ],
)
def test_last_day_in_time(phrase: str, bound: Bound, last: str) -> None:
    assert meant(phrase, bound).last_day == day(last)


def test_an_hour_is_kept() -> None:
    assert meant("trước 16h30 ngày 20/4/2024", "before").hour == dt.time(16, 30)


def test_all_days_of_a_list_are_kept() -> None:
    assert meant("các ngày 15, 16/4/2024").days == (dt.date(2024, 4, 15), dt.date(2024, 4, 16))


@pytest.mark.parametrize(
    ("phrase", "event", "due"),
    [
        pytest.param("trước mùa mưa lũ", "mùa_mưa_lũ", "2024-06-01", id="a season that a person dated"),
        pytest.param("trong 05 ngày kể từ ngày có hiệu lực", "ngày_có_hiệu_lực", "2024-06-06", id="a count from a dated event"),
        pytest.param("ít nhất 02 ngày trước ngày khai mạc", "khai_mạc", "2024-05-30", id="a count back from a dated event"),
    ],
)
def test_a_person_can_date_an_event(phrase: str, event: str, due: str) -> None:
    found = meant(phrase, "before", **{event: dt.date(2024, 6, 1)})
    assert (found.due_on, found.event) == (day(due), event.replace("_", " "))


@pytest.mark.parametrize(
    "phrase",
    ["1, " * 160, "ngày 1/2, " * 50, "quý 1 và " * 55, "tháng 1, " * 55, "trước " * 80, "(" * 500, "5 ngày kể từ " * 38, " " * 600],
)
def test_hostile_words_are_answered(phrase: str) -> None:
    assert meant(phrase).steps


def test_words_as_long_as_a_page_are_not_read() -> None:
    """Cut words could end within a day: "… trước ngày 15/1" of "15/12"."""
    assert meant(f"{'rà soát ' * 100} trước ngày 15/12/2024").unresolved is not None


@pytest.mark.parametrize("issued_on", [dt.date.min, dt.date.max, dt.date(1815, 1, 1)])
def test_a_day_out_of_all_order_stays_open(issued_on: dt.date) -> None:
    assert meant("trong 30 ngày kể từ ngày ký", "by", issued_on).unresolved is not None


# What holds for all days. "trước ngày 15" names no month and "05 ngày làm việc" no beginning: nothing stands in for them.


@given(DAYS, st.integers(1, 400), st.sampled_from(["ngày", "ngày làm việc", "tuần", "tháng"]))
def test_a_count_never_ends_before_its_start_nor_on_a_day_off(issued_on: dt.date, count: int, unit: str) -> None:
    due = meant(f"trong {count:02} {unit} kể từ ngày ký", "by", issued_on).due_on
    assert due is not None
    assert due > issued_on
    assert national_calendar().is_working(due)


@given(DAYS, st.integers(1, 31), st.integers(1, 12))
def test_a_day_without_a_year_is_never_before_the_issue(issued_on: dt.date, number: int, month: int) -> None:
    due = meant(f"trước ngày {number:02}/{month}", "before", issued_on).due_on
    assert due is None or (due >= issued_on and (due.day, due.month) == (number, month))


@given(
    DAYS, st.sampled_from(["trước ngày {}", "chậm nhất ngày {}", "trong {} ngày làm việc", "{} ngày", "ngày {} tới"]), st.integers(1, 31)
)
def test_a_bare_number_is_never_a_day(issued_on: dt.date, form: str, number: int) -> None:
    found = meant(form.format(number), "by", issued_on)
    assert (found.due_on, found.unresolved is None) == (None, False)


@given(st.text(max_size=60), DAYS)
def test_any_words_are_answered(words: str, issued_on: dt.date) -> None:
    assert meant(words, "by", issued_on).steps


VOCABULARY = sorted({word for param in ROWS for word in param.values[0]["phrase"].split()})  # type: ignore[index]


@given(st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join), st.sampled_from([*BOUNDS.values()]), DAYS)
def test_any_order_of_the_words_of_deadlines_is_answered(words: str, bound: Bound, issued_on: dt.date) -> None:
    found = meant(words, bound, issued_on)
    assert found.steps
    if found.recurrence is not None:
        assert occurrences(found.recurrence, issued_on, issued_on + dt.timedelta(days=500), national_calendar()) is not None


# Another calendar.

OFF = CalendarDay(dt.date(2024, 3, 11), "Bão số 1", "holiday")
STORM = calendar_of([*national_calendar().days, OFF])


def test_two_calendars_stand_side_by_side() -> None:
    words = "trong 05 ngày làm việc kể từ ngày ký"
    days = [explain(words, "by", issued_on=ISSUED, calendar=c).due_on for c in (national_calendar(), STORM)]
    assert days == [dt.date(2024, 3, 12), dt.date(2024, 3, 13)]


@pytest.mark.parametrize(
    ("phrase", "old", "new", "why"),
    [
        pytest.param(
            "trong 05 ngày làm việc kể từ ngày ký",
            national_calendar(),
            STORM,
            "12/3/2024 → 13/3/2024: 11/3 nay là ngày nghỉ (Bão số 1)",
            id="a new day off",
        ),
        pytest.param(
            "trong 05 ngày làm việc kể từ ngày ký",
            STORM,
            national_calendar(),
            "13/3/2024 → 12/3/2024: 11/3 nay là ngày làm việc",
            id="a day off taken back",
        ),
        pytest.param(
            "trong 06 ngày kể từ ngày ký",
            national_calendar(),
            STORM,
            "11/3/2024 → 12/3/2024: 11/3 nay là ngày nghỉ (Bão số 1)",
            id="the end of a count",
        ),
        pytest.param("chậm nhất ngày 11/3/2024", national_calendar(), STORM, None, id="a day that the words fix stays"),
        pytest.param("trong 20 ngày kể từ ngày ký", national_calendar(), STORM, None, id="a day off in the middle of calendar days"),
        pytest.param("khẩn trương", national_calendar(), STORM, None, id="no deadline"),
        pytest.param(
            "trước Tết Nguyên đán 2025",
            national_calendar(),
            calendar_of([CalendarDay(dt.date(2025, 1, 30), "Tết Nguyên đán", "holiday", "mùng 1")]),
            "29/01/2025 → 30/01/2025: lịch mới ghi ngày khác cho Tết Nguyên đán 2025",
            id="an event that moved",
        ),
        pytest.param(
            "trước Tết Nguyên đán 2025",
            national_calendar(),
            calendar_of([]),
            "29/01/2025 → chưa xác định: lịch mới ghi ngày khác cho Tết Nguyên đán 2025",
            id="an event that the calendar no longer knows",
        ),
    ],
)
def test_another_calendar_says_why(phrase: str, old: WorkingCalendar, new: WorkingCalendar, why: str | None) -> None:
    before = explain(phrase, "by", issued_on=ISSUED, calendar=old)
    change = reresolve(before, new)
    assert change.why == why
    assert change.explanation == explain(phrase, "by", issued_on=ISSUED, calendar=new)
