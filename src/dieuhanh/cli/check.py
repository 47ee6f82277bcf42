"""`dieuhanh check`: does the register still hold what was put into it, and what does it not hold?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import typer
from django.db import DatabaseError
from django.utils.timezone import localdate

from dieuhanh.apps.audit.verification import Verification, note_check, verify_chain
from dieuhanh.apps.documents.verification import damaged_originals, unattested_pages
from dieuhanh.apps.review.completeness import ledger
from dieuhanh.apps.tasks.verification import damaged_attachments, unattested_tasks
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_out
from dieuhanh.cli.register import require_register
from dieuhanh.display.missing import missing
from dieuhanh.display.wording import day, one_line
from dieuhanh.domain.completeness import Completeness
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Kiểm tra sổ đăng ký: chuỗi nhật ký không đứt, bản gốc của trang và tệp kèm báo cáo còn nguyên,
trang và nhiệm vụ khớp với nhật ký.

Sau đó cho biết sổ còn thiếu gì: số văn bản, kỳ bản tin, tin, viện dẫn, nguồn lâu chưa tải lại; thiếu không phải là lỗi.

Ví dụ: [bold]dieuhanh check[/bold]"""

EPILOG = "Mã kết thúc:\n\n0: nguyên vẹn.\n\n1: có chỗ không khớp, hoặc không dùng được cơ sở dữ liệu."

OF_BYTES = "khớp với mã SHA-256"
OF_ENTRIES = "khớp với nhật ký"


def run() -> None:
    """One line for each thing that was checked; every fault has a line of its own. What was found is kept for the public status page."""
    try:
        require_register()
        chain = verify_chain()
        _tell(_chain(chain))
        originals = _faults("Bản gốc", damaged_originals(), OF_BYTES)
        pages = _faults("Trang", unattested_pages(), OF_ENTRIES)
        tasks = _faults("Nhiệm vụ", map(str, unattested_tasks()), OF_ENTRIES)
        attachments = _faults("Tệp kèm báo cáo", map(str, damaged_attachments()), OF_BYTES)
        found = note_check(chain, originals=originals, pages=pages, at=dt.datetime.now(dt.UTC))
        for line in completeness_lines(ledger(localdate())):
            _tell(line)
    except (DatabaseError, DatabaseUnreachableError) as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    holds = found.holds and not tasks and not attachments
    raise typer.Exit(int(Status.READ if holds else Status.NOT_READ))


def completeness_lines(found: Completeness) -> Iterator[str]:
    """The ledger, a line a finding; of long lists the beginning, and how many more there are."""
    yield f"Sổ theo dõi đầy đủ, ngày {day(found.on)}:"
    for kind in missing(found, public=False):
        yield f"{kind.title}: {kind.total or 'không'}."
        yield from (f"  {line}" for line in kind.lines)
        if kind.more:
            yield f"  … và {kind.more} dòng nữa"


def _chain(found: Verification) -> str:
    if found.broken_at is None:
        return f"Nhật ký: {found.entries} mục, chuỗi nguyên vẹn."
    return f"Nhật ký: chuỗi đứt ở mục số {found.broken_at}; {found.entries} mục trước đó nguyên vẹn."


def _faults(what: str, faults: Iterable[str], end: str) -> int:
    """A line for each fault, and one that sums up: `end` is what does not hold, "khớp với nhật ký"; how many there were."""
    number = 0
    for fault in faults:
        number += 1
        _tell(f"{what} {one_line(fault)} không còn {end}.")
    _tell(f"{what}: {number} chỗ không {end}." if number else f"{what}: tất cả đều {end}.")
    return number


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
