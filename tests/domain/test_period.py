"""The period of a digest, repaired where the year of its title contradicts most of its documents."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.domain.settling import settle
from dieuhanh.extract.facts import Digest, Period
from tests.domain.pages import digest_of


def period_of(start: str, end: str) -> Period:
    return Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def settled(start: str, end: str, *days: str) -> Digest:
    """What becomes of a digest with this period and one item for each instrument's day."""
    return settle(digest_of(period=period_of(start, end), days=days))


KEPT = [
    pytest.param("2024-05-13", "2024-05-19", ["2024-05-13", "2024-05-17"], id="all within"),
    pytest.param("2024-05-13", "2024-05-19", ["2024-05-06", "2024-05-26"], id="a week before and a week after are within reach"),
    pytest.param("2024-05-13", "2024-05-19", [], id="no instrument says otherwise"),
    pytest.param("2024-05-13", "2024-05-19", ["2024-03-01", "2024-03-02"], id="the year is right, the days are not"),
    pytest.param("2023-01-01", "2023-01-07", ["2023-01-03", "2023-01-04", "2024-01-05"], id="one document of another year"),
    pytest.param("2023-01-01", "2023-01-07", ["2023-01-03", "2024-01-04"], id="half against half"),
    pytest.param("2023-12-25", "2023-12-31", ["2024-01-02", "2024-01-03"], id="a week that the turn of the year follows"),
    pytest.param("2023-05-08", "2023-05-14", ["2024-09-01", "2024-09-03"], id="another year would not agree either"),
    pytest.param("2024-12-30", "2025-01-05", ["2024-12-31", "2025-01-03"], id="a week across the turn of the year"),
]

REPAIRED = [
    pytest.param(
        "2023-01-01", "2023-01-07", ["2024-01-02", "2024-01-03", "2024-01-05"], ("2024-01-01", "2024-01-07"), id="early January, last year"
    ),
    pytest.param("2025-01-06", "2025-01-12", ["2024-01-08", "2024-01-09"], ("2024-01-06", "2024-01-12"), id="a year too late"),
    pytest.param("2023-03-04", "2023-03-10", ["2024-03-05", "2024-03-07", "2023-03-06"], ("2024-03-04", "2024-03-10"), id="most decide"),
    pytest.param(
        "2022-12-30",
        "2023-01-05",
        ["2024-01-02", "2024-01-04"],
        ("2023-12-30", "2024-01-05"),
        id="across the turn of the year both days move",
    ),
]


@pytest.mark.parametrize(("start", "end", "days"), KEPT)
def test_period_is_kept(start: str, end: str, days: list[str]) -> None:
    digest = settled(start, end, *days)
    assert digest.period == period_of(start, end)
    assert "period-year" not in [warning.code for warning in digest.warnings]


@pytest.mark.parametrize(("start", "end", "days", "right"), REPAIRED)
def test_period_is_repaired_and_said_to_be(start: str, end: str, days: list[str], right: tuple[str, str]) -> None:
    digest = settled(start, end, *days)
    assert digest.period == period_of(*right)
    assert "period-year" in [warning.code for warning in digest.warnings]


def test_leap_day_moves_to_no_year_that_lacks_it() -> None:
    assert settled("2024-02-26", "2024-02-29", "2023-02-27", "2023-02-28").period == period_of("2024-02-26", "2024-02-29")


def test_page_without_a_period_gets_none() -> None:
    assert settle(digest_of(period=None, days=["2024-05-14"])).period is None


def test_undated_instruments_say_nothing() -> None:
    assert settled("2023-01-01", "2023-01-07", "2023-01-03", "", "").period == period_of("2023-01-01", "2023-01-07")


@pytest.mark.parametrize(
    ("title", "days", "period"),
    [
        pytest.param(
            "trong tuần (từ ngày 12 - 18/9)", ["2022-09-13", "2022-09-15"], ("2022-09-12", "2022-09-18"), id="all documents agree"
        ),
        pytest.param("trong tuần (từ 29/12 đến 04/01)", ["2023-12-29", "2024-01-03"], ("2023-12-29", "2024-01-04"), id="across the year"),
        pytest.param("trong tuần (từ 12 - 18/9)", ["2022-09-13", "2022-03-02", "2021-01-01"], None, id="most documents are of other days"),
        pytest.param("trong tuần (từ 12 - 18/9)", [], None, id="no document says the year"),
        pytest.param("trong tuần qua", ["2022-09-13"], None, id="no days at all"),
    ],
)
def test_year_that_the_title_leaves_out(title: str, days: list[str], period: tuple[str, str] | None) -> None:
    digest = settle(digest_of(title=f"Chỉ đạo, điều hành nổi bật của UBND tỉnh {title}", period=None, days=days))
    assert digest.period == (period_of(*period) if period else None)
