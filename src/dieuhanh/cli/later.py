"""Commands that are loaded when they are called: Django and the database take a third of a second that others need not wait for.

A module of the table has HELP, EPILOG and the function `run`; or HELP and SUBCOMMANDS, each name with its function, help and short
help. Its line in the help of the whole command stands here.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.usage import COMMANDS, OPTIONS_METAVAR, VietnameseCommand, VietnameseGroup
from dieuhanh.errors import ConfigurationError

LATER = {
    "load": ("dieuhanh.cli.load", "Đưa các trang bản tin vào sổ đăng ký."),
    "rebuild": ("dieuhanh.cli.rebuild", "Đọc lại mọi bản gốc trong sổ bằng bộ đọc hiện có."),
    "user": ("dieuhanh.cli.user", "Lập và xem tài khoản người dùng."),
    "check": ("dieuhanh.cli.check", "Kiểm tra sổ đăng ký có còn nguyên vẹn."),
    "digest": ("dieuhanh.cli.digest", "Tổng hợp, kiểm tra và đăng bản tin tuần."),
    "task": ("dieuhanh.cli.task", "Lập, giao, xuất, nhập nhiệm vụ."),
    "search": ("dieuhanh.cli.search", "Tìm văn bản trong sổ đăng ký."),
    "index": ("dieuhanh.cli.index", "Cập nhật chỉ mục tìm kiếm."),
    "opendata": ("dieuhanh.cli.opendata", "Xuất bản dữ liệu mở của sổ đăng ký."),
    "serve": ("dieuhanh.cli.serve", "Mở các trang web của sổ đăng ký."),
    "address": ("dieuhanh.cli.address", "Lập địa chỉ riêng cho lịch và nguồn tin của một cơ quan."),
    "urge": ("dieuhanh.cli.urge", "Lập phiếu đôn đốc."),
    "webhook": ("dieuhanh.cli.webhook", "Báo tự động cho hệ thống khác."),
    "worker": ("dieuhanh.cli.worker", "Làm những việc đến giờ: nhắc việc, gửi thư."),
}


class LaterGroup(VietnameseGroup):
    """The whole command, with the commands of the table beside those that are there at once."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), *LATER]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """For a command of the table, what the help of the whole says of it."""
        if cmd_name not in LATER:
            return super().get_command(ctx, cmd_name)
        return VietnameseCommand(cmd_name, short_help=LATER[cmd_name][1], rich_help_panel=COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name in LATER else command, rest


def started(module: str, home: Path | None = None) -> ModuleType:
    """A module that needs the register: that of the environment, or the one in `home`. Ends the process where it cannot start."""
    try:
        import_module("dieuhanh.config.startup").start(home)
    except (ConfigurationError, OSError) as error:
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    return import_module(module)


def loaded(name: str) -> TyperCommand:
    """The command itself. Ends the process where this installation cannot start."""
    module, short_help = LATER[name]
    command = started(module)
    app = typer.Typer(
        name=name,
        cls=VietnameseGroup,
        help=command.HELP,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        options_metavar=OPTIONS_METAVAR,
        subcommand_metavar="LỆNH ...",
    )
    if hasattr(command, "SUBCOMMANDS"):
        for part, (run, text, short) in command.SUBCOMMANDS.items():
            made = app.command(
                part, cls=VietnameseCommand, help=text, short_help=short, rich_help_panel=COMMANDS, options_metavar=OPTIONS_METAVAR
            )
            made(run)
    else:
        made = app.command(
            name, cls=VietnameseCommand, help=command.HELP, epilog=command.EPILOG, short_help=short_help, options_metavar=OPTIONS_METAVAR
        )
        made(command.run)
    return get_command(app)  # type: ignore[return-value]  # of one command it gives that command, of several their group
