"""Typer's own words in Vietnamese: help headings, and what was wrong with the way a command was typed."""

from __future__ import annotations

import io
import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from dieuhanh.cli.messages import say
from dieuhanh.display.wording import one_line

OPTIONS = "Tùy chọn"
COMMANDS = "Các lệnh"
OPTIONS_METAVAR = "[TÙY CHỌN]"

TyperUsageError: Any = typer.BadParameter.__mro__[1]  # the base that Typer shows with status 2; it exports only this child


class UsageProblem(typer.BadParameter):
    """A wrong use of a command that we found ourselves; its message is Vietnamese."""


class VietnameseCommand(TyperCommand):
    """A command whose help speaks Vietnamese."""

    def get_usage(self, ctx: Any) -> str:
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _help_option(super().get_help_option(ctx))


class VietnameseGroup(TyperGroup):
    """The whole command: help and usage errors speak Vietnamese, an error is one line."""

    def get_usage(self, ctx: Any) -> str:
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        return _help_option(super().get_help_option(ctx))

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run and end the process: Typer's own statuses, but its usage errors in our words."""
        options["standalone_mode"] = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal that cannot show Vietnamese gets question marks, not a crash
        try:
            status = super().main(*args, **options)
        except TyperUsageError as error:
            say(f"{_wrong(error)}; xem: {_path(error)} --help")
            sys.exit(error.exit_code)
        sys.exit(status)


def _usage(line: str) -> str:
    return line.replace("Usage:", "Cách dùng:", 1)


def _help_option(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = "Hiện trang hướng dẫn này."
        option.rich_help_panel = OPTIONS
        option.metavar = ""
    return option


def _path(error: Any) -> str:
    return error.ctx.command_path if error.ctx else "dieuhanh"


def _wrong(error: Any) -> str:
    """What was typed wrongly. Typer tells its cases apart by class and keeps the name of the option or parameter inside."""
    if isinstance(error, UsageProblem):
        return str(error.message)
    match type(error).__name__:
        case "NoSuchOption":
            return f"không có tùy chọn {one_line(error.option_name)}"
        case "BadOptionUsage":
            return f"tùy chọn {one_line(error.option_name)} thiếu giá trị hoặc không nhận giá trị"
        case "BadParameter":
            return f"giá trị của {error.param.opts[0]} không hợp lệ"
        case _:
            return "không hiểu lệnh này"
