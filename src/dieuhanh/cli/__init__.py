"""The command `dieuhanh`: a twin of the library's verbs."""

from __future__ import annotations

from typing import Annotated

import typer

from dieuhanh import __version__
from dieuhanh.cli.demo import EPILOG as DEMO_EPILOG
from dieuhanh.cli.demo import HELP as DEMO_HELP
from dieuhanh.cli.demo import demo
from dieuhanh.cli.later import LaterGroup
from dieuhanh.cli.output import write_out
from dieuhanh.cli.read import EPILOG, read_pages
from dieuhanh.cli.read import HELP as READ_HELP
from dieuhanh.cli.schema import HELP as SCHEMA_HELP
from dieuhanh.cli.schema import print_schema
from dieuhanh.cli.usage import COMMANDS, OPTIONS, OPTIONS_METAVAR, VietnameseCommand

HELP = """Điều Hành đọc bản tin chỉ đạo, điều hành của UBND tỉnh thành dữ kiện: ai phải làm gì, trước ngày nào, theo văn bản nào.

Ví dụ: [bold]dieuhanh read ban-tin.html[/bold]"""

app = typer.Typer(
    cls=LaterGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    options_metavar=OPTIONS_METAVAR,
    subcommand_metavar="LỆNH ...",
)
app.command(
    "read",
    cls=VietnameseCommand,
    help=READ_HELP,
    epilog=EPILOG,
    short_help="Đọc các trang bản tin.",
    options_metavar=OPTIONS_METAVAR,
    rich_help_panel=COMMANDS,
)(read_pages)
app.command(
    "schema",
    cls=VietnameseCommand,
    help=SCHEMA_HELP,
    short_help="In JSON Schema của kết quả.",
    options_metavar=OPTIONS_METAVAR,
    rich_help_panel=COMMANDS,
)(print_schema)
app.command(
    "demo",
    cls=VietnameseCommand,
    help=DEMO_HELP,
    epilog=DEMO_EPILOG,
    short_help="Xem thử bằng các bản tin mẫu.",
    options_metavar=OPTIONS_METAVAR,
    rich_help_panel=COMMANDS,
)(demo)


Version = Annotated[bool, typer.Option("--version", metavar="", help="In phiên bản.", show_default=False, rich_help_panel=OPTIONS)]


@app.callback(invoke_without_command=True, help=HELP)
def dieuhanh(context: typer.Context, version: Version = False) -> None:
    """What stands before the commands: the version, or the help where no command follows."""
    if version:
        write_out(f"dieuhanh {__version__}\n".encode())
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), nl=False)
