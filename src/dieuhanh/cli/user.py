"""`dieuhanh user`: the accounts of the people who work at the desk; twins of the actions of `accounts`."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
from typing import Annotated, NoReturn

import typer
from django.db import DatabaseError
from django.utils.timezone import localdate

from dieuhanh.apps.accounts.actions import NewUser, add_user
from dieuhanh.apps.accounts.models import Token, User
from dieuhanh.apps.accounts.roles import LABELS, Role
from dieuhanh.apps.accounts.tokens import make_token, revoke_token
from dieuhanh.cli.acting import acting
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.display.wording import day, one_line
from dieuhanh.errors import DatabaseUnreachableError, DieuhanhError

HELP = """Lập và xem tài khoản của người dùng.

Ví dụ: [bold]dieuhanh user add lan --role officer[/bold]"""

ADD_HELP = """Lập một tài khoản; mật khẩu được hỏi hai lần và không hiện trên màn hình.

TÊN là tên đăng nhập: chữ, số và các dấu @ . + - _

Ví dụ:

[bold]dieuhanh user add lan --role officer[/bold]

[bold]dieuhanh user add lan --role officer --password-stdin < mat-khau.txt[/bold] (mật khẩu là dòng đầu của đầu vào chuẩn)"""

LIST_HELP = "Liệt kê các tài khoản với vai trò, mỗi tài khoản một dòng."

KEY_HELP = """Lập một khóa API: chương trình nào có khóa thì làm được những gì tài khoản ấy làm được, cho đến khi khóa bị thu hồi.

Ví dụ: [bold]dieuhanh user token lan --label "Hệ thống quản lý văn bản của Sở"[/bold]"""

KEYS_HELP = "Liệt kê các khóa đang dùng, mỗi khóa một dòng: số, dùng cho việc gì, ngày lập."
REVOKE_HELP = "Thu hồi một khóa. SỐ là số của khóa trong danh sách."

ROLES = "; ".join(f"{role}: {label}" for role, label in LABELS.items())

Name = Annotated[str, typer.Argument(metavar="TÊN", hidden=True, show_default=False)]
Number = Annotated[int, typer.Argument(metavar="SỐ", hidden=True, show_default=False)]
Label = Annotated[str, typer.Option("--label", metavar="VIỆC", help="Khóa dùng cho việc gì.", show_default=False, rich_help_panel=OPTIONS)]
RoleOption = Annotated[
    list[Role] | None,
    typer.Option("--role", metavar="VAI_TRÒ", help=f"Vai trò, nêu được nhiều lần. {ROLES}.", show_default=False, rich_help_panel=OPTIONS),
]
StandardInput = Annotated[
    bool,
    typer.Option("--password-stdin", metavar="", help="Đọc mật khẩu từ đầu vào chuẩn.", show_default=False, rich_help_panel=OPTIONS),
]
FullName = Annotated[str, typer.Option("--full-name", metavar="HỌ_TÊN", help="Họ và tên.", show_default=False, rich_help_panel=OPTIONS)]


def add(name: Name, role: RoleOption = None, password_stdin: StandardInput = False, full_name: FullName = "") -> None:
    """Make an account, or say in one line why not."""
    if not role:
        raise UsageProblem("thiếu --role: cần nêu ít nhất một vai trò")
    password = sys.stdin.buffer.readline().decode("utf-8", "surrogateescape").rstrip("\r\n") if password_stdin else _asked()
    at = dt.datetime.now(dt.UTC)
    try:
        bring_up_to_date(at)
        user = add_user(NewUser(name, password, frozenset(role), full_name), actor=operator(), at=at)
    except DieuhanhError as error:
        _end(name, error)
    except DatabaseError:
        _end(name, DatabaseUnreachableError())
    _tell(f"Đã lập tài khoản {one_line(user.username)}: {_labels(role)}.")


def list_users() -> None:
    """One line an account, by name."""
    try:
        bring_up_to_date(dt.datetime.now(dt.UTC))
        for user in User.objects.order_by("username").prefetch_related("groups"):
            roles = [Role(group.name) for group in user.groups.all() if group.name in set(Role)]
            state = "" if user.is_active else " (đã khóa)"
            _tell(f"{one_line(user.username)}\t{one_line(user.full_name)}\t{_labels(roles)}{state}")
    except (DatabaseError, DatabaseUnreachableError):
        _end("dieuhanh", DatabaseUnreachableError())


def token(name: Name, label: Label = "") -> None:
    """Make a token, and show it."""
    if not label:
        raise UsageProblem("thiếu --label: cần nêu khóa dùng cho việc gì")
    with acting(name) as at:
        secret = make_token(name, label, actor=operator(), at=at)
    _tell(f"Khóa API (chỉ hiện lần này): {secret}")


def list_tokens(name: Name) -> None:
    """One line a token that stands."""
    with acting(name):
        for row in Token.objects.standing().filter(user__username=name).order_by("id"):
            _tell(f"{row.id}\t{one_line(row.label)}\t{day(localdate(row.made_at))}")


def revoke(number: Number) -> None:
    """The token opens nothing from now on."""
    with acting(f"khóa số {number}") as at:
        revoke_token(number, actor=operator(), at=at)


SUBCOMMANDS = {
    "add": (add, ADD_HELP, "Lập một tài khoản."),
    "list": (list_users, LIST_HELP, "Liệt kê các tài khoản."),
    "token": (token, KEY_HELP, "Lập một khóa API cho một tài khoản."),
    "tokens": (list_tokens, KEYS_HELP, "Liệt kê các khóa API đang dùng của một tài khoản."),
    "revoke": (revoke, REVOKE_HELP, "Thu hồi một khóa API."),
}


def _asked() -> str:
    """The password, typed twice without echo."""
    try:
        first, second = getpass.getpass("Mật khẩu: "), getpass.getpass("Nhập lại mật khẩu: ")
    except EOFError as error:
        raise UsageProblem("không có bàn phím để hỏi mật khẩu; hãy dùng --password-stdin") from error
    if first != second:
        raise UsageProblem("hai lần nhập mật khẩu không giống nhau")
    return first


def _labels(roles: list[Role]) -> str:
    return ", ".join(label for role, label in LABELS.items() if role in roles)


def _end(name: str, error: DieuhanhError) -> NoReturn:
    say(complaint(name, error))
    raise typer.Exit(int(Status.NOT_READ))


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
