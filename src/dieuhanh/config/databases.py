"""The database of this installation: SQLite in a file of our own, or the PostgreSQL server that DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from dieuhanh.errors import ConfigurationError

SQLITE_FILE = "register.sqlite3"
BUSY_SECONDS = 30  # how long a writer waits for another one on SQLite; a batch of pages takes well under a second
CACHE_KIB = 65_536  # of SQLite's pages in memory; with its own 2 MB, rows go ever slower into indexes that outgrow them
CONNECTION_SECONDS = 60  # a thread keeps its own so long: to open one takes longer than to answer most pages
SCHEMES = ("postgres", "postgresql")


def database(url: str | None, home: Path) -> dict[str, Any]:
    """Django's settings of the database. Raises ConfigurationError where `url` names no PostgreSQL database."""
    return sqlite(home / SQLITE_FILE) if url is None else postgresql(url)


def sqlite(file: Path) -> dict[str, Any]:
    """A writer takes its lock at BEGIN, so that it never fails half-way; readers go on meanwhile (WAL). Django turns foreign keys on."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": CONNECTION_SECONDS,
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-{CACHE_KIB}",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """The parts of the address; what follows `?` goes to libpq (sslmode=require …)."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ConfigurationError("DATABASE_URL") from error
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in SCHEMES or not name:
        raise ConfigurationError("DATABASE_URL")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": CONNECTION_SECONDS,
        "CONN_HEALTH_CHECKS": True,  # a server that was started again
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
