"""Sheets as bytes: XLSX and CSV, written a row at a time and read within limits. No cell can become a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, BinaryIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.exceptions import InvalidFileException

from dieuhanh.apps.tasks.sheets.columns import COLUMNS, TAKEN, Column, Fault
from dieuhanh.apps.tasks.sheets.rows import Cell, shown
from dieuhanh.errors import NotSheetError

LARGEST_SHEET = 10 * 1024 * 1024  # bytes
LARGEST_UNPACKED = 200 * 1024 * 1024  # bytes of the parts of an XLSX; more is a bomb
MOST_ROWS = 10_000
WIDEST_CELL = 32_767  # what a cell of XLSX holds
DAY_FORMAT = "DD/MM/YYYY"
WIDTHS = {Column.TITLE: 60, Column.LEAD: 30, Column.COOPERATING: 40, Column.DOCUMENT: 36, Column.DUE_WORDS: 30}
USUAL_WIDTH = 16
# A sheet program takes a text that begins so for a formula; an apostrophe before it says that it is a text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
TEXT = "'"
_BAD = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError, AttributeError, IndexError, SyntaxError)


class SheetForm(StrEnum):
    """How a sheet is kept."""

    XLSX = "xlsx"
    CSV = "csv"


def write_sheet(rows: Iterable[dict[Column, Cell]], form: SheetForm, out: BinaryIO) -> None:
    """All rows with the headings above them; memory does not grow with their number. Raises OSError."""
    if form is SheetForm.CSV:
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        writer.writerows([guarded(shown(cells[column])) for column in COLUMNS] for cells in rows)
        text.detach()
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Nhiệm vụ")
    sheet.freeze_panes = "C2"
    for letter, column in zip("ABCDEFGHIJKLMNO", COLUMNS, strict=True):
        sheet.column_dimensions[letter].width = WIDTHS.get(column, USUAL_WIDTH)
    sheet.append(COLUMNS)
    for cells in rows:
        sheet.append([_cell(sheet, cells[column]) for column in COLUMNS])
    book.save(out)


def _cell(sheet: Any, said: Cell) -> object:
    if isinstance(said, dt.date):
        cell = WriteOnlyCell(sheet, dt.datetime.combine(said, dt.time.min))
        cell.number_format = DAY_FORMAT
        return cell
    return ILLEGAL_CHARACTERS_RE.sub("", guarded(said))[:WIDEST_CELL] if isinstance(said, str) else said


def guarded(text: str) -> str:
    """The text as no sheet program takes it for a formula; what begins with the guard itself is guarded too, so that it reads back.

    >>> guarded("=HYPERLINK(1)"), unguarded("'=HYPERLINK(1)"), guarded("Báo cáo")
    ("'=HYPERLINK(1)", '=HYPERLINK(1)', 'Báo cáo')
    """
    return f"{TEXT}{text}" if text.startswith((*FORMULA, TEXT)) else text


def unguarded(text: str) -> str:
    return text[1:] if text.startswith(tuple(TEXT + sign for sign in (*FORMULA, TEXT))) else text


def read_sheet(content: bytes) -> list[tuple[int, dict[Column, str]]]:
    """The rows that say something, each with its number in the sheet; days as 31/03/2026. Raises NotSheetError."""
    if len(content) > LARGEST_SHEET:
        raise _whole(Fault.TOO_LARGE)
    lines = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    headings, rows, faults = list[str](), list[tuple[int, dict[Column, str]]](), list[tuple[int, str, str]]()
    for number, cells in lines:
        if not headings:
            headings = [said.strip() for said, _ in cells]
            missing = [(number, column.value, Fault.NO_COLUMN.value) for column in TAKEN if column not in headings]
            if missing:
                raise NotSheetError(missing)
            continue
        said = {Column(heading): cell for heading, cell in zip(headings, cells, strict=False) if heading in TAKEN}
        faults += [(number, column.value, Fault.FORMULA.value) for column, (_, formula) in said.items() if formula]
        texts = {column: unguarded(said[column][0]).strip() if column in said else "" for column in TAKEN}
        if any(texts.values()):
            rows.append((number, texts))
        if len(rows) > MOST_ROWS:
            raise _whole(Fault.TOO_MANY_ROWS)
    if faults:
        raise NotSheetError(faults)
    if not headings:
        raise _whole(Fault.NOT_SHEET)
    return rows


Line = tuple[int, list[tuple[str, bool]]]  # its number, and its cells: what they say, and whether they are formulas


def _whole(fault: Fault) -> NotSheetError:
    return NotSheetError([(0, "", fault.value)])


def _csv(content: bytes) -> Iterator[Line]:
    """Commas or semicolons, as the first line has it: sheet programs write what the language of the machine asks for."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _whole(Fault.NOT_SHEET) from error
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            yield number, [(cell, cell.startswith("=")) for cell in cells]
    except csv.Error as error:
        raise _whole(Fault.NOT_SHEET) from error


def _xlsx(content: bytes) -> Iterator[Line]:
    """The first sheet of the book."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_UNPACKED:
                raise _whole(Fault.TOO_LARGE)
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        lines = [
            (number, [(_said(cell.value), cell.data_type == "f") for cell in row])
            for number, row in enumerate(book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=len(COLUMNS) + 10), 1)
        ]
    except _BAD as error:  # what openpyxl raises of a damaged book is not written down anywhere
        raise _whole(Fault.NOT_SHEET) from error
    return iter(lines)


def _said(value: object) -> str:
    if isinstance(value, dt.datetime):
        return shown(value.date())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
