"""Starting Django for a process of ours."""

from __future__ import annotations

import os

import django

SETTINGS = "dieuhanh.config.settings"


def start() -> None:
    """Make models usable; does nothing the second time. Raises ConfigurationError, OSError."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
