"""Reading grows in proportion to the page, in time and in memory, and the command starts at once.

`make bench` measures the same on large pages and prints the figures; here the pages are small and the bounds a little wider,
and a measurement that misses its bound on a busy machine is taken anew before it counts.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bench.limits import HELP_LIMIT, IMPORT_LIMIT, MEMORY_LIMIT, SHAPES, growth_of, memory_of, startup

TRIES = 3
SHORT_PAGE = 500_000  # bytes
ODD_PAGE = 200_000
SLACK = 1.2  # on the start, whose few milliseconds a busy machine stretches unevenly
GROWTH = 2.6  # a page of twice the size; quadratic work would need four times as long


def best(measure: Callable[[], float], limit: float) -> float:
    """The least of up to TRIES measurements; the first that keeps the limit ends them."""
    lowest = float("inf")
    for _ in range(TRIES):
        lowest = min(lowest, measure())
        if lowest <= limit:
            break
    return lowest


def test_time_grows_in_proportion_to_a_digest() -> None:
    make = SHAPES["digest"]
    assert best(lambda: growth_of(make, SHORT_PAGE, tries=2)[0], GROWTH) <= GROWTH


@pytest.mark.parametrize("make", [pytest.param(make, id=shape) for shape, make in SHAPES.items() if shape != "digest"])
def test_time_grows_in_proportion_to_a_broken_page(make: Callable[[int], str]) -> None:
    assert best(lambda: growth_of(make, ODD_PAGE, tries=1)[0], GROWTH) <= GROWTH


def test_memory_stays_within_its_limit() -> None:
    assert best(lambda: memory_of(SHORT_PAGE), MEMORY_LIMIT) <= MEMORY_LIMIT


def test_import_and_help_start_at_once() -> None:
    def worst() -> float:
        (importing, helping), _ = startup(rounds=5)
        return max(importing / IMPORT_LIMIT, helping / HELP_LIMIT)

    assert best(worst, SLACK) <= SLACK
