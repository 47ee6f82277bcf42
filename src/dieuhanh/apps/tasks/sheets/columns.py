"""The columns of a sheet of tasks, and what may be wrong with a cell."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    """Headings, in their order. Down to `RECURRING` a person may fill them; the others are told and not taken."""

    NUMBER = "Số"
    TITLE = "Nội dung nhiệm vụ"
    LEAD = "Cơ quan chủ trì"
    LEAD_NAME = "Cách gọi chung"
    COOPERATING = "Cơ quan phối hợp"
    DOCUMENT = "Văn bản giao việc"
    ISSUED_ON = "Ngày văn bản"
    DUE_ON = "Thời hạn"
    DUE_WORDS = "Thời hạn theo văn bản"
    RECURRING = "Định kỳ"
    STATE = "Trạng thái"
    PROGRESS = "Tiến độ (%)"
    ASSIGNED_ON = "Ngày giao"
    REPORTED_ON = "Ngày báo cáo"
    DONE_ON = "Ngày hoàn thành"


COLUMNS = list(Column)
TAKEN = COLUMNS[: COLUMNS.index(Column.RECURRING) + 1]
DAYS = frozenset({Column.ISSUED_ON, Column.DUE_ON, Column.ASSIGNED_ON, Column.REPORTED_ON, Column.DONE_ON})
YES = "x"  # a recurring task
BETWEEN = "; "  # agencies of one cell


class Fault(StrEnum):
    """Why a cell, or a sheet, is not taken."""

    NOT_SHEET = "not_sheet"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NO_COLUMN = "no_column"
    MISSING = "missing"
    FORMULA = "formula"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    SECRET = "secret"  # noqa: S105  a mark of secrecy, no password
    NO_DAY = "no_day"
    NO_NUMBER = "no_number"
    UNKNOWN_TASK = "unknown_task"
    TWICE = "twice"
    ASSIGNED = "assigned"
    UNKNOWN_AGENCY = "unknown_agency"
    NO_RULE = "no_rule"


FAULTS = {
    Fault.NOT_SHEET: "tệp không phải bảng tính XLSX hoặc CSV (UTF-8)",
    Fault.TOO_LARGE: "tệp quá lớn",
    Fault.TOO_MANY_ROWS: "quá nhiều dòng",
    Fault.NO_COLUMN: "thiếu cột này ở dòng tiêu đề",
    Fault.MISSING: "chưa có nội dung",
    Fault.FORMULA: "ô chứa công thức; hãy thay bằng giá trị",
    Fault.TOO_LONG: "nội dung quá dài",
    Fault.UNREADABLE: "có ký tự không in được",
    Fault.SECRET: "có dấu chỉ độ mật; không nhận văn bản mật",
    Fault.NO_DAY: "không phải ngày; hãy ghi theo dạng 31/3/2026",
    Fault.NO_NUMBER: "không phải số nhiệm vụ",
    Fault.UNKNOWN_TASK: "không có nhiệm vụ mang số này",
    Fault.TWICE: "nhiệm vụ hoặc cơ quan này đã nêu rồi",
    Fault.ASSIGNED: "nhiệm vụ đã giao, không sửa bằng bảng tính được",
    Fault.UNKNOWN_AGENCY: "không có cơ quan mang tên này, hoặc có nhiều cơ quan trùng tên",
    Fault.NO_RULE: "chưa nêu quy tắc định kỳ ở cột “Thời hạn theo văn bản”",
}
