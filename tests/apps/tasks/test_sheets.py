"""What is exported imports again unchanged; a sheet with a fault is refused whole, with every fault by row and column."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.tasks.actions import Plan, add_task, assign_tasks, import_tasks
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.sheets import FAULTS, LARGEST_SHEET, Column, Fault, SheetForm, cells_of, write_sheet
from dieuhanh.apps.tasks.sheets.columns import COLUMNS, TAKEN
from dieuhanh.apps.tasks.stepping import PARTS
from dieuhanh.apps.tasks.verification import unattested_tasks
from dieuhanh.errors import NotSheetError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import DUE, Cast, again, cast, given

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Iterator[Cast]:
    yield cast()
    assert list(unattested_tasks()) == []


def exported(form: SheetForm) -> bytes:
    file = io.BytesIO()
    tasks = Task.objects.select_related("lead").prefetch_related(PARTS).order_by("id")
    write_sheet((cells_of(task) for task in tasks), form, file)
    return file.getvalue()


def stage(people: Cast) -> list[Task]:
    finance, health = people.finance.id, people.health.id
    return [
        given(Plan(title="Rà soát kinh phí;\nbáo cáo UBND tỉnh", lead=finance, cooperating=(health,), due_on=DUE)),
        given(Plan(title='=cmd|"calc"!A1', lead=finance, document_name="+ Kế hoạch số 5", issued_on=dt.date(2026, 2, 1))),
        add_task(Plan(title="'quoted, “nháy”; và -1", collective=(finance, health), lead_name="các sở"), actor=TESTER, at=NOW),
        add_task(Plan(title="Báo cáo", lead=health, due_words="trước ngày 20 hằng tháng", recurring=True), actor=TESTER, at=NOW),
        add_task(Plan(title="Trong quý", lead=health, due_words="trong quý II", issued_on=dt.date(2026, 2, 1)), actor=TESTER, at=NOW),
        add_task(Plan(title="Chưa rõ ai"), actor=TESTER, at=NOW),
    ]


@pytest.mark.parametrize("form", list(SheetForm))
def test_what_is_exported_imports_again_unchanged(people: Cast, form: SheetForm) -> None:
    tasks, entries = stage(people), Entry.objects.count()
    done = import_tasks(exported(form), actor=people.officer, at=NOW)
    assert (done.made, done.changed, done.unchanged) == ((), (), len(tasks))
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("form", list(SheetForm))
def test_rows_without_their_numbers_become_the_same_tasks(people: Cast, form: SheetForm) -> None:
    stage(people)
    copy = [dict(cells_of(task)) | {Column.NUMBER: None} for task in Task.objects.prefetch_related(PARTS).order_by("id")]
    file = io.BytesIO()
    write_sheet(copy, form, file)
    made = import_tasks(file.getvalue(), actor=TESTER, at=NOW).made
    told = (Column.NUMBER, Column.STATE, Column.ASSIGNED_ON)
    again_ = [cells_of(task) for task in Task.objects.filter(id__in=made).prefetch_related(PARTS).order_by("id")]
    assert [{c: row[c] for c in COLUMNS if c not in told} for row in again_] == [
        {c: row[c] for c in COLUMNS if c not in told} for row in copy
    ]


@pytest.mark.parametrize("form", list(SheetForm))
def test_no_cell_is_a_formula(people: Cast, form: SheetForm) -> None:
    stage(people)
    content = exported(form)
    if form is SheetForm.CSV:
        assert all(not cell.startswith(("=", "+", "@")) for line in content.decode("utf-8-sig").splitlines() for cell in line.split(","))
        return
    cells = [cell for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    assert '\'=cmd|"calc"!A1' in [cell.value for cell in cells]


def test_a_draft_changes_by_its_row_and_an_assigned_task_does_not(people: Cast) -> None:
    draft = add_task(Plan(title="Cũ", lead=people.finance.id), actor=TESTER, at=NOW)
    text = exported(SheetForm.CSV).decode("utf-8-sig").replace("Cũ", "Mới")
    assert import_tasks(text.encode(), actor=TESTER, at=NOW).changed == (draft.id,)
    assert again(draft).title == "Mới"
    assign_tasks([draft.id], actor=TESTER, at=NOW)
    assert faults(exported(SheetForm.CSV).decode("utf-8-sig").replace("Mới", "Khác").encode()) == [(2, Column.STATE, Fault.ASSIGNED)]


def sheet(*rows: dict[Column, str], delimiter: str = ",") -> bytes:
    lines: list[list[str]] = [[*TAKEN], *([row.get(column, "") for column in TAKEN] for row in rows)]
    return "\n".join(delimiter.join(line) for line in lines).encode()


def faults(content: bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(NotSheetError) as caught:
        import_tasks(content, actor=TESTER, at=NOW)
    return caught.value.faults


@pytest.mark.parametrize(
    ("row", "column", "fault"),
    [
        pytest.param({Column.LEAD: "Sở Y tế"}, Column.TITLE, Fault.MISSING, id="a task says what is to be done"),
        pytest.param({Column.TITLE: "x", Column.LEAD: "Sở Không Có"}, Column.LEAD, Fault.UNKNOWN_AGENCY, id="an agency that is not"),
        pytest.param(
            {Column.TITLE: "x", Column.LEAD: "Sở Y tế", Column.COOPERATING: "Sở Y tế"},
            Column.COOPERATING,
            Fault.TWICE,
            id="who leads does not cooperate",
        ),
        pytest.param({Column.TITLE: "x", Column.DUE_ON: "31/02/2026"}, Column.DUE_ON, Fault.NO_DAY, id="a day that no year has"),
        pytest.param({Column.TITLE: "x", Column.DUE_ON: "mai"}, Column.DUE_ON, Fault.NO_DAY, id="words where a day belongs"),
        pytest.param({Column.NUMBER: "1e3", Column.TITLE: "x"}, Column.NUMBER, Fault.NO_NUMBER, id="no number"),
        pytest.param({Column.NUMBER: "999999", Column.TITLE: "x"}, Column.NUMBER, Fault.UNKNOWN_TASK, id="a number that no task has"),
        pytest.param({Column.TITLE: "=1+1"}, Column.TITLE, Fault.FORMULA, id="a formula"),
        pytest.param({Column.TITLE: "x" * 5001}, Column.TITLE, Fault.TOO_LONG, id="too long a text"),
        pytest.param({Column.TITLE: "a\u200b\x07b"}, Column.TITLE, Fault.UNREADABLE, id="what cannot be printed"),
        pytest.param({Column.TITLE: "TUYỆT MẬT"}, Column.TITLE, Fault.SECRET, id="a mark of secrecy"),
        pytest.param({Column.TITLE: "x", Column.RECURRING: "x"}, Column.RECURRING, Fault.NO_RULE, id="a series without a rule"),
    ],
)
def test_a_fault_is_told_by_row_and_column_and_nothing_is_stored(
    people: Cast, row: dict[Column, str], column: Column, fault: Fault
) -> None:
    entries = Entry.objects.count()
    good = {Column.TITLE: "Tốt", Column.LEAD: people.finance.name}
    assert (3, column.value, fault.value) in faults(sheet(good, row))
    assert (Task.objects.count(), Entry.objects.count()) == (0, entries)
    assert FAULTS[fault]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", bytes(210 << 20))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"", Fault.NOT_SHEET, id="nothing"),
        pytest.param(b"PK\x03\x04 rubbish", Fault.NOT_SHEET, id="an archive that is none"),
        pytest.param(b"\xff\xfe\x00", Fault.NOT_SHEET, id="no UTF-8"),
        pytest.param(b'"' + b"a" * 200_000, Fault.NOT_SHEET, id="a quote that nothing closes"),
        pytest.param(b"a,b\n1,2", Fault.NO_COLUMN, id="other headings"),
        pytest.param(bytes(LARGEST_SHEET + 1), Fault.TOO_LARGE, id="too many bytes"),
        pytest.param(sheet(*[{Column.TITLE: "x"}] * 10_001), Fault.TOO_MANY_ROWS, id="too many rows"),
        pytest.param(bomb(), Fault.TOO_LARGE, id="an archive that unpacks without end"),
    ],
)
def test_what_is_no_sheet_is_refused(content: bytes, fault: Fault) -> None:
    assert {code for _, _, code in faults(content)} == {fault}


def test_a_formula_of_a_book_is_refused(people: Cast) -> None:
    book, file = Workbook(), io.BytesIO()
    page = book.worksheets[0]
    page.append(list(TAKEN))
    page.append(["", "=1+1", people.finance.name])
    book.save(file)
    assert faults(file.getvalue()) == [(2, Column.TITLE, Fault.FORMULA)]


def test_semicolons_are_read_as_sheet_programs_here_write_them(people: Cast) -> None:
    row = {Column.TITLE: "Rà soát", Column.LEAD: people.finance.name, Column.DUE_ON: "5/3/2026"}
    (made,) = import_tasks(sheet(row, delimiter=";"), actor=TESTER, at=NOW).made
    assert Task.objects.get(id=made).due_on == dt.date(2026, 3, 5)


def test_the_number_of_queries_does_not_grow_with_the_rows(people: Cast) -> None:
    counts = []
    for rows in (2, 60):
        content = sheet(*[{Column.TITLE: f"Việc {k}", Column.LEAD: people.finance.name, Column.DUE_ON: "5/3/2026"} for k in range(rows)])
        with CaptureQueriesContext(connection) as seen:
            import_tasks(content, actor=TESTER, at=NOW)
        counts.append(len(seen))
    assert counts[0] + 2 >= counts[1]  # SQLite takes so many values a statement, and no more
