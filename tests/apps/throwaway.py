"""An installation of its own, with a database that is thrown away, for tests that start processes."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from django.db import connection

from dieuhanh.config.databases import SQLITE_FILE
from tests.databases import new_name

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def installation(home: Path, server: str | None) -> Iterator[dict[str, str]]:
    """The environment of a new installation, on SQLite or on the server of this run (an address with an existing database)."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DIEUHANH", "DATABASE", "DJANGO"))}
    environment |= {"DIEUHANH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    if server is None:
        yield environment
        return
    with database(server) as address:
        yield environment | {"DATABASE_URL": address}


def migrate(home: Path) -> None:
    """Give an installation on SQLite the tables that this process has made for its tests, while none of them runs.

    On PostgreSQL the numbers that tests drew are not given back, so a copy would not count from one.
    """
    connection.ensure_connection()
    with closing(sqlite3.connect(home / SQLITE_FILE)) as file:
        connection.connection.backup(file)


@contextmanager
def copied(template: dict[str, str], home: Path) -> Iterator[dict[str, str]]:
    """The environment of an installation that begins as the template stands; making tables anew takes seconds."""
    if "DATABASE_URL" not in template:
        home.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(template["DIEUHANH_HOME"]) / SQLITE_FILE, home)
        yield template | {"DIEUHANH_HOME": str(home)}
        return
    server, _, made = template["DATABASE_URL"].rpartition("/")
    with database(f"{server}/postgres", f"TEMPLATE {made}") as address:
        yield template | {"DIEUHANH_HOME": str(home), "DATABASE_URL": address}


@contextmanager
def database(server: str, options: str = "") -> Iterator[str]:
    """The address of a new database of the server, dropped afterwards."""
    name = new_name()
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(f"CREATE DATABASE {name} {options}".encode())
        try:
            there.execute(f"ALTER DATABASE {name} SET synchronous_commit = off".encode())  # no test pulls the server's plug
            yield f"{server.rpartition('/')[0]}/{name}"
        finally:
            there.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def command(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run `dieuhanh` to its end."""
    return subprocess.run([dieuhanh(), *words], env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def dieuhanh() -> str:
    return str(Path(sys.executable).with_name("dieuhanh"))


def script(environment: dict[str, str], path: str, *words: str) -> str:
    """Run a script of the tests against the installation; what it prints."""
    settings = {"DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"}
    done = subprocess.run(
        [sys.executable, str(ROOT / path), *words], env=environment | settings, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout
