"""The secret key of this installation: made at the first start, kept in a file that only its owner reads."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

KEY_FILE = "secret-key"
KEY_BYTES = 48


def secret_key(home: Path) -> str:
    """The key in `home`, made if there is none; of two processes that start at once the first wins. Raises OSError."""
    home.mkdir(parents=True, exist_ok=True)
    file = home / KEY_FILE
    if not file.exists():
        descriptor, beside = tempfile.mkstemp(dir=home)  # of mode 600
        with os.fdopen(descriptor, "w") as new:
            new.write(secrets.token_urlsafe(KEY_BYTES))
        with contextlib.suppress(FileExistsError):
            os.link(beside, file)  # fails where another process was faster: its key stands
        os.unlink(beside)
    return file.read_text()
