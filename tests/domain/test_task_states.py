"""The machine of a task's life, every state against every step; and how states count."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.domain.task_states import LABELS, State, Step, next_state, state_of_parts, steps_from
from dieuhanh.domain.task_status import Status, status_of
from dieuhanh.errors import ForbiddenStepError

# One row a state: where each step leads; a step that is not named is forbidden.
MACHINE: dict[State, dict[Step, State]] = {
    State.DRAFT: {Step.EDIT_DRAFT: State.DRAFT, Step.DROP_DRAFT: State.DROPPED, Step.ASSIGN: State.ASSIGNED},
    State.DROPPED: {},
    State.REFUSED: {
        Step.EDIT_DRAFT: State.REFUSED,
        Step.ASSIGN: State.ASSIGNED,
        Step.CANCEL: State.CANCELLED,
        Step.CORRECT_DEADLINE: State.REFUSED,
    },
    State.ASSIGNED: {Step.ACCEPT: State.ACCEPTED, Step.REFUSE: State.REFUSED, Step.NOTE_PROGRESS: State.ACCEPTED},
    State.ACCEPTED: {Step.NOTE_PROGRESS: State.ACCEPTED},
    State.SENT_BACK: {Step.NOTE_PROGRESS: State.SENT_BACK},
    State.REPORTED: {
        Step.CONFIRM_DONE: State.DONE,
        Step.SEND_BACK: State.SENT_BACK,
        Step.RECORD_MEASURE: State.REPORTED,
        Step.GRANT_EXTENSION: State.REPORTED,
        Step.REFUSE_EXTENSION: State.REPORTED,
        Step.CANCEL: State.CANCELLED,
        Step.CORRECT_DEADLINE: State.REPORTED,
    },
    State.DONE: {},
    State.SUSPENDED: {Step.CANCEL: State.CANCELLED},
    State.CANCELLED: {},
}
LEADING = {Step.REPORT: State.REPORTED, Step.SUSPEND: State.SUSPENDED, Step.CANCEL: State.CANCELLED, Step.REASSIGN: State.ASSIGNED}
STAYING = (
    Step.ASK_EXTENSION,
    Step.GRANT_EXTENSION,
    Step.REFUSE_EXTENSION,
    Step.CORRECT_DEADLINE,
    Step.ADD_SUBTASKS,
    Step.RECORD_MEASURE,
    Step.CHANGE_RULE,
    Step.CHANGE_COOPERATING,
)
for at_work in (State.ASSIGNED, State.ACCEPTED, State.SENT_BACK):
    MACHINE[at_work] |= LEADING | dict.fromkeys(STAYING, at_work)

for not_closed in (State.DRAFT, State.REFUSED, State.ASSIGNED, State.ACCEPTED, State.SENT_BACK, State.REPORTED):
    MACHINE[not_closed] |= dict.fromkeys((Step.SET_TARGET, Step.DROP_TARGET), not_closed)


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("state", list(State))
def test_each_step_from_each_state(state: State, step: Step) -> None:
    expected = MACHINE[state].get(step)
    if expected is not None:
        assert next_state(state, step) is expected
        return
    with pytest.raises(ForbiddenStepError) as caught:
        next_state(state, step)
    assert (caught.value.state, caught.value.step) == (state, step)


def test_a_suspended_task_resumes_where_it_was() -> None:
    assert next_state(State.SUSPENDED, Step.RESUME, before=State.SENT_BACK) is State.SENT_BACK
    with pytest.raises(ForbiddenStepError):
        next_state(State.ACCEPTED, Step.RESUME, before=State.SENT_BACK)


@pytest.mark.parametrize("state", list(State))
def test_open_steps_are_those_of_the_table(state: State) -> None:
    assert steps_from(state) - {Step.RESUME} == set(MACHINE[state])
    assert LABELS[state]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param("done done", State.DONE, id="done when all are"),
        pytest.param("done reported", State.REPORTED, id="reported when the rest is done"),
        pytest.param("done sent_back", State.SENT_BACK, id="one that was sent back keeps all from being done"),
        pytest.param("done assigned", State.ACCEPTED, id="at work as long as one is"),
        pytest.param("assigned refused", State.ASSIGNED, id="who refused is out of it"),
        pytest.param("done refused", State.DONE, id="the others can be done without who refused"),
        pytest.param("refused refused", State.REFUSED, id="refused when all refuse"),
    ],
)
def test_a_collective_is_as_far_as_its_agencies(parts: str, expected: State) -> None:
    assert state_of_parts([State(part) for part in parts.split()]) is expected


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_status(state: State) -> None:
    day = dt.date(2026, 3, 2)
    assert status_of(state, day, day, day) in Status
