"""Starting Django for a process of ours."""

from __future__ import annotations

import os
from pathlib import Path

import django

from dieuhanh.config.env import VARIABLES

SETTINGS = "dieuhanh.config.settings"


def start(home: Path | None = None) -> None:
    """Make models usable; does nothing the second time. Raises ConfigurationError, OSError.

    With a `home` it is the installation in that folder, on SQLite, whatever the environment names.
    """
    if home is not None:
        os.environ.update(dict.fromkeys(VARIABLES, "") | {"DIEUHANH_HOME": str(home), "DJANGO_SETTINGS_MODULE": SETTINGS})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
