"""The life of a task: from which state which step leads where. The machine is a table; what stands not in it is forbidden.

A task begins as a draft of the office. A task that was sent back counts as not done; one that was refused waits for the office
to edit and assign it again. A task for a collective has a part for each agency, and its own state follows from theirs.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from dieuhanh.errors import ForbiddenStepError


class State(StrEnum):
    """Where a task, or an agency's part in it, stands."""

    DRAFT = "draft"
    DROPPED = "dropped"
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPORTED = "reported"
    SENT_BACK = "sent_back"
    DONE = "done"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What can be done with a task."""

    EDIT_DRAFT = "edit_draft"
    DROP_DRAFT = "drop_draft"
    ASSIGN = "assign"
    ACCEPT = "accept"
    REFUSE = "refuse"
    REASSIGN = "reassign"
    CHANGE_COOPERATING = "change_cooperating"
    NOTE_PROGRESS = "note_progress"
    REPORT = "report"
    SEND_BACK = "send_back"
    CONFIRM_DONE = "confirm_done"
    ASK_EXTENSION = "ask_extension"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    CORRECT_DEADLINE = "correct_deadline"
    CHANGE_RULE = "change_rule"
    SUSPEND = "suspend"
    RESUME = "resume"
    CANCEL = "cancel"
    ADD_SUBTASKS = "add_subtasks"
    RECORD_MEASURE = "record_measure"
    SET_TARGET = "set_target"
    DROP_TARGET = "drop_target"


LABELS = {
    State.DRAFT: "dự thảo",
    State.DROPPED: "không giao",
    State.ASSIGNED: "đã giao",
    State.ACCEPTED: "đang thực hiện",
    State.REFUSED: "từ chối",
    State.REPORTED: "chờ xác nhận",
    State.SENT_BACK: "trả lại",
    State.DONE: "đã hoàn thành",
    State.SUSPENDED: "tạm dừng",
    State.CANCELLED: "đã hủy",
}

UNASSIGNED = frozenset({State.DRAFT, State.DROPPED})
AT_WORK = frozenset({State.ASSIGNED, State.ACCEPTED, State.SENT_BACK})  # in an agency's hands
OPEN = AT_WORK | {State.REPORTED}  # what counts as not done; a refused task is nobody's until it is assigned again
CLOSED = frozenset({State.DONE, State.CANCELLED, State.DROPPED})

_STAYING = (
    Step.ASK_EXTENSION,
    Step.GRANT_EXTENSION,
    Step.REFUSE_EXTENSION,
    Step.ADD_SUBTASKS,
    Step.RECORD_MEASURE,
    Step.CHANGE_RULE,
    Step.CHANGE_COOPERATING,
)  # steps of a task at work that leave its state as it is

STEPS: dict[tuple[State, Step], State] = {
    (State.DRAFT, Step.EDIT_DRAFT): State.DRAFT,
    (State.DRAFT, Step.DROP_DRAFT): State.DROPPED,
    (State.DRAFT, Step.ASSIGN): State.ASSIGNED,
    (State.REFUSED, Step.EDIT_DRAFT): State.REFUSED,
    (State.REFUSED, Step.ASSIGN): State.ASSIGNED,
    (State.REFUSED, Step.CANCEL): State.CANCELLED,
    (State.ASSIGNED, Step.ACCEPT): State.ACCEPTED,
    (State.ASSIGNED, Step.REFUSE): State.REFUSED,
    (State.ASSIGNED, Step.NOTE_PROGRESS): State.ACCEPTED,
    (State.ACCEPTED, Step.NOTE_PROGRESS): State.ACCEPTED,
    (State.SENT_BACK, Step.NOTE_PROGRESS): State.SENT_BACK,
    (State.REPORTED, Step.CONFIRM_DONE): State.DONE,
    (State.REPORTED, Step.SEND_BACK): State.SENT_BACK,
    (State.REPORTED, Step.RECORD_MEASURE): State.REPORTED,
    # A request that was made in time may be answered after the agency has reported.
    (State.REPORTED, Step.GRANT_EXTENSION): State.REPORTED,
    (State.REPORTED, Step.REFUSE_EXTENSION): State.REPORTED,
    (State.REPORTED, Step.CANCEL): State.CANCELLED,
    (State.SUSPENDED, Step.CANCEL): State.CANCELLED,
    **{(state, step): state for state in AT_WORK for step in _STAYING},
    **{(state, Step.REPORT): State.REPORTED for state in AT_WORK},
    **{(state, Step.REASSIGN): State.ASSIGNED for state in AT_WORK},
    **{(state, Step.SUSPEND): State.SUSPENDED for state in AT_WORK},
    **{(state, Step.CANCEL): State.CANCELLED for state in AT_WORK},
    **{(state, step): state for state in (State.DRAFT, State.REFUSED, *OPEN) for step in (Step.SET_TARGET, Step.DROP_TARGET)},
    **{(state, Step.CORRECT_DEADLINE): state for state in (*AT_WORK, State.REFUSED, State.REPORTED)},
}


def next_state(state: State, step: Step, *, before: State | None = None) -> State:
    """Where the step leads; a suspended task resumes to the state `before`, of which it was taken. Raises ForbiddenStepError.

    >>> next_state(State.REPORTED, Step.SEND_BACK)
    <State.SENT_BACK: 'sent_back'>
    """
    if (state, step) == (State.SUSPENDED, Step.RESUME) and before is not None:
        return before
    if (state, step) not in STEPS:
        raise ForbiddenStepError(state, step)
    return STEPS[state, step]


def steps_from(state: State) -> frozenset[Step]:
    """The steps that are open to a task in that state."""
    resuming = frozenset({Step.RESUME}) if state is State.SUSPENDED else frozenset[Step]()
    return resuming | {step for (origin, step) in STEPS if origin is state}


def state_of_parts(parts: Collection[State]) -> State:
    """The state of a task whose lead is a collective: done only once every part is; who refused is out of it, unless all did.

    >>> state_of_parts([State.DONE, State.REPORTED, State.REFUSED])
    <State.REPORTED: 'reported'>
    """
    states = frozenset(parts) - {State.REFUSED} or frozenset({State.REFUSED})
    if len(states) == 1:
        return next(iter(states))
    if states <= {State.DONE, State.REPORTED}:
        return State.REPORTED
    if State.SENT_BACK in states:
        return State.SENT_BACK
    return State.ACCEPTED
