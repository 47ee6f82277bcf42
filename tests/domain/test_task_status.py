"""How a task counts on a day, and how far a parent is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.progress import progress_of
from dieuhanh.domain.task_states import State
from dieuhanh.domain.task_status import Status, status_of

TODAY = dt.date(2024, 3, 20)


@pytest.mark.parametrize(
    ("state", "due", "done", "status"),
    [
        pytest.param(State.DONE, 20, 20, Status.DONE_ON_TIME, id="done on the last day"),
        pytest.param(State.DONE, 18, 15, Status.DONE_ON_TIME, id="done before it, confirmed after it"),
        pytest.param(State.DONE, 18, 19, Status.DONE_LATE, id="done a day late"),
        pytest.param(State.DONE, None, 19, Status.DONE_ON_TIME, id="done without a deadline"),
        pytest.param(State.DONE, 18, None, Status.DONE_LATE, id="done on a day not kept, confirmed late"),
        pytest.param(State.ASSIGNED, 19, None, Status.OVERDUE, id="a day over"),
        pytest.param(State.ASSIGNED, 20, None, Status.NEAR_DUE, id="due today"),
        pytest.param(State.ACCEPTED, 23, None, Status.NEAR_DUE, id="due in three days"),
        pytest.param(State.ACCEPTED, 24, None, Status.IN_TIME, id="due in four"),
        pytest.param(State.ACCEPTED, None, None, Status.WITHOUT_DEADLINE, id="no deadline"),
        pytest.param(State.SENT_BACK, 19, 18, Status.OVERDUE, id="sent back counts as not done"),
        pytest.param(State.SENT_BACK, 30, 18, Status.IN_TIME, id="sent back in time"),
        pytest.param(State.REPORTED, 19, 18, Status.WAITING, id="reported waits for confirmation"),
        pytest.param(State.SUSPENDED, 10, None, Status.SUSPENDED, id="suspended is never overdue"),
        pytest.param(State.DRAFT, 10, None, Status.NOT_COUNTED, id="a draft"),
        pytest.param(State.REFUSED, 10, None, Status.NOT_COUNTED, id="refused"),
        pytest.param(State.CANCELLED, 10, None, Status.NOT_COUNTED, id="cancelled"),
    ],
)
def test_status_on_a_day(state: State, due: int | None, done: int | None, status: Status) -> None:
    due_on, done_on = (None if number is None else dt.date(2024, 3, number) for number in (due, done))
    assert status_of(state, due_on, done_on, TODAY) == status


def test_how_near_is_near_can_be_chosen() -> None:
    due = dt.date(2024, 3, 25)
    assert [status_of(State.ASSIGNED, due, None, TODAY, days) for days in (4, 5)] == [Status.IN_TIME, Status.NEAR_DUE]


PARTS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=20)


@pytest.mark.parametrize(
    ("children", "progress"),
    [
        pytest.param([(1, 0), (1, 100)], 50, id="halves"),
        pytest.param([(3, 100), (1, 0)], 75, id="by weight"),
        pytest.param([(1, 100), (999, 99)], 99, id="nearly done is not done"),
        pytest.param([(0, 100)], None, id="nothing that weighs"),
        pytest.param([], None, id="no child"),
    ],
)
def test_progress_of_a_parent(children: list[tuple[int, int]], progress: int | None) -> None:
    assert progress_of(children) == progress


@given(PARTS)
def test_a_parent_lies_between_its_children(children: list[tuple[int, int]]) -> None:
    progress = progress_of(children)
    weighed = [percent for weight, percent in children if weight]
    assert (progress is None) == (not weighed)
    if progress is not None:
        assert min(weighed) <= progress <= max(weighed)
        assert (progress == 100) == (min(weighed) == 100)


@pytest.mark.parametrize("child", [(-1, 50), (1, 101), (1, -1)])
def test_impossible_children_are_refused(child: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="percent"):
        progress_of([child])
