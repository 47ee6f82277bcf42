"""`dieuhanh check`: does the register still hold what was put into it, and what does it not hold?"""

from __future__ import annotations

from collections.abc import Iterable

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

OF_BYTES = "khớp với mã SHA-256"
OF_ENTRIES = "khớp với nhật ký"

EPILOG = "Mã kết thúc:\n\n0: nguyên vẹn.\n\n1: có chỗ không khớp, hoặc không dùng được cơ sở dữ liệu."


def run() -> None:
    """One line for each thing that was checked; every fault has a line of its own."""
    try:
        require_register()
        holds = _check_chain()
        holds &= _check("Bản gốc", damaged_originals(), OF_BYTES)
        holds &= _check("Trang", unattested_pages(), OF_ENTRIES)
        holds &= _check("Nhiệm vụ", map(str, unattested_tasks()), OF_ENTRIES)
        holds &= _check("Tệp kèm báo cáo", map(str, damaged_attachments()), OF_BYTES)
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


def _check(what: str, faults: Iterable[str], end: str) -> bool:
    """A line for each fault, and one that sums up: `end` is what does not hold, "khớp với nhật ký"."""
    number = 0
    for fault in faults:
        number += 1
        _tell(f"{what} {one_line(fault)} không còn {end}.")
    _tell(f"{what}: {number} chỗ không {end}." if number else f"{what}: tất cả đều {end}.")
    return not number


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
