"""`dieuhanh serve`: the web pages, behind waitress.

One process with threads, pure Python: it suits one SQLite file, runs wherever the command does, and takes in slow visitors without giving
each of them a thread. A province runs several behind a reverse proxy, all on one PostgreSQL.
"""

from __future__ import annotations

import datetime as dt
import errno
import signal
from types import FrameType
from typing import Annotated, Any

import typer
from waitress.server import create_server

from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.config.wsgi import application
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Mở các trang web của sổ đăng ký cho mọi người xem bằng trình duyệt; dừng bằng Ctrl+C.

Ví dụ:

[bold]dieuhanh serve[/bold] (chỉ máy này xem được, tại http://127.0.0.1:8000)

[bold]dieuhanh serve --host 0.0.0.0 --port 80[/bold] (máy khác xem được; nêu tên miền trong biến DIEUHANH_HOSTS)"""

EPILOG = "Mã kết thúc:\n\n0: đã dừng theo yêu cầu.\n\n1: không mở được cổng, hoặc không dùng được cơ sở dữ liệu."

THREADS = 8
LAST_PORT = 65535
# A web server on the same machine that does the HTTPS says so, and who asks; from anywhere else such headers count for nothing.
LIMITS: dict[str, Any] = {"max_request_body_size": 32 * 1024 * 1024}  # twice what the desk takes in, in bytes
PROXY: dict[str, Any] = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    "clear_untrusted_proxy_headers": True,
}
ADDRESS_FAULTS = {
    errno.EADDRINUSE: "cổng đang được chương trình khác dùng; hãy chọn cổng khác bằng --port",
    errno.EACCES: "không có quyền mở cổng này; hãy chọn cổng từ 1024 trở lên",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}

Host = Annotated[str, typer.Option("--host", metavar="ĐỊA-CHỈ", help="Địa chỉ mạng để mở trang.", rich_help_panel=OPTIONS)]
Port = Annotated[int, typer.Option("--port", metavar="CỔNG", help="Cổng để mở trang.", rich_help_panel=OPTIONS)]


def run(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Bring the database up to date and answer until told to stop."""
    if not 1 <= port <= LAST_PORT:
        raise UsageProblem(f"--port phải từ 1 đến {LAST_PORT}")
    try:
        at = dt.datetime.now(dt.UTC)
        bring_up_to_date(at)
        load_agencies(actor=operator(), at=at)  # pages may be taken in at the desk, and their names want agencies
    except DatabaseUnreachableError as error:
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    try:
        server = create_server(application, host=host, port=port, threads=THREADS, ident=None, **LIMITS, **PROXY)
    except (OSError, ValueError) as error:  # waitress says by ValueError that a host has no address
        say(f"{host}:{port}: {_fault(error)}")
        raise typer.Exit(int(Status.NOT_READ)) from error
    signal.signal(signal.SIGTERM, _stop)
    write_out(f"Đang mở tại http://{_shown(host)}:{port}/ (dừng bằng Ctrl+C)\n".encode())
    server.run()
    write_out("Đã dừng.\n".encode())


def _fault(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else errno.EADDRNOTAVAIL
    return ADDRESS_FAULTS.get(number or 0, "không mở được cổng này")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _stop(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001  what a handler is called with
    """As Ctrl+C does: waitress finishes the answers under way."""
    raise SystemExit(0)
