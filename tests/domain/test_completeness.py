"""What is missing within what was seen."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.domain.completeness import Range, Series, gaps, missing_days
from dieuhanh.extract.facts import Period


@pytest.mark.parametrize(
    ("seen", "missing"),
    [
        pytest.param([], [], id="nothing seen, nothing missing"),
        pytest.param([5], [], id="one number"),
        pytest.param([5, 6, 7], [], id="no gap"),
        pytest.param([7, 5], [(6, 6)], id="one missing, in any order"),
        pytest.param([1, 1, 4, 9], [(2, 3), (5, 8)], id="several gaps, a number twice"),
    ],
)
def test_gaps(seen: list[int], missing: list[Range]) -> None:
    assert list(gaps(seen)) == missing


def test_missing_numbers_are_counted() -> None:
    assert Series("UBND tỉnh", "Quyết định", False, 2024, 1, 9, 3, ((2, 3), (5, 8))).missing == 6


def week(month: int, first: int, last: int) -> Period:
    return Period(dt.date(2024, month, first), dt.date(2024, month, last))


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        pytest.param([week(5, 6, 12), week(5, 13, 19)], [], id="week follows week"),
        pytest.param([week(5, 20, 26), week(5, 6, 12)], [week(5, 13, 19)], id="a week is missing, in any order"),
        pytest.param([week(5, 1, 31), week(5, 6, 12), week(6, 1, 9)], [], id="a month covers its weeks"),
        pytest.param([], [], id="nothing at all"),
    ],
)
def test_missing_days(periods: list[Period], missing: list[Period]) -> None:
    assert list(missing_days(periods)) == missing
