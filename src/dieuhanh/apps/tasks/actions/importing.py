"""A sheet of tasks: new rows become drafts, changed rows of drafts change them, everything or nothing."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.audit.actions import action, require
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.permissions import IMPORT_TASKS
from dieuhanh.apps.tasks.planning import write_new, write_over
from dieuhanh.apps.tasks.sheets.changes import changes_of
from dieuhanh.apps.tasks.sheets.files import read_sheet
from dieuhanh.apps.tasks.stepping import day_of
from dieuhanh.errors import NotSheetError


class Imported(msgspec.Struct, frozen=True):
    """The ids of tasks that a sheet made and changed, and how many of its rows say what is there already."""

    made: tuple[int, ...]
    changed: tuple[int, ...]
    unchanged: int


def import_tasks(content: bytes, *, actor: Actor, at: dt.datetime) -> Imported:
    """Take a sheet in XLSX or CSV; a fixed number of statements, whatever its rows.

    A row with a number is that task, and only a draft or a refused one may change; a row without is a new draft.
    Raises NotPermittedError, and NotSheetError with every fault of the sheet; then nothing of it is stored.
    """
    require(actor, IMPORT_TASKS)
    rows = read_sheet(content)  # slow with many rows, so before the frame
    with action(actor, IMPORT_TASKS, at) as ledger:
        found = changes_of(rows, actor, day_of(at))
        if found.faults:
            raise NotSheetError(found.faults)
        made = write_new(ledger, [row.plan for row in found.new], actor, at)
        changed = [(row.task, row.plan) for row in found.changed]
        write_over(ledger, changed, actor, at)
    return Imported(tuple(task.id for task in made), tuple(task.id for task, _ in changed), found.unchanged)
