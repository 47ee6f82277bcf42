"""`dieuhanh urge`: the next slip that urges an agency, written to a DOCX file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils.timezone import localdate

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.actions import urge
from dieuhanh.apps.notices.slips import slip_docx
from dieuhanh.cli.acting import acting
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import ensure_folder, write_file, write_out
from dieuhanh.cli.usage import OPTIONS
from dieuhanh.display.wording import one_line
from dieuhanh.errors import NotFoundError

HELP = """Lập phiếu đôn đốc lần kế tiếp cho một cơ quan: danh sách nhiệm vụ quá hạn, theo thể thức Nghị định 30/2020/NĐ-CP.

CƠ_QUAN là tên cơ quan.

Ví dụ: [bold]dieuhanh urge 'Sở Tài chính' --output phieu.docx[/bold]"""

EPILOG = "Mã kết thúc:\n\n0: đã lập phiếu.\n\n1: không có cơ quan này, không có nhiệm vụ quá hạn, hoặc không ghi được tệp."

Name = Annotated[str, typer.Argument(metavar="CƠ_QUAN", hidden=True, show_default=False)]
Output = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="TỆP", help="Tệp DOCX để ghi.", show_default=False, rich_help_panel=OPTIONS),
]


def run(agency: Name, output: Output) -> None:
    """The folder is looked at before the slip has its number, so that none is spent on a file that cannot be written."""
    with acting(agency) as at:
        row = Agency.objects.named(agency, on=localdate()).first()
        if row is None:
            raise NotFoundError
        ensure_folder(output.parent)
        slip = urge(row.pk, localdate(), actor=operator(), at=at)
        write_file(output, slip_docx(slip))
    write_out(f"Phiếu đôn đốc lần {slip.number} năm {slip.year} gửi {one_line(row.name)}: {len(slip.lines)} nhiệm vụ.\n".encode())
