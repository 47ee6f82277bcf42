"""Every environment variable that we read, with its type, its default and what it is for.

| variable | default | what it is |
|---|---|---|
| DIEUHANH_HOME | `~/.local/share/dieuhanh` | folder of the register: the SQLite file, the search index, the open data and the secret key |
| DATABASE_URL | the SQLite file in DIEUHANH_HOME | `postgresql://user:password@host:port/name` for a server |
| DIEUHANH_HOSTS | `localhost,127.0.0.1,[::1]` | names that the web server answers to, with commas between |
| DIEUHANH_DEBUG | off | `1` shows Django's own error pages; never where others can reach it |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

VARIABLES = ("DIEUHANH_HOME", "DATABASE_URL", "DIEUHANH_HOSTS", "DIEUHANH_DEBUG")
HERE = "localhost,127.0.0.1,[::1]"


class Environment(msgspec.Struct, frozen=True):
    """The variables, read once."""

    home: Path
    database_url: str | None
    hosts: tuple[str, ...]
    debug: bool


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """The environment with its defaults; an empty variable counts as none."""
    home = variables.get("DIEUHANH_HOME") or "~/.local/share/dieuhanh"
    return Environment(
        home=Path(home).expanduser().absolute(),
        database_url=variables.get("DATABASE_URL") or None,
        hosts=tuple(filter(None, (host.strip() for host in (variables.get("DIEUHANH_HOSTS") or HERE).split(",")))),
        debug=variables.get("DIEUHANH_DEBUG") == "1",
    )
