"""Agencies with their lives."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.api.links import address
from dieuhanh.api.shapes.known import AgencyRow, agency_row
from dieuhanh.apps.agencies.models import Agency, Succession
from dieuhanh.apps.documents.models import AssignedAgency


class HeldName(msgspec.Struct, frozen=True):
    """A name or abbreviation, and the days between which it held."""

    name: str
    valid_from: dt.date | None
    valid_to: dt.date | None


class Change(msgspec.Struct, frozen=True):
    """The agency before or after, and the first day of the later one; None where no source gives it."""

    agency: AgencyRow
    on: dt.date | None


class AgencyWhole(AgencyRow, frozen=True):
    """An agency with its names and those before and after it; `led` and `cooperating` count assignments, which stand at `assignments`."""

    names: tuple[HeldName, ...]
    predecessors: tuple[Change, ...]
    successors: tuple[Change, ...]
    led: int
    cooperating: int
    assignments: str


def agency_whole(row: Agency) -> AgencyWhole:
    """With a fixed number of queries."""
    changes = Succession.objects.select_related("predecessor", "successor")
    before = changes.filter(successor=row).order_by("predecessor__name")
    after = changes.filter(predecessor=row).order_by("successor__name")
    led, cooperating = AssignedAgency.objects.filter(agency=row).parts()
    return AgencyWhole(
        **msgspec.structs.asdict(agency_row(row)),
        names=tuple(HeldName(one.name, one.valid_from, one.valid_to) for one in row.names.order_by("name")),
        predecessors=tuple(Change(agency_row(one.predecessor), one.on) for one in before),
        successors=tuple(Change(agency_row(one.successor), one.on) for one in after),
        led=led,
        cooperating=cooperating,
        assignments=address("/assignments", {"agency": row.name}),
    )
