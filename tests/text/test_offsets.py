"""The map between two texts: runs that were copied, replaced, dropped or put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.text.offsets import Offsets, Point, Span, compose, link

# "ab&amp;c<i>d" -> "ab&cd": two runs copied, an entity replaced, a letter, a tag dropped, a letter.
MARKUP = link([(0, 0), (2, 2), (2, 2), (3, 7), (4, 8), (4, 11), (5, 12)])


@pytest.mark.parametrize(
    ("span", "origin"),
    [
        pytest.param((0, 1), (0, 1), id="in a copied run"),
        pytest.param((1, 2), (1, 2), id="at the end of a copied run"),
        pytest.param((2, 3), (2, 7), id="a replaced run as a whole"),
        pytest.param((1, 4), (1, 8), id="over a replaced run"),
        pytest.param((3, 4), (7, 8), id="before dropped text, without it"),
        pytest.param((4, 5), (11, 12), id="behind dropped text, without it"),
        pytest.param((3, 5), (7, 12), id="over dropped text, with it"),
        pytest.param((0, 5), (0, 12), id="everything"),
        pytest.param((4, 4), (11, 11), id="an empty span stands before its code point"),
        pytest.param((5, 5), (12, 12), id="an empty span at the end"),
    ],
)
def test_origin(span: Span, origin: Span) -> None:
    assert MARKUP.origin(span) == origin


def test_points_in_a_straight_line_are_left_out() -> None:
    assert list(link([(0, 5), (3, 8), (4, 9), (4, 9), (9, 14)]).points()) == [(0, 5), (9, 14)]


# Each run: how many code points it has in the target and in the origin.
runs = st.lists(
    st.one_of(st.integers(0, 4).map(lambda n: (n, n)), st.tuples(st.integers(0, 3), st.integers(0, 5))), min_size=1, max_size=12
)


def offsets_of(lengths: list[tuple[int, int]]) -> Offsets:
    """The map that such runs make, one after another."""
    points: list[Point] = [(0, 0)]
    for target, origin in lengths:
        points.append((points[-1][0] + target, points[-1][1] + origin))
    return link(points)


def small_blocks(lengths: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those runs that no other map can cut through: copied ones, and replaced ones of at most one code point."""
    return [(target, origin) for target, origin in lengths if target == origin or target <= 1]


@given(runs, runs)
def test_composition_is_one_map_after_the_other(outer_runs: list[tuple[int, int]], inner_runs: list[tuple[int, int]]) -> None:
    outer, inner_runs = offsets_of(small_blocks(outer_runs)), small_blocks(inner_runs)
    tail = max(0, outer.origins[-1] - sum(target for target, _ in inner_runs))
    inner = offsets_of([*inner_runs, (tail, tail)])  # so that every place of the outer map lies in it
    composed = compose(outer, inner)
    for i in range(outer.targets[-1]):
        start, end = outer.origin((i, i + 1))
        if end > start:
            assert composed.origin((i, i + 1)) == inner.origin((start, end))


def test_a_replaced_run_that_is_cut_goes_to_the_first_part() -> None:
    composed = compose(link([(0, 0), (1, 1), (1, 2), (2, 3)]), link([(0, 0), (3, 9)]))
    assert [composed.origin((0, 1)), composed.origin((1, 2))] == [(0, 9), (9, 9)]


@given(runs, st.integers(0, 20), st.integers(0, 20))
def test_a_cut_maps_as_the_whole(lengths: list[tuple[int, int]], start: int, length: int) -> None:
    whole = offsets_of(small_blocks(lengths))
    start = min(start, whole.targets[-1])
    end = min(start + length, whole.targets[-1])
    cut = whole.cut(start, end)
    for i in range(start, end):
        assert cut.origin((i - start, i - start + 1)) == whole.origin((i, i + 1))
