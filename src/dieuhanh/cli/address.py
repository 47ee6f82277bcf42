"""`dieuhanh address`: a new private address for an agency's calendar and feed; twin of the action `renew_address`."""

from __future__ import annotations

from typing import Annotated

import typer
from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.actions import renew_address
from dieuhanh.cli.acting import acting
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.errors import NotFoundError

HELP = """Lập địa chỉ riêng mới cho một cơ quan: lịch thời hạn (iCalendar) và nguồn tin (Atom), đọc không cần đăng nhập.

CƠ_QUAN là tên cơ quan. Địa chỉ cũ hết dùng được ngay; địa chỉ mới chỉ hiện một lần.

Ví dụ: [bold]dieuhanh address 'Sở Tài chính'[/bold]"""

EPILOG = "Mã kết thúc:\n\n0: đã lập địa chỉ.\n\n1: không có cơ quan này, hoặc không dùng được cơ sở dữ liệu."

Name = Annotated[str, typer.Argument(metavar="CƠ_QUAN", hidden=True, show_default=False)]


def run(agency: Name) -> None:
    """Both addresses, each on its line; without the machine's name where DIEUHANH_URL says none."""
    with acting(agency) as at:
        row = Agency.objects.named(agency, on=localdate()).first()
        if row is None:
            raise NotFoundError
        token = renew_address(row.pk, actor=operator(), at=at)
    for file in ("feeds:ics", "feeds:atom"):
        write_out(f"{settings.PUBLIC_URL}{reverse(file, args=[token])}\n".encode())
