"""Who is told at once of a step of a task, and why: the people of whoever the step concerns, and not who took it.

A reminder goes by the calendar (`urging`); news goes by the step. The same step always gives the same answer.
"""

from __future__ import annotations

import msgspec

from dieuhanh.domain.urging import CIRCLES, Circle


class News(msgspec.Struct, frozen=True):
    """A kind of step that is told: its heading in the letter, and whose people hear of it."""

    heading: str
    circles: tuple[Circle, ...]


RELEASED = "đơn vị thôi thực hiện"
BOTH = (Circle.LEAD, Circle.COOPERATING)
NEWS = {
    "tasks.assign_tasks": News("Nhiệm vụ mới giao", BOTH),
    "tasks.send_back": News("Báo cáo bị trả lại", (Circle.LEAD,)),
    "tasks.grant_extension": News("Được gia hạn", BOTH),
    "tasks.refuse_extension": News("Không được gia hạn", (Circle.LEAD,)),
    "tasks.reassign": News("Đổi đơn vị thực hiện", BOTH),
    "tasks.change_rule": News("Đổi chu kỳ", BOTH),
    "tasks.suspend": News("Tạm dừng", BOTH),
    "tasks.resume": News("Tiếp tục thực hiện", BOTH),
    "tasks.cancel": News("Hủy nhiệm vụ", BOTH),
}  # by the verb of the audit chain, in the order of the letter


class Told(msgspec.Struct, frozen=True):
    """An agency whose people are told, and what it is to the task."""

    agency: str
    part: str

    @property
    def why(self) -> str:
        return f"{self.part} ({self.agency})"


def told_of(verb: str, lead: tuple[str, ...], cooperating: tuple[str, ...], released: tuple[str, ...] = ()) -> tuple[Told, ...]:
    """The leads first; an agency that is both is told as lead. `lead` is one agency, those of a collective, or the one whose part it is;
    `released` are those that had the task until this step.

    >>> [one.why for one in told_of("tasks.send_back", ("Sở Y tế",), ("Sở Tài chính",))]
    ['đơn vị chủ trì (Sở Y tế)']
    """
    circles = NEWS[verb].circles
    leading = [Told(agency, CIRCLES[Circle.LEAD]) for agency in dict.fromkeys(lead)] if Circle.LEAD in circles else []
    helping = [Told(agency, CIRCLES[Circle.COOPERATING]) for agency in dict.fromkeys(cooperating) if agency not in lead]
    before = [Told(agency, RELEASED) for agency in dict.fromkeys(released) if agency not in (*lead, *cooperating)]
    return (*leading, *(helping if Circle.COOPERATING in circles else []), *before)
