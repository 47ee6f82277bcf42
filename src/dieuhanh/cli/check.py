"""`dieuhanh check`: does the register still hold what was put into it, and what does it not hold?"""

from __future__ import annotations

import typer
from django.db import DatabaseError
from django.utils.timezone import localdate

from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.documents.verification import damaged_originals, unattested_pages
from dieuhanh.apps.review.completeness import ledger
from dieuhanh.apps.tasks.verification import damaged_attachments, unattested_tasks
from dieuhanh.cli.completeness import completeness_lines
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_out
from dieuhanh.cli.register import require_register
from dieuhanh.display.wording import one_line
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Kiểm tra sổ đăng ký: chuỗi nhật ký không đứt, bản gốc của trang và tệp kèm báo cáo còn nguyên,
trang và nhiệm vụ khớp với nhật ký.

Sau đó cho biết sổ còn thiếu gì: số văn bản, kỳ bản tin, tin, viện dẫn, nguồn lâu chưa tải lại; thiếu không phải là lỗi.

Ví dụ: [bold]dieuhanh check[/bold]"""

EPILOG = "Mã kết thúc:\n\n0: nguyên vẹn.\n\n1: có chỗ không khớp, hoặc không dùng được cơ sở dữ liệu."


def run() -> None:
    """One line for each thing that was checked; every fault has a line of its own."""
    try:
        require_register()
        holds = _check_chain() & _check_originals() & _check_pages() & _check_tasks() & _check_attachments()
        for line in completeness_lines(ledger(localdate())):
            _tell(line)
    except (DatabaseError, DatabaseUnreachableError) as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    raise typer.Exit(int(Status.READ if holds else Status.NOT_READ))


def _check_chain() -> bool:
    found = verify_chain()
    if found.broken_at is None:
        _tell(f"Nhật ký: {found.entries} mục, chuỗi nguyên vẹn.")
    else:
        _tell(f"Nhật ký: chuỗi đứt ở mục số {found.broken_at}; {found.entries} mục trước đó nguyên vẹn.")
    return found.broken_at is None


def _check_originals() -> bool:
    faults = 0
    for name in damaged_originals():
        faults += 1
        _tell(f"Bản gốc {name} không còn khớp với mã SHA-256 của nó.")
    _tell(f"Bản gốc: {faults} bản không khớp." if faults else "Bản gốc: tất cả đều khớp với mã SHA-256.")
    return not faults


def _check_pages() -> bool:
    faults = 0
    for page in unattested_pages():
        faults += 1
        _tell(f"Trang {one_line(page)} không khớp với nhật ký.")
    _tell(f"Trang: {faults} trang không khớp với nhật ký." if faults else "Trang: tất cả đều khớp với nhật ký.")
    return not faults


def _check_tasks() -> bool:
    faults = 0
    for task in unattested_tasks():
        faults += 1
        _tell(f"Nhiệm vụ số {task} không khớp với nhật ký.")
    _tell(f"Nhiệm vụ: {faults} nhiệm vụ không khớp với nhật ký." if faults else "Nhiệm vụ: tất cả đều khớp với nhật ký.")
    return not faults


def _check_attachments() -> bool:
    faults = 0
    for attachment in damaged_attachments():
        faults += 1
        _tell(f"Tệp kèm báo cáo số {attachment} không còn khớp với mã SHA-256 của nó.")
    _tell(f"Tệp kèm báo cáo: {faults} tệp không khớp." if faults else "Tệp kèm báo cáo: tất cả đều khớp với mã SHA-256.")
    return not faults


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
