"""The web pages behind waitress: a port is opened, then answered until somebody says stop.

One process with threads, pure Python: it suits one SQLite file, runs wherever the command does, and takes in slow visitors without giving
each of them a thread. A province runs several behind a reverse proxy, all on one PostgreSQL.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
from collections.abc import Callable
from types import FrameType

import typer
from django.conf import settings
from waitress.server import create_server

from dieuhanh.cli.messages import MEGABYTE, Status, say
from dieuhanh.cli.output import write_out
from dieuhanh.config.wsgi import application
from dieuhanh.text import DEFAULT_LIMIT

THREADS = 8
LARGEST_BODY = DEFAULT_LIMIT + MEGABYTE  # a page, and the form around it
FORWARDED = "x-forwarded-for x-forwarded-host x-forwarded-proto"
ADDRESS_FAULTS = {
    errno.EADDRINUSE: "cổng đang được chương trình khác dùng; hãy chọn cổng khác bằng --port",
    errno.EACCES: "không có quyền mở cổng này; hãy chọn cổng từ 1024 trở lên",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}


class WebServer:
    """A port that is open from the start; visitors wait until it is answered. Ends the process where it cannot be opened."""

    def __init__(self, host: str, port: int) -> None:
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        try:
            self._server = create_server(
                application,
                host=host,
                port=port,
                threads=THREADS,
                ident=None,
                max_request_body_size=LARGEST_BODY,
                trusted_proxy=settings.TRUSTED_PROXY,
                trusted_proxy_headers=FORWARDED if settings.TRUSTED_PROXY else "",
                clear_untrusted_proxy_headers=True,
            )
        except (OSError, ValueError) as error:  # waitress says by ValueError that a host has no address
            say(f"{host}:{port}: {_fault(error)}")
            raise typer.Exit(int(Status.NOT_READ)) from error

    def answer(self) -> None:
        """Answer until told to stop; waitress finishes the answers under way."""
        _on_signals(_stop)
        with contextlib.suppress(SystemExit):  # of a signal that comes before waitress looks for them
            write_out(f"Đang mở tại {self.url} (dừng bằng Ctrl+C)\n".encode())
            self._server.run()
        write_out("Đã dừng.\n".encode())


def end_on_signals() -> None:
    """Ctrl+C and the signal of a service manager end the command with status 0: both are how it is meant to end.

    At once, as a power cut would: what is written is written in transactions. An exception would be lost where it happens to be raised
    inside a callback of the database or the collector, and the command would go on.
    """
    _on_signals(lambda _number, _frame: os._exit(0))


def _on_signals(handler: Callable[[int, FrameType | None], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, handler)


def _stop(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001  what a handler is called with
    raise SystemExit(0)


def _fault(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else errno.EADDRNOTAVAIL
    return ADDRESS_FAULTS.get(number or 0, "không mở được cổng này")
