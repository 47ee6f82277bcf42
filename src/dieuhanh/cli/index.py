"""`dieuhanh index`: the search index of this machine brought up to the register, or made anew."""

from __future__ import annotations

from typing import Annotated

import typer
from django.db import DatabaseError
from rich.console import Console
from rich.progress import Progress

from dieuhanh.apps.search.following import current_index, follow, pending, rebuild
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_out
from dieuhanh.cli.register import require_register
from dieuhanh.cli.usage import OPTIONS
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Cập nhật chỉ mục tìm kiếm của máy này theo sổ đăng ký. Bình thường không cần: mỗi lần tìm, chỉ mục tự theo kịp sổ.

Ví dụ:

[bold]dieuhanh index[/bold] (sau khi nạp rất nhiều trang)

[bold]dieuhanh index --rebuild[/bold] (bỏ chỉ mục cũ, làm lại từ đầu)"""

EPILOG = "Mã kết thúc:\n\n0: chỉ mục đã theo kịp sổ.\n\n1: không dùng được sổ hoặc chỉ mục."

Anew = Annotated[
    bool,
    typer.Option("--rebuild", metavar="", help="Làm lại toàn bộ chỉ mục từ đầu.", show_default=False, rich_help_panel=OPTIONS),
]


def run(anew: Anew = False) -> None:
    """Follow to the end."""
    try:
        require_register()
        _tell(_indexed(anew=anew))
    except DatabaseError as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    except (DatabaseUnreachableError, OSError) as error:
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error


def _indexed(*, anew: bool) -> int:
    """How many documents were read from the register."""
    index = current_index()
    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False, disable=not console.is_terminal) as progress:
        task = progress.add_task("Đang lập chỉ mục", total=pending(index, anew=anew))
        done = [0]

        def watcher(documents: int) -> None:
            done[0] += documents
            progress.advance(task, documents)

        if anew:
            rebuild(watcher=watcher)
        else:
            follow(index, watcher=watcher)
    return done[0]


def _tell(documents: int) -> None:
    line = f"Đã lập chỉ mục {documents} văn bản." if documents else "Chỉ mục đã theo kịp sổ."
    write_out(f"{line}\n".encode())
