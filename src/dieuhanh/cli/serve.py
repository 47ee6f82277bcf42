"""`dieuhanh serve`: the web pages of the register."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from django.conf import settings

from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.port import HERE, Port
from dieuhanh.cli.server import WebServer, end_on_signals
from dieuhanh.cli.usage import OPTIONS
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Mở các trang web của sổ đăng ký cho mọi người xem bằng trình duyệt; dừng bằng Ctrl+C.

Ví dụ:

[bold]dieuhanh serve[/bold] (chỉ máy này xem được, tại http://127.0.0.1:8000)

[bold]dieuhanh serve --host 0.0.0.0 --port 80[/bold] (máy khác xem được; nêu tên miền trong biến DIEUHANH_HOSTS)"""

EPILOG = "Mã kết thúc:\n\n0: đã dừng theo yêu cầu.\n\n1: không mở được cổng, không dùng được cơ sở dữ liệu, hoặc biến môi trường sai."

Host = Annotated[str, typer.Option("--host", metavar="ĐỊA-CHỈ", help="Địa chỉ mạng để mở trang.", rich_help_panel=OPTIONS)]


def run(host: Host = HERE, port: Port = 8000) -> None:
    """Bring the database up to date and answer until told to stop."""
    end_on_signals()
    if settings.SECURE_SSL_REDIRECT and not settings.TRUSTED_PROXY:
        say("DIEUHANH_HTTPS cần DIEUHANH_PROXY: chương trình này không tự làm HTTPS, phải có máy chủ web đứng trước")
        raise typer.Exit(int(Status.NOT_READ))
    try:
        at = dt.datetime.now(dt.UTC)
        bring_up_to_date(at)
        load_agencies(actor=operator(), at=at)  # pages may be taken in at the desk, and their names want agencies
    except DatabaseUnreachableError as error:
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    WebServer(host, port).answer()
