"""The register that a command needs to be there."""

from __future__ import annotations

import typer

from dieuhanh.cli.messages import Status, say
from dieuhanh.config.migrating import is_up_to_date, require_database


def require_register() -> None:
    """Ends the command where there is no register of this version. Raises DatabaseUnreachableError, DatabaseError."""
    require_database()
    if not is_up_to_date():
        say("chưa có sổ đăng ký, hoặc sổ thuộc phiên bản cũ; hãy chạy dieuhanh load trước")
        raise typer.Exit(int(Status.NOT_READ))
