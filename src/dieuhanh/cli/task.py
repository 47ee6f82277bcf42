"""`dieuhanh task`: tasks from the command line; twins of the actions of `tasks`."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from django.db import DatabaseError
from django.utils.timezone import localdate

from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.tasks.actions import assign_tasks, draft_tasks_of, import_tasks
from dieuhanh.apps.tasks.bundle import FaultKind, bundle_of, faults, from_json, to_json
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.sheets import FAULTS, LARGEST_SHEET, Fault, SheetForm, cells_of, write_sheet
from dieuhanh.apps.tasks.stepping import PARTS
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_file, write_out
from dieuhanh.cli.usage import UsageProblem
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.display.wording import day, one_line
from dieuhanh.errors import DatabaseUnreachableError, DieuhanhError, NotSheetError, TooLargeError

HELP = """Lập, giao, xuất, nhập nhiệm vụ và kiểm chứng hồ sơ nhiệm vụ.

Ví dụ: [bold]dieuhanh task draft[/bold]"""

DRAFT_HELP = """Lập dự thảo nhiệm vụ từ các trang trong sổ; không nêu địa chỉ thì lập từ mọi trang. Lập lại không sinh trùng.

Ví dụ: [bold]dieuhanh task draft https://langson.gov.vn/tuan-19[/bold]"""

ASSIGN_HELP = """Giao các nhiệm vụ đang ở dạng dự thảo, nêu bằng số; giao tất cả hoặc không giao gì.

Ví dụ: [bold]dieuhanh task assign 12 13 14[/bold]"""

EXPORT_HELP = """Xuất mọi nhiệm vụ ra bảng tính; đuôi tệp .xlsx hoặc .csv cho biết dạng.

Ví dụ: [bold]dieuhanh task export nhiem-vu.xlsx[/bold]"""

IMPORT_HELP = """Nhập nhiệm vụ từ bảng tính XLSX hoặc CSV có các cột như khi xuất: dòng không có số là dự thảo mới.

Có một chỗ sai thì không nhập dòng nào; mỗi chỗ sai một dòng, nêu dòng và cột.

Ví dụ: [bold]dieuhanh task import nhiem-vu.xlsx[/bold]"""

BUNDLE_HELP = """Xuất hồ sơ của một nhiệm vụ: mọi bước trong nhật ký kèm mã băm, kiểm chứng được khi không có cơ sở dữ liệu.

Ví dụ: [bold]dieuhanh task bundle 12 > nhiem-vu-12.json[/bold]"""

VERIFY_HELP = """Kiểm chứng một hồ sơ nhiệm vụ mà không cần cơ sở dữ liệu.

Ví dụ: [bold]dieuhanh task verify nhiem-vu-12.json[/bold]"""

CHUNK = 500  # tasks in memory at a time
LARGEST_BUNDLE = 64 * 1024 * 1024  # bytes

FAULT_WORDS = {
    FaultKind.CHANGED: "nội dung đã bị sửa",
    FaultKind.FOREIGN: "không phải của nhiệm vụ này",
    FaultKind.GAP: "không nối tiếp bước trước: có bước bị thiếu, thêm hoặc đổi chỗ",
    FaultKind.HEAD: "nằm sau chỗ cuối của nhật ký khi xuất",
}

Addresses = Annotated[list[str] | None, typer.Argument(metavar="[ĐỊA_CHỈ]...", hidden=True, show_default=False)]
Numbers = Annotated[list[int], typer.Argument(metavar="SỐ...", hidden=True, show_default=False)]
Number = Annotated[int, typer.Argument(metavar="SỐ", hidden=True, show_default=False)]
File = Annotated[Path, typer.Argument(metavar="TỆP", hidden=True, show_default=False)]


def draft(addresses: Addresses = None) -> None:
    """One line a page with what became of its orders."""
    actor, at = operator(), dt.datetime.now(dt.UTC)
    with _answering("dieuhanh"):
        bring_up_to_date(at)
        load_agencies(actor=actor, at=at)
        wanted = addresses or list(Page.objects.current().order_by("id").values_list("source__address", flat=True))
        for address in wanted:
            done = draft_tasks_of([address], actor=actor, at=at)
            _tell(
                f"{one_line(address)}: {len(done.made)} dự thảo mới, {len(done.refreshed)} sửa theo trang, "
                f"{len(done.dropped)} bỏ vì trang không còn nêu, {done.kept} giữ nguyên"
            )


def assign(numbers: Numbers) -> None:
    """One line a task."""
    actor, at = operator(), dt.datetime.now(dt.UTC)
    with _answering("dieuhanh"):
        bring_up_to_date(at)
        for task in assign_tasks(numbers, actor=actor, at=at):
            limit = f"hạn {day(task.due_on)}" if task.due_on else "không có thời hạn"
            _tell(f"Đã giao nhiệm vụ số {task.id}: {one_line(task.lead.name if task.lead else task.lead_name)}, {limit}")


def export(file: File) -> None:
    """The file is there whole or not at all."""
    form = {f".{form}": form for form in SheetForm}.get(file.suffix.lower())
    if form is None:
        raise UsageProblem("tên tệp cần có đuôi .xlsx hoặc .csv")
    with _answering(str(file)):
        bring_up_to_date(dt.datetime.now(dt.UTC))
        tasks = Task.objects.select_related("lead").prefetch_related(PARTS).order_by("id")
        content = io.BytesIO()
        write_sheet((cells_of(task) for task in tasks.iterator(chunk_size=CHUNK)), form, content)
        write_file(file, content.getvalue())
        _tell(f"Đã xuất {tasks.count()} nhiệm vụ.")


def import_(file: File) -> None:
    """What became of the rows, or every fault on a line of its own."""
    actor, at = operator(), dt.datetime.now(dt.UTC)
    with _answering(str(file)):
        bring_up_to_date(at)
        done = import_tasks(_read(file, LARGEST_SHEET), actor=actor, at=at)
        _tell(f"{len(done.made)} dự thảo mới, {len(done.changed)} dự thảo sửa, {done.unchanged} dòng không đổi.")


def bundle(number: Number) -> None:
    """JSON on standard output."""
    actor, at = operator(), dt.datetime.now(dt.UTC)
    with _answering("dieuhanh"):
        bring_up_to_date(at)
        write_out(to_json(bundle_of(number, actor=actor, at=at)))


def verify(file: File) -> None:
    """One line that all holds, or one a step that does not."""
    with _answering(str(file)):
        found = from_json(_read(file, LARGEST_BUNDLE))
        broken = faults(found)
        for fault in broken:
            _tell(f"Mục nhật ký số {fault.sequence}: {FAULT_WORDS[fault.kind]}.")
        first, last = found.entries[0].at, found.entries[-1].at
        if broken:
            raise typer.Exit(int(Status.NOT_READ))
        _tell(
            f"Hồ sơ nhiệm vụ số {found.task}: {len(found.entries)} bước, từ ngày {day(localdate(first))} đến ngày {day(localdate(last))}, "
            f"nguyên vẹn. Nhật ký khi xuất dừng ở mục số {found.head.sequence}, mã {found.head.hash}."
        )


SUBCOMMANDS = {
    "draft": (draft, DRAFT_HELP, "Lập dự thảo nhiệm vụ từ các trang."),
    "assign": (assign, ASSIGN_HELP, "Giao các dự thảo."),
    "export": (export, EXPORT_HELP, "Xuất nhiệm vụ ra bảng tính."),
    "import": (import_, IMPORT_HELP, "Nhập nhiệm vụ từ bảng tính."),
    "bundle": (bundle, BUNDLE_HELP, "Xuất hồ sơ của một nhiệm vụ."),
    "verify": (verify, VERIFY_HELP, "Kiểm chứng một hồ sơ nhiệm vụ."),
}


@contextmanager
def _answering(name: str) -> Iterator[None]:
    """Ends the command with one line, of a sheet one a fault, where something is wrong."""
    try:
        yield
    except NotSheetError as error:
        for row, column, fault in error.faults:
            place = f", dòng {row}" if row else ""
            say(f"{one_line(name)}{place}{f', cột “{column}”' if column else ''}: {FAULTS[Fault(fault)]}")
        _end(name, error)
    except (DieuhanhError, OSError) as error:
        _end(name, error)
    except DatabaseError:
        _end(name, DatabaseUnreachableError())


def _read(file: Path, limit: int) -> bytes:
    """Raises OSError, TooLargeError."""
    size = file.stat().st_size
    if size > limit:
        raise TooLargeError(size, limit)
    return file.read_bytes()


def _end(name: str, error: DieuhanhError | OSError) -> NoReturn:
    say(complaint(name, error))
    raise typer.Exit(int(Status.NOT_READ))


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
