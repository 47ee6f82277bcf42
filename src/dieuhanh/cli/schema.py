"""`dieuhanh schema`: the contract's JSON Schema, the twin of `dieuhanh.schema()`."""

from __future__ import annotations

import msgspec

import dieuhanh
from dieuhanh.cli.output import write_out

HELP = """In JSON Schema của kết quả đọc (hợp đồng dữ liệu dieuhanh.digest/1).

Ví dụ: [bold]dieuhanh schema > digest.schema.json[/bold]"""


def print_schema() -> None:
    """Indented, closed by a newline."""
    write_out(msgspec.json.format(msgspec.json.encode(dieuhanh.schema()), indent=2) + b"\n")
