"""The secret key of this installation: made at the first start, kept in a file that only its owner reads."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

KEY_FILE = "secret-key"
KEY_BYTES = 48


def secret_key(home: Path) -> str:
    """The key in `home`, made if there is none; of two processes that start at once the first wins. Raises OSError."""
    home.mkdir(parents=True, exist_ok=True)
    file = home / KEY_FILE
    if not file.exists():
        beside = home / f".{KEY_FILE}-{os.getpid()}"
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(KEY_BYTES))
        with contextlib.suppress(FileExistsError):
            os.link(beside, file)  # fails where another process was faster: its key stands
        beside.unlink()
    return file.read_text()
