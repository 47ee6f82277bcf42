"""Agencies that have ended and still have open tasks: who takes them, or that a person has to say."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import Count

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.heirs import heirs_on
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.domain.task_states import CLOSED


class EndedLine(msgspec.Struct, frozen=True):
    """An agency that has ended, its open tasks as lead and in other parts, and who exists of those that took over."""

    agency: Agency
    led: int
    parts: int
    heirs: list[Agency]

    @property
    def passes(self) -> bool:
        """Whether nobody has to be asked who takes over."""
        return len(self.heirs) == 1


def ended_with_tasks(today: dt.date) -> list[EndedLine]:
    """By name; five queries."""
    heirs = heirs_on(today)
    led = dict(Task.objects.pending().filter(lead__in=heirs).order_by().values_list("lead").annotate(Count("id")))
    open_parts = Part.objects.filter(agency__in=heirs).exclude(task__state__in=sorted(CLOSED))
    parts = dict(open_parts.order_by().values_list("agency").annotate(Count("id")))
    agencies = Agency.objects.in_bulk([*led, *parts])
    lines = [EndedLine(row, led.get(id_, 0), parts.get(id_, 0), heirs[id_]) for id_, row in agencies.items()]
    return sorted(lines, key=lambda line: line.agency.name)
