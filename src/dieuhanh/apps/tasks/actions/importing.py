"""A sheet of tasks: new rows become drafts, changed rows of drafts change them, everything or nothing."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.audit.actions import action, require
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.permissions import IMPORT_TASKS
from dieuhanh.apps.tasks.planning import write_new, write_over
from dieuhanh.apps.tasks.sheets.columns import Column, Fault
from dieuhanh.apps.tasks.sheets.files import read_sheet
from dieuhanh.apps.tasks.sheets.rows import Faults, RowReader, is_unchanged
from dieuhanh.apps.tasks.stepping import PARTS, day_of
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.domain.task_states import State, Step, steps_from
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
    rows = read_sheet(content)
    with action(actor, IMPORT_TASKS, at) as ledger:
        faults = Faults([])
        reader = RowReader(faults, day_of(at))
        numbered = [(row, cells, reader.number(row, cells)) for row, cells in rows]
        tasks = _tasks({number for _, _, number in numbered if number is not None}, actor)
        new, changed, seen, unchanged = list[Plan](), list[tuple[Task, Plan]](), set[int](), 0
        for row, cells, number in numbered:
            if number is None:
                new.append(reader.plan(row, cells))
                continue
            task = tasks.get(number)
            if task is None or number in seen:
                faults.add(row, Column.NUMBER, Fault.UNKNOWN_TASK if task is None else Fault.TWICE)
            elif is_unchanged(cells, task):
                unchanged += 1
            elif Step.EDIT_DRAFT not in steps_from(State(task.state)):
                faults.add(row, Column.STATE, Fault.ASSIGNED)
            else:
                changed.append((task, _with_document(reader.plan(row, cells), task)))
            seen.add(number)
        if faults.found:
            raise NotSheetError(sorted(faults.found))
        made = write_new(ledger, new, actor, at)
        write_over(ledger, changed, actor, at)
    return Imported(tuple(task.id for task in made), tuple(task.id for task, _ in changed), unchanged)


def _tasks(numbers: set[int], actor: Actor) -> dict[int, Task]:
    """The tasks of these numbers that the person may see."""
    rows = Task.objects.visible_to(actor).filter(id__in=numbers).select_related("lead").prefetch_related(PARTS)
    return {task.id: task for task in rows}


def _with_document(plan: Plan, task: Task) -> Plan:
    """A sheet names documents in words; the task keeps its link where the words are the same."""
    same = plan.document_name == task.document_name
    return msgspec.structs.replace(plan, document=task.document_id if same else None)
