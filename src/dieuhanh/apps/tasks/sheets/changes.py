"""What a sheet would do, read against the tasks that are there; nothing is written."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.sheets.columns import TAKEN, Column, Fault
from dieuhanh.apps.tasks.sheets.rows import Cells, Faults, RowReader, differences
from dieuhanh.apps.tasks.stepping import PARTS
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.domain.task_states import State, Step, steps_from


class NewRow(msgspec.Struct, frozen=True):
    """A row without a number: a draft that is not there yet."""

    row: int
    cells: Cells
    plan: Plan


class ChangedRow(msgspec.Struct, frozen=True):
    """A row that says something else of a draft, or of a refused task, than the register: column, what was, what would be."""

    row: int
    task: Task
    plan: Plan
    differences: list[tuple[Column, str, str]]


class SheetChanges(msgspec.Struct, frozen=True):
    """What the rows of a sheet are; with a fault among `faults`, (row, column, code), nothing of it may be taken."""

    new: list[NewRow]
    changed: list[ChangedRow]
    unchanged: int
    faults: list[tuple[int, str, str]]

    @property
    def fingerprint(self) -> str:
        """The same as long as the sheet would do the same; so what a person was shown is what they agree to."""
        rows = [[str(one.row), *(one.cells[column] for column in TAKEN)] for one in self.new]
        moved = [[str(one.task.id), *(part for difference in one.differences for part in difference)] for one in self.changed]
        return hashlib.sha256(msgspec.json.encode([rows, moved, self.unchanged])).hexdigest()


def changes_of(rows: Sequence[tuple[int, Cells]], actor: Actor, today: dt.date) -> SheetChanges:
    """A row with a number is that task, and only a draft or a refused one may change; a row without is a new draft.

    A fixed number of queries, whatever the rows of `read_sheet`.
    """
    faults = Faults([])
    reader = RowReader(faults, today)
    numbered = [(row, cells, reader.number(row, cells)) for row, cells in rows]
    tasks = _tasks({number for _, _, number in numbered if number is not None}, actor)
    new, changed, seen, unchanged = list[NewRow](), list[ChangedRow](), set[int](), 0
    for row, cells, number in numbered:
        if number is None:
            new.append(NewRow(row, cells, reader.plan(row, cells)))
            continue
        task = tasks.get(number)
        if task is None or number in seen:
            faults.add(row, Column.NUMBER, Fault.UNKNOWN_TASK if task is None else Fault.TWICE)
        elif not (moved := differences(cells, task)):
            unchanged += 1
        elif Step.EDIT_DRAFT not in steps_from(State(task.state)):
            faults.add(row, Column.STATE, Fault.ASSIGNED)
        else:
            changed.append(ChangedRow(row, task, _with_document(reader.plan(row, cells), task), moved))
        seen.add(number)
    return SheetChanges(new, changed, unchanged, sorted(faults.found))


def _tasks(numbers: set[int], actor: Actor) -> dict[int, Task]:
    """The tasks of these numbers that the person may see."""
    rows = Task.objects.visible_to(actor).filter(id__in=numbers).select_related("lead").prefetch_related(PARTS)
    return {task.id: task for task in rows}


def _with_document(plan: Plan, task: Task) -> Plan:
    """A sheet names documents in words; the task keeps its link where the words are the same."""
    same = plan.document_name == task.document_name
    return msgspec.structs.replace(plan, document=task.document_id if same else None)
