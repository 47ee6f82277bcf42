"""A sheet of tasks before it is taken: what would change, or every fault by its row; and the forms that carry it."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import zlib
from typing import Any

import msgspec
from django import forms

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.tasks.sheets import FAULTS, LARGEST_SHEET, Column, Fault, read_sheet
from dieuhanh.apps.tasks.sheets.changes import ChangedRow, NewRow, SheetChanges, changes_of
from dieuhanh.desk.complaints import MEGABYTE
from dieuhanh.errors import NotSheetError

SHOWN = 100  # rows of each kind; the numbers tell all of them
# In the order of a sentence about a new draft.
TOLD = (Column.LEAD, Column.COOPERATING, Column.DOCUMENT, Column.DUE_ON, Column.DUE_WORDS)


class NewLine(msgspec.Struct, frozen=True):
    """A draft that would be made: its row, what is to be done, and the other cells that say something."""

    row: int
    title: str
    told: list[tuple[str, str]]


class FaultLine(msgspec.Struct, frozen=True):
    """One thing that is wrong, in words; row 0 is the sheet as a whole."""

    row: int
    column: str
    words: str


class SheetPage(msgspec.Struct, frozen=True):
    """All that the template shows; `kept` is the sheet itself, for the form that takes it."""

    new: list[NewLine]
    changed: list[ChangedRow]
    faults: list[FaultLine]
    new_number: int
    changed_number: int
    fault_number: int
    unchanged: int
    fingerprint: str
    kept: str

    @property
    def takes_nothing(self) -> bool:
        return not (self.new_number or self.changed_number)


class SheetFileForm(forms.Form):
    """The file; a valid form has its `content`."""

    tep = forms.FileField(
        label="Bảng tính",
        allow_empty_file=True,
        error_messages={"required": "Hãy chọn một tệp."},
        help_text=f"XLSX hoặc CSV (UTF-8), các cột như khi tải danh sách về; không quá {LARGEST_SHEET // MEGABYTE} MB.",
    )

    def clean_tep(self) -> Any:
        file = self.cleaned_data["tep"]
        if (file.size or 0) > LARGEST_SHEET:
            raise forms.ValidationError(f"Tệp lớn hơn giới hạn {LARGEST_SHEET // MEGABYTE} MB.")
        return file

    @property
    def content(self) -> bytes:
        return bytes(self.cleaned_data["tep"].read())


class ConfirmForm(forms.Form):
    """The sheet and the mark of what was shown of it; it travels in the page, so that nothing is stored before a yes."""

    bang = forms.CharField()
    dau = forms.CharField(max_length=64)

    def clean_bang(self) -> bytes:
        try:
            unpacking = zlib.decompressobj()
            content = unpacking.decompress(base64.b64decode(self.cleaned_data["bang"], validate=True), LARGEST_SHEET + 1)
        except (binascii.Error, ValueError, zlib.error) as error:
            raise forms.ValidationError("Tệp không còn nguyên.") from error
        if len(content) > LARGEST_SHEET:
            raise forms.ValidationError("Tệp quá lớn.")
        return content

    @property
    def content(self) -> bytes:
        return bytes(self.cleaned_data["bang"])


def sheet_page(content: bytes, actor: User, today: dt.date) -> SheetPage:
    """With a fixed number of queries, whatever the rows."""
    try:
        found = changes_of(read_sheet(content), actor, today)
    except NotSheetError as error:
        found = SheetChanges([], [], 0, error.faults)
    return SheetPage(
        new=[_new(row) for row in found.new[:SHOWN]],
        changed=found.changed[:SHOWN],
        faults=[FaultLine(row, column, FAULTS[Fault(code)]) for row, column, code in found.faults[:SHOWN]],
        new_number=len(found.new),
        changed_number=len(found.changed),
        fault_number=len(found.faults),
        unchanged=found.unchanged,
        fingerprint=found.fingerprint,
        kept="" if found.faults else base64.b64encode(zlib.compress(content)).decode("ascii"),
    )


def _new(row: NewRow) -> NewLine:
    return NewLine(row.row, row.cells[Column.TITLE], [(column.value, row.cells[column]) for column in TOLD if row.cells[column]])
