"""The leader's numbers as a sheet: one of agencies, one of documents."""

from __future__ import annotations

import datetime as dt
import io

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from dieuhanh.apps.tasks.sheets.files import WIDEST_CELL, guarded
from dieuhanh.desk.leader_page import Row, agency_rows, document_rows
from dieuhanh.display.wording import day

HEADINGS = (
    "Tên",
    "Tổng số",
    "Xong đúng hạn",
    "Xong chậm",
    "Chưa xong, trong hạn",
    "Chưa xong, quá hạn",
    "Tạm dừng",
    "Sắp đến hạn",
    "Không có thời hạn",
    "Chờ xác nhận",
    "Tỷ lệ đúng hạn",
)


def leader_sheet(today: dt.date) -> bytes:
    """XLSX; no name can become a formula."""
    book = Workbook(write_only=True)
    for title, rows in (("Theo đơn vị", agency_rows(today)), ("Theo văn bản", document_rows(today))):
        sheet = book.create_sheet(title)
        sheet.column_dimensions["A"].width = 60
        sheet.append([f"Số liệu đến ngày {day(today)}"])
        sheet.append(HEADINGS)
        for row in rows:
            sheet.append(_cells(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(row: Row) -> list[object]:
    name = ILLEGAL_CHARACTERS_RE.sub("", guarded(row.name))[:WIDEST_CELL]
    of = row.counts
    numbers = (of.total, of.done_in_time, of.done_late, of.open_in_time, of.open_overdue, of.suspended)
    return [name, *numbers, of.near_due, of.without_deadline, of.waiting, row.rate]
