"""How a task stands today, in words that need no colour to be understood."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.tasks.models import Task
from dieuhanh.display.wording import day
from dieuhanh.domain.task_states import LABELS, State
from dieuhanh.domain.task_status import Status, status_of


class Standing(msgspec.Struct, frozen=True):
    """The state as people call it, what today makes of the deadline, and whether that is a day too late."""

    state: str
    due: str
    late: bool = False


def standing(task: Task, today: dt.date) -> Standing:
    """đang thực hiện · quá hạn 3 ngày."""
    state = State(task.state)
    status = status_of(state, task.due_on, task.done_on, today)
    if task.recurring:
        return Standing(LABELS[state], "nhiệm vụ định kỳ")
    return Standing(LABELS[state], _due(task, status, today), _is_late(task, status))


def _is_late(task: Task, status: Status) -> bool:
    days = (task.reported_on, task.due_on)
    reported_late = status is Status.WAITING and days[0] is not None and days[1] is not None and days[0] > days[1]
    return reported_late or status in (Status.OVERDUE, Status.DONE_LATE)


def _due(task: Task, status: Status, today: dt.date) -> str:
    if task.due_on is None:
        return "thời hạn chưa xác định được" if task.due_words else "không có thời hạn"
    left = (task.due_on - today).days
    limit = f"hạn {day(task.due_on)}"
    match status:
        case Status.OVERDUE:
            return f"{limit}, quá hạn {-left} ngày"
        case Status.NEAR_DUE | Status.IN_TIME:
            return f"{limit}, còn {left} ngày" if left else f"{limit}, hôm nay đến hạn"
        case Status.DONE_LATE:
            return f"{limit}, xong chậm"
        case Status.WAITING if _is_late(task, status):
            return f"{limit}, báo cáo quá hạn"
        case _:
            return limit
