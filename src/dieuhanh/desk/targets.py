"""What a task has to reach and what was measured of it: a table, and the same drawn small."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.tasks.aims import value_of, wanted_of
from dieuhanh.apps.tasks.models import Measure, Task, TaskTarget
from dieuhanh.display import wording

# Of the picture, in its own units, about those of a phone's screen, so that its letters stay readable there.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 360, 180, 8, 352, 24, 150
HEADROOM = 1.1  # the highest value does not touch the edge
REACHED, MISSED = "đạt", "chưa đạt"


class MeasuredRow(msgspec.Struct, frozen=True):
    """What was measured on a day; `verdict` is "" where the aim is only "about" something."""

    on: dt.date
    words: str
    verdict: str
    actor: str


class Mark(msgspec.Struct, frozen=True):
    """A point of the picture with its words; of an aim only the height counts."""

    x: int
    y: int
    words: str


class Chart(msgspec.Struct, frozen=True):
    """The course of the measured values against the aim."""

    dots: list[Mark]
    aims: list[Mark]
    first: dt.date
    last: dt.date
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    bottom: int = BOTTOM

    @property
    def points(self) -> str:
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


class TargetView(msgspec.Struct, frozen=True):
    """One target as the page of its task shows it; no chart before anything was measured."""

    name: str
    wanted: str
    by: str
    rows: list[MeasuredRow]
    chart: Chart | None

    @property
    def last(self) -> MeasuredRow | None:
        return self.rows[-1] if self.rows else None


def targets_of(task: Task) -> list[TargetView]:
    """In their order, measured values by day; two queries."""
    return [_view(target, list(target.measures.all())) for target in task.targets.prefetch_related("measures")]


def _view(target: TaskTarget, measures: Sequence[Measure]) -> TargetView:
    rows = [MeasuredRow(one.on, value_of(one.value, target), _verdict(one.value, target), one.actor) for one in measures]
    name = wording.one_line(target.subject)
    return TargetView(name[:1].upper() + name[1:], wanted_of(target), _by(target), rows, _chart(target, measures) if measures else None)


def _by(target: TaskTarget) -> str:
    return wording.horizon(target.by) if target.by else ""


def _verdict(value: float, target: TaskTarget) -> str:
    if target.upper is not None:
        reached = target.value <= value <= target.upper
    else:
        compared = {
            ">=": value >= target.value,
            ">": value > target.value,
            "<=": value <= target.value,
            "<": value < target.value,
            "=": value == target.value,
        }
        if target.comparator not in compared:
            return ""
        reached = compared[target.comparator]
    return REACHED if reached else MISSED


def _chart(target: TaskTarget, measures: Sequence[Measure]) -> Chart:
    aims = [target.value] if target.upper is None else [target.value, target.upper]
    values = [*aims, *(one.value for one in measures)]
    low, high = min(0.0, *values), max(0.0, *values) * HEADROOM
    first, last = measures[0].on, measures[-1].on
    days = (last - first).days

    def height(value: float) -> int:
        return round(BOTTOM - (value - low) / ((high - low) or 1) * (BOTTOM - TOP))

    def across(on: dt.date) -> int:
        return round(LEFT + (on - first).days / days * (RIGHT - LEFT)) if days else (LEFT + RIGHT) // 2

    return Chart(
        dots=[Mark(across(one.on), height(one.value), f"{wording.day(one.on)}: {value_of(one.value, target)}") for one in measures],
        aims=[Mark(RIGHT, height(value), value_of(value, target)) for value in aims],
        first=first,
        last=last,
    )
