"""Who runs the command."""

from __future__ import annotations

import getpass

from dieuhanh.apps.audit.actors import Operator


def operator() -> Operator:
    """The person at the machine, under the name that the system knows; a system may know none."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = "?"
    return Operator(f"dieuhanh: {name}")
