"""Where the web pages are opened, for the commands that do so."""

from __future__ import annotations

from typing import Annotated

import typer

from dieuhanh.cli.usage import OPTIONS, UsageProblem

HERE = "127.0.0.1"
LAST_PORT = 65535


def _existing(port: int) -> int:
    if not 1 <= port <= LAST_PORT:
        raise UsageProblem(f"--port phải từ 1 đến {LAST_PORT}")
    return port


Port = Annotated[int, typer.Option("--port", metavar="CỔNG", help="Cổng để mở trang.", callback=_existing, rich_help_panel=OPTIONS)]
