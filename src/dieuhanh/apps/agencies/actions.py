"""What can be done to agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from dieuhanh.apps.agencies.models import Agency, AgencyName, Succession
from dieuhanh.apps.agencies.naming import name_key
from dieuhanh.apps.agencies.permissions import LOAD_AGENCIES
from dieuhanh.apps.agencies.rows import AgencyRow, SuccessionRow, agency_rows, succession_rows
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.inserting import insert

FIELDS = ("place", "code", "kind", "valid_from", "valid_to")


class Loaded(msgspec.Struct, frozen=True):
    """How many rows were added, changed or taken away."""

    agencies: int
    names: int
    successions: int


def load_agencies(*, actor: Actor, at: dt.datetime) -> Loaded:
    """Bring the agencies to the product's own lists; what is so already stays untouched. An agency is never taken away."""
    rows = agency_rows()
    with action(actor, LOAD_AGENCIES, at) as ledger:
        agencies = _agencies(rows)
        ids = dict(Agency.objects.values_list("name", "id"))
        loaded = Loaded(agencies, _names(rows, ids), _successions(succession_rows(), ids))
        if any(msgspec.structs.astuple(loaded)):
            ledger.append("agencies.Agency", "*", msgspec.to_builtins(loaded))
    return loaded


def _agencies(rows: Iterable[AgencyRow]) -> int:
    known = {agency.name: agency for agency in Agency.objects.all()}
    new = [Agency(name=row.name, **_fields(row)) for row in rows if row.name not in known]
    changed = []
    for row in rows:
        agency = known.get(row.name)
        if agency and _fields(row) != {field: getattr(agency, field) for field in FIELDS}:
            for field, value in _fields(row).items():
                setattr(agency, field, value)
            changed.append(agency)
    Agency.objects.bulk_update(changed, FIELDS, batch_size=100)
    insert(new)
    return len(new) + len(changed)


def _fields(row: AgencyRow) -> dict[str, str | dt.date | None]:
    return {field: getattr(row, field) for field in FIELDS}


def _names(rows: Iterable[AgencyRow], ids: dict[str, int]) -> int:
    wanted = {(ids[row.name], name, row.valid_from, row.valid_to) for row in rows for name in row.names}
    known = {row[1:]: row[0] for row in AgencyName.objects.values_list("id", "agency_id", "name", "valid_from", "valid_to")}
    gone = [known[row] for row in known.keys() - wanted]
    AgencyName.objects.filter(id__in=gone).delete()
    new = sorted(wanted - known.keys(), key=lambda row: row[:2])
    insert(AgencyName(agency_id=agency, name=name, key=name_key(name), valid_from=begin, valid_to=end) for agency, name, begin, end in new)
    return len(new) + len(gone)


def _successions(rows: Iterable[SuccessionRow], ids: dict[str, int]) -> int:
    wanted = {(ids[row.predecessor], ids[row.successor], row.on) for row in rows}
    known = {row[1:]: row[0] for row in Succession.objects.values_list("id", "predecessor_id", "successor_id", "on")}
    gone = [known[row] for row in known.keys() - wanted]
    Succession.objects.filter(id__in=gone).delete()
    new = sorted(wanted - known.keys(), key=lambda row: row[:2])
    insert(Succession(predecessor_id=old, successor_id=later, on=on) for old, later, on in new)
    return len(new) + len(gone)
