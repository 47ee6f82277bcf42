"""`dieuhanh read`: pages in, facts out in the form that was asked for; the twin of `dieuhanh.read`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from dieuhanh.cli.forms import SUFFIXES, Form, rendered
from dieuhanh.cli.messages import MEGABYTE, STATUS_MEANINGS, Status, complaint, say, status_of
from dieuhanh.cli.output import abandon_stdout, ensure_folder, plan_files, show_tree, write_file, write_out
from dieuhanh.cli.sources import page_name, read_source
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.errors import DieuhanhError
from dieuhanh.text import DEFAULT_LIMIT

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest

HELP = """Đọc các trang bản tin chỉ đạo, điều hành và cho biết ai phải làm gì, trước ngày nào, theo văn bản nào.

TRANG là một tệp HTML hoặc văn bản chữ; dấu - là đầu vào chuẩn.

Ví dụ:

[bold]dieuhanh read ban-tin.html[/bold] (xem ngay trên màn hình)

[bold]dieuhanh read *.html --output ket-qua[/bold] (mỗi trang một tệp JSON)

[bold]dieuhanh read ban-tin.txt --format html > da-doc.html[/bold] (xem bằng trình duyệt)

[bold]cat ban-tin.txt | dieuhanh read - --format json[/bold] (đọc từ đầu vào chuẩn)"""

EPILOG = "Mã kết thúc:\n\n" + "\n\n".join(f"{status.value}: {meaning}." for status, meaning in STATUS_MEANINGS.items())

Pages = Annotated[
    list[str] | None,
    typer.Argument(metavar="TRANG", hidden=True),  # told of in HELP: Typer would add the name of the Python type
]
FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        help="tree: cây cho người đọc, câu dài được rút gọn (mặc định); json: một đối tượng cho một trang (mặc định khi có --output); "
        "jsonl: một dòng cho mỗi trang; html: trang web trọn trong một tệp, đánh dấu từng dữ kiện.",
        show_default=False,
        rich_help_panel=OPTIONS,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="THƯ_MỤC", help="Ghi mỗi trang một tệp cùng tên vào thư mục này.", show_default=False, rich_help_panel=OPTIONS
    ),
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit",
        metavar="MB",
        help=f"Cỡ lớn nhất của một trang, tính bằng MB; mặc định {DEFAULT_LIMIT // MEGABYTE}.",
        show_default=False,
        rich_help_panel=OPTIONS,
    ),
]


def read_pages(
    pages: Pages = None, form: FormOption = None, output: OutputOption = None, limit: LimitOption = DEFAULT_LIMIT // MEGABYTE
) -> None:
    """Read each page and show or write it; a page that fails is named on stderr and the others go on."""
    if not pages:
        raise UsageProblem("thiếu tên trang cần đọc")
    if limit < 1:
        raise UsageProblem("--limit phải từ 1 MB trở lên")
    form = form or (Form.JSON if output else Form.TREE)
    if output is None and len(pages) > 1 and form in (Form.JSON, Form.HTML):
        raise UsageProblem(f"--format {form} chỉ in được một trang; nhiều trang thì dùng --format jsonl hoặc --output THƯ_MỤC")
    targets = _targets(pages, output, form)
    statuses = {Status.READ}
    with _progress(len(pages), output) as progress:
        for page, target in progress.track(list(zip(pages, targets, strict=True)), description="Đang đọc"):
            statuses.add(_read_page(page, target, form, limit * MEGABYTE))
    raise typer.Exit(int(max(statuses)))


def _targets(pages: list[str], output: Path | None, form: Form) -> list[Path] | list[None]:
    """A file for each page, in a folder that is there and can be written, or standard output for all."""
    if output is None:
        return [None] * len(pages)
    targets = plan_files(pages, output, SUFFIXES[form])
    try:
        ensure_folder(output)
    except OSError as error:
        say(complaint(str(output), error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    return targets


def _progress(pages: int, output: Path | None) -> Progress:
    """A bar on stderr where a person watches it and no tree is drawn on the same terminal."""
    console = Console(stderr=True)
    free = output is not None or not (sys.stdout and sys.stdout.isatty())
    return Progress(console=console, transient=True, redirect_stdout=False, disable=not (pages > 1 and free and console.is_terminal))


def _read_page(page: str, target: Path | None, form: Form, limit: int) -> Status:
    try:
        digest = read_source(page, limit)
    except (DieuhanhError, OSError) as error:
        say(complaint(page_name(page), error))
        return status_of(error)
    return _write_page(digest, target, form) if target else _show_page(digest, form)


def _write_page(digest: Digest, target: Path, form: Form) -> Status:
    try:
        write_file(target, rendered(digest, form))
    except OSError as error:
        say(complaint(str(target), error))
        return Status.NOT_READ
    return Status.READ


def _show_page(digest: Digest, form: Form) -> Status:
    """On standard output; ends the command where nobody reads it any more or it cannot take more."""
    try:
        if form is Form.TREE:
            show_tree(digest)
        else:
            write_out(rendered(digest, form))
    except OSError as error:
        abandon_stdout()
        if not isinstance(error, BrokenPipeError):
            say(complaint("đầu ra chuẩn", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    return Status.READ
