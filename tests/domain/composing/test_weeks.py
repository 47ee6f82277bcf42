"""The days of an issue, and its title."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.domain.composing import title_of, week_of
from dieuhanh.domain.composing.weeks import days_between
from dieuhanh.errors import NotWeekError
from dieuhanh.extract.facts import Period


def days(first: str, last: str) -> Period:
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        pytest.param("2024-W03", days("2024-01-15", "2024-01-21"), id="a week from Monday to Sunday"),
        pytest.param("2024w3", days("2024-01-15", "2024-01-21"), id="typed in haste"),
        pytest.param("2025-W01", days("2024-12-30", "2025-01-05"), id="the first week may begin in the year before"),
        pytest.param("2020-W53", days("2020-12-28", "2021-01-03"), id="some years have 53 weeks"),
    ],
)
def test_week(words: str, period: Period) -> None:
    assert week_of(words) == period


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2024-W54", id="no year has 54 weeks"),
        pytest.param("2024-W00", id="weeks are counted from one"),
        pytest.param("tuần 3", id="words"),
        pytest.param("9999-W52", id="a week that runs past the calendar"),
    ],
)
def test_no_week(words: str) -> None:
    with pytest.raises(NotWeekError):
        week_of(words)


@pytest.mark.parametrize(
    ("first", "last"),
    [pytest.param("2024-05-12", "2024-05-06", id="backwards"), pytest.param("2024-05-01", "2024-06-01", id="longer than a month")],
)
def test_days_that_are_no_issue(first: str, last: str) -> None:
    with pytest.raises(NotWeekError):
        days_between(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        pytest.param(days("2024-01-15", "2024-01-21"), "(từ ngày 15/01 đến ngày 21/01/2024)", id="January and February have two digits"),
        pytest.param(days("2023-08-28", "2023-09-03"), "(từ ngày 28/8 đến ngày 03/9/2023)", id="later months as many as they need"),
        pytest.param(days("2024-12-30", "2025-01-05"), "(từ ngày 30/12/2024 đến ngày 05/01/2025)", id="two years are both said"),
    ],
)
def test_title(period: Period, shown: str) -> None:
    assert title_of(period) == f"Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần {shown}"
