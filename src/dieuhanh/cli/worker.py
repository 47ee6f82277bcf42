"""`dieuhanh worker`: what is done without anybody asking, until told to stop, or once."""

from __future__ import annotations

import datetime as dt
import secrets
import signal
import threading
from types import FrameType
from typing import Annotated

import typer
from django.db import DatabaseError, close_old_connections

from dieuhanh.apps.jobs.queue import Queue, failed_since
from dieuhanh.apps.jobs.rounds import work_a_round
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_out
from dieuhanh.cli.usage import OPTIONS
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.display.wording import one_line
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Làm những việc đến giờ: nhắc việc, gửi thư, báo cho hệ thống khác, cập nhật chỉ mục; dừng bằng Ctrl+C.

Chạy nhiều bộ xử lý cùng lúc cũng được: mỗi việc chỉ làm một lần.

Ví dụ:

[bold]dieuhanh worker[/bold] (chạy mãi, cạnh dieuhanh serve)

[bold]dieuhanh worker --once[/bold] (làm xong việc đến hạn rồi thôi, để đặt vào cron)"""

EPILOG = "Mã kết thúc:\n\n0: đã dừng theo yêu cầu, hoặc đã làm xong.\n\n1: có việc bị lỗi (với --once), hoặc không dùng được cơ sở dữ liệu."

PAUSE = 2.0  # seconds between two rounds: a look at four indexed tables
PATIENCE = 15.0  # seconds before the next try where the database is gone

Once = Annotated[
    bool,
    typer.Option("--once", metavar="", help="Làm xong việc đến hạn rồi thôi.", show_default=False, rich_help_panel=OPTIONS),
]


def run(once: Once = False) -> None:
    """Rounds until SIGTERM or Ctrl+C; what is under way is finished first."""
    stop = threading.Event()
    queue = Queue(secrets.token_hex(8))

    def end(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001  what a handler is called with
        stop.set()
        queue.stop()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        bring_up_to_date(_now())
        if once:
            raise typer.Exit(int(Status.NOT_READ if _round(queue, stop) else Status.READ))
    except (DatabaseError, DatabaseUnreachableError) as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    except OSError as error:  # the folder of the search index
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    write_out("Bộ xử lý đang chạy (dừng bằng Ctrl+C).\n".encode())
    while not stop.wait(_round_or_wait(queue, stop)):
        pass
    write_out("Đã dừng.\n".encode())


def _round_or_wait(queue: Queue, stop: threading.Event) -> float:
    """One round; the seconds until the next. A database that is away, or a disk that is full, is waited for."""
    close_old_connections()
    try:
        _round(queue, stop)
    except (DatabaseError, OSError) as error:
        say(complaint("dieuhanh", error if isinstance(error, OSError) else DatabaseUnreachableError()))
        return PATIENCE
    return PAUSE


def _round(queue: Queue, stop: threading.Event) -> int:
    """One round, and a line for each job that failed in it; how many did."""
    began = _now()
    work_a_round(queue, _now, stop.is_set)
    failed = failed_since(began)
    for name, reason in failed:
        say(one_line(f"{name}: {reason}"))
    return len(failed)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
