"""`dieuhanh demo`: a register of the bundled samples, in a folder of its own, served to whoever wants to look around.

What needs Django stands in demonstration.py: it can be loaded only once it is known in which folder the register lies.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer

from dieuhanh.cli.later import started
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_file
from dieuhanh.cli.port import Port
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.display.wording import one_line

HELP = """Xem thử: lập một sổ đăng ký từ các bản tin mẫu trong thư mục riêng, lập tài khoản thử và mở các trang web; dừng bằng Ctrl+C.

Không đụng đến sổ đăng ký của đơn vị. Chỉ máy này xem được. Xóa thư mục là bỏ hết.

Ví dụ: [bold]dieuhanh demo --port 8001[/bold]"""

EPILOG = (
    "Mã kết thúc:\n\n0: đã dừng theo yêu cầu.\n\n1: không mở được cổng, hoặc không ghi được vào thư mục.\n\n2: thư mục đã có dữ liệu khác."
)

PASSWORD_FILE = "demo-password"  # noqa: S105  the name of a file; that it is there says that the folder is the demo's own
RANDOM_BYTES = 4  # the pages are open to this machine only

Home = Annotated[
    Path, typer.Option("--home", metavar="THƯ-MỤC", help="Thư mục của sổ xem thử; trống hoặc chưa có.", rich_help_panel=OPTIONS)
]


def demo(home: Home = Path("~/.local/share/dieuhanh-demo"), port: Port = 8000) -> None:
    """Build the register where it is not built yet, tell what there is to see, and answer until told to stop."""
    home = home.expanduser().absolute()
    try:
        password = claim(home)
    except OSError as error:
        say(complaint(str(home), error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    started("dieuhanh.cli.demonstration", home).demonstrate(port, password)


def claim(home: Path) -> str:
    """The password of the demo's accounts, drawn when the folder is first used.

    Raises OSError, and UsageProblem where the folder holds anything else, for accounts of a demo must never come into a real register.
    """
    file = home / PASSWORD_FILE
    if not file.exists():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(home.iterdir()):
            raise UsageProblem(f"{one_line(str(home))} đã có dữ liệu khác; hãy chọn thư mục trống cho --home")
        write_file(file, f"xem-thu-{secrets.token_hex(RANDOM_BYTES)}\n".encode())
    return file.read_text(encoding="ascii").strip()
