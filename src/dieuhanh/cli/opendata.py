"""`dieuhanh opendata`: the files of the open data brought up to the register."""

from __future__ import annotations

import datetime as dt

import typer
from django.conf import settings
from django.db import DatabaseError

from dieuhanh.apps.opendata.publishing import publish_open_data
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_out
from dieuhanh.cli.register import require_register
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Xuất bản dữ liệu mở: phần công khai của sổ đăng ký dưới dạng CSV, JSON Lines, Parquet và một tệp SQLite.

Các tệp nằm trong thư mục open-data của DIEUHANH_HOME và có tại trang /du-lieu-mo/. Sổ không đổi thì không ghi lại gì.

Ví dụ: [bold]dieuhanh opendata[/bold]"""

EPILOG = "Mã kết thúc:\n\n0: đã theo kịp sổ.\n\n1: không ghi được tệp, hoặc không dùng được cơ sở dữ liệu."

MEGABYTE = 1024 * 1024


def run() -> None:
    """Publish, and say how much is there now."""
    try:
        require_register()
        manifest = publish_open_data(dt.datetime.now(dt.UTC), settings.OPEN_DATA_FOLDER)
    except DatabaseError as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    except (DatabaseUnreachableError, OSError) as error:
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    changed = sum(file.modified == manifest.checked for file in manifest.files)
    size = sum(file.size for file in manifest.files) / MEGABYTE
    write_out(f"Dữ liệu mở: {len(manifest.files)} tệp, {size:.1f} MB, {changed} tệp có thay đổi.\n".replace(".", ",", 1).encode())
