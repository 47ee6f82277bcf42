"""Targets of tasks in words."""

from __future__ import annotations

import msgspec

from dieuhanh.apps.tasks.models import TaskTarget
from dieuhanh.display import wording
from dieuhanh.extract.facts import Comparator, Target


def words_of(target: TaskTarget) -> str:
    """hộ nghèo: tối đa 5%."""
    return f"{wording.one_line(target.subject)}: {wanted_of(target)}"


def wanted_of(target: TaskTarget) -> str:
    """tối đa 5%."""
    return wording.target_value(_fact(target, target.value, target.upper, msgspec.convert(target.comparator, Comparator)))


def value_of(value: float, target: TaskTarget) -> str:
    """4,5%: what was measured, in the unit of the target."""
    return wording.target_value(_fact(target, value, None, "="))


def _fact(target: TaskTarget, value: float, upper: float | None, comparator: Comparator) -> Target:
    return Target(subject=target.subject, comparator=comparator, value=value, upper=upper, unit=target.unit, by=None, span=(0, 0))
