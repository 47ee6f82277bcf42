"""Whom to urge: agencies with overdue tasks, and the slips that each was sent."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.models import UrgingSlip
from dieuhanh.apps.notices.slips import SlipLine, overdue_lines
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.counting import count_by_agency
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.task_status import NEAR_DAYS


class UrgedLine(msgspec.Struct, frozen=True):
    """An agency, how many of its tasks are overdue, the last slip that it was sent."""

    agency: Agency
    overdue: int
    last: UrgingSlip | None


class UrgingPage(msgspec.Struct, frozen=True):
    """One agency: what a slip of today would list, and the slips so far."""

    agency: Agency
    lines: tuple[SlipLine, ...]
    slips: list[UrgingSlip]


def agencies_to_urge(today: dt.date) -> list[UrgedLine]:
    """Whoever has most that is overdue first; a fixed number of queries."""
    counts = count_by_agency(Task.objects.all(), today, NEAR_DAYS)
    late = {id_: of.open_overdue for id_, of in counts.items() if of.open_overdue}
    last = {slip.agency_id: slip for slip in UrgingSlip.objects.filter(agency__in=late).defer("lines").order_by("id")}
    agencies = Agency.objects.in_bulk(list(late))
    lines = [UrgedLine(agencies[id_], number, last.get(id_)) for id_, number in late.items()]
    return sorted(lines, key=lambda line: (-line.overdue, line.agency.name))


def urging_page(agency: Agency, today: dt.date) -> UrgingPage:
    """With a fixed number of queries."""
    slips = list(UrgingSlip.objects.filter(agency=agency).order_by("-id"))
    return UrgingPage(agency, overdue_lines(agency, today, working_calendar()), slips)
