"""A register that knows the agencies, as `load_agencies` leaves it: they are read and prepared once for all tests of a process."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import connection
from django.db.models import Model

from dieuhanh.apps.agencies.actions import Loaded, load_agencies
from dieuhanh.apps.agencies.models import Agency, AgencyName, Succession
from dieuhanh.apps.agencies.permissions import LOAD_AGENCIES
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.inserting import write_values
from tests.apps.pages import NOW, TESTER

TABLES: tuple[type[Model], ...] = (Agency, AgencyName, Succession)
KEPT: list[tuple[Loaded, list[list[list[Any]]]]] = []  # what the first load said, and its rows by table


def know_agencies() -> None:
    """Once a register; where some are known already, the others are loaded."""
    if Agency.objects.exists():
        load_agencies(actor=TESTER, at=NOW)
        return
    if not KEPT:
        loaded = load_agencies(actor=TESTER, at=NOW)
        KEPT.append((loaded, [_values(model) for model in TABLES]))
        return
    loaded, tables = KEPT[0]
    with action(TESTER, LOAD_AGENCIES, NOW) as ledger:
        for model, values in zip(TABLES, tables, strict=True):
            write_values(model._meta.db_table, [str(field.column) for field in model._meta.concrete_fields], values)
        ledger.append("agencies.Agency", "*", msgspec.to_builtins(loaded))


def _values(model: type[Model]) -> list[list[Any]]:
    """All rows, with their keys, as the database takes them."""
    fields = model._meta.concrete_fields
    return [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in model._default_manager.order_by("pk")
    ]
