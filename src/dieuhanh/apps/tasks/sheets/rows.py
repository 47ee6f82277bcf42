"""A task as the cells of a row, and a row as what a person says of a task."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import msgspec

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import asked
from dieuhanh.apps.tasks.models import PartRole, Task
from dieuhanh.apps.tasks.sheets.columns import BETWEEN, TAKEN, YES, Column, Fault
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.domain.task_states import LABELS, State
from dieuhanh.errors import NotTaskError, SecretTextError

Cell = str | int | dt.date | None
Cells = Mapping[Column, str]  # texts as a person sees them, days as 31/03/2026

_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_NUMBER = re.compile(r"[1-9]\d{0,17}")


def cells_of(task: Task) -> dict[Column, Cell]:
    """The row of a task; its lead and its parts with their agencies are there already."""
    leading = [part.agency.name if part.agency else part.name for part in task.parts.all() if part.role == PartRole.LEAD]
    cooperating = [part.agency.name if part.agency else part.name for part in task.parts.all() if part.role == PartRole.COOPERATING]
    return {
        Column.NUMBER: task.id,
        Column.TITLE: task.title,
        Column.LEAD: task.lead.name if task.lead else BETWEEN.join(leading),
        Column.LEAD_NAME: task.lead_name if task.collective else "",
        Column.COOPERATING: BETWEEN.join(cooperating),
        Column.DOCUMENT: task.document_name,
        Column.ISSUED_ON: task.issued_on,
        Column.DUE_ON: task.due_on,
        Column.DUE_WORDS: task.due_words,
        Column.RECURRING: YES if task.recurring else "",
        Column.STATE: LABELS[State(task.state)],
        Column.PROGRESS: task.progress,
        Column.ASSIGNED_ON: task.assigned_on,
        Column.REPORTED_ON: task.reported_on,
        Column.DONE_ON: task.done_on,
    }


def shown(cell: Cell) -> str:
    """A cell as a person sees it.

    >>> shown(dt.date(2026, 3, 1)), shown(None), shown(12)
    ('01/03/2026', '', '12')
    """
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else "" if cell is None else str(cell)


def differences(cells: Cells, task: Task) -> list[tuple[Column, str, str]]:
    """In which of the columns that are taken the row says something else than the task is: column, the task's words, the row's."""
    own = cells_of(task)
    return [(column, shown(own[column]), cells[column]) for column in TAKEN if _folded(cells[column]) != _folded(shown(own[column]))]


def _folded(words: str) -> str:
    return " ".join(words.split())


class Faults(msgspec.Struct):
    """What is wrong with the rows, as (row, column, code), in their order."""

    found: list[tuple[int, str, str]]

    def add(self, row: int, column: Column, fault: Fault) -> None:
        self.found.append((row, column.value, fault.value))


class RowReader:
    """Reads rows into plans, with the names of all agencies in memory; each fault is noted with its row and column."""

    def __init__(self, faults: Faults, today: dt.date) -> None:
        self._faults = faults
        self._today = today
        self._directory = AgencyDirectory()
        self._calendar = working_calendar()

    def number(self, row: int, cells: Cells) -> int | None:
        """The number of an existing task, None of a new one."""
        said = cells[Column.NUMBER]
        if said and not _NUMBER.fullmatch(said):
            self._faults.add(row, Column.NUMBER, Fault.NO_NUMBER)
        return int(said) if _NUMBER.fullmatch(said) else None

    def plan(self, row: int, cells: Cells) -> Plan:
        """What the row says; of a cell with a fault nothing is taken."""
        leading = self._agencies(row, Column.LEAD, cells)
        together = bool(cells[Column.LEAD_NAME]) or len(leading) > 1
        recurring = bool(cells[Column.RECURRING])
        plan = Plan(
            title=self._text(row, Column.TITLE, cells, needed=True),
            lead=leading[0] if leading and not together else None,
            lead_name=self._text(row, Column.LEAD_NAME, cells) or (cells[Column.LEAD] if together else ""),
            collective=leading if together else (),
            cooperating=self._agencies(row, Column.COOPERATING, cells),
            due_on=self._day(row, Column.DUE_ON, cells),
            due_words=self._text(row, Column.DUE_WORDS, cells),
            recurring=recurring,
            document_name=self._text(row, Column.DOCUMENT, cells),
            issued_on=self._day(row, Column.ISSUED_ON, cells),
        )
        if len({*leading, *plan.cooperating}) < len(leading) + len(plan.cooperating):
            self._faults.add(row, Column.COOPERATING, Fault.TWICE)
        if recurring and (not plan.due_words or asked(plan.due_words, plan.issued_on, self._calendar).recurrence is None):
            self._faults.add(row, Column.RECURRING, Fault.NO_RULE)
        return plan

    def _text(self, row: int, column: Column, cells: Cells, *, needed: bool = False) -> str:
        said = cells[column]
        if needed and not said.strip():
            self._faults.add(row, column, Fault.MISSING)
            return ""
        try:
            return typed.text(column, said, needed=needed)
        except NotTaskError:
            self._faults.add(row, column, Fault.TOO_LONG if len(said) > typed.LONGEST else Fault.UNREADABLE)
        except SecretTextError:
            self._faults.add(row, column, Fault.SECRET)
        return ""

    def _day(self, row: int, column: Column, cells: Cells) -> dt.date | None:
        said = cells[column]
        day = day_in(said)
        if said and day is None:
            self._faults.add(row, column, Fault.NO_DAY)
        return day

    def _agencies(self, row: int, column: Column, cells: Cells) -> tuple[int, ...]:
        names = [name.strip() for name in cells[column].split(BETWEEN.strip()) if name.strip()]
        found = [self._directory.resolve(name, self._today) for name in names]
        if None in found:
            self._faults.add(row, column, Fault.UNKNOWN_AGENCY)
        known = tuple(agency for agency in found if agency is not None)
        if len(set(known)) < len(known):
            self._faults.add(row, column, Fault.TWICE)
        return known


def day_in(words: str) -> dt.date | None:
    """The day that a cell says, of this century; None where it says none.

    >>> day_in("1/3/2026"), day_in("31/02/2026"), day_in("mai")
    (datetime.date(2026, 3, 1), None, None)
    """
    m = _DAY.fullmatch(words.strip())
    if m is None or not typed.FIRST_YEAR <= int(m["year"]) < typed.LAST_YEAR:
        return None
    try:
        return dt.date(int(m["year"]), int(m["month"]), int(m["day"]))
    except ValueError:
        return None
