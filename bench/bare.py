"""The same rows once more, with nothing between them and the database: executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from dieuhanh.config.databases import CACHE_KIB

TABLES = (  # parents first
    "source", "original", "page", "document", "designation", "digest", "warning", "item", "official", "effective", "mention",
    "relation", "assignment", "assignedagency", "deadline", "target", "body", "member",
)  # fmt: skip
CHUNK = 5000  # rows in memory at a time

Rows = list[tuple[Any, ...]]


def copy_rows(source: dict[str, str], target: dict[str, str]) -> tuple[int, float]:
    """Copy all pages, documents and facts of one register into an empty one of the same kind: rows, and seconds of the inserts alone."""
    return _copy_postgresql(source["DATABASE_URL"], target["DATABASE_URL"]) if "DATABASE_URL" in source else _copy_sqlite(source, target)


def _copy_sqlite(source: dict[str, str], target: dict[str, str]) -> tuple[int, float]:
    files = [Path(environment["DIEUHANH_HOME"]) / "register.sqlite3" for environment in (source, target)]
    rows, seconds = 0, 0.0
    with sqlite3.connect(files[0]) as known, sqlite3.connect(files[1]) as empty:
        empty.execute("PRAGMA foreign_keys=ON")
        empty.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        for table in TABLES:
            for chunk in _chunks(known.execute(f"SELECT * FROM documents_{table}")):  # noqa: S608  the names stand above
                insert = f"INSERT INTO documents_{table} VALUES ({','.join('?' * len(chunk[0]))})"  # noqa: S608
                began = time.perf_counter()
                empty.executemany(insert, chunk)
                seconds += time.perf_counter() - began
                rows += len(chunk)
        began = time.perf_counter()
        empty.commit()
        seconds += time.perf_counter() - began
    return rows, seconds


def _copy_postgresql(source: str, target: str) -> tuple[int, float]:
    rows, seconds = 0, 0.0
    with psycopg.connect(source) as known, psycopg.connect(target) as empty:
        for table in TABLES:
            with known.cursor(name=table) as cursor:
                cursor.execute(f"SELECT * FROM documents_{table}".encode())  # noqa: S608
                for chunk in _chunks(cursor):
                    began = time.perf_counter()
                    with empty.cursor() as writer, writer.copy(f"COPY documents_{table} FROM STDIN".encode()) as copy:
                        for row in chunk:
                            copy.write_row([Jsonb(value) if isinstance(value, list) else value for value in row])
                    seconds += time.perf_counter() - began
                    rows += len(chunk)
        began = time.perf_counter()
        empty.commit()
        seconds += time.perf_counter() - began
    return rows, seconds


def _chunks(cursor: Any) -> Iterator[Rows]:
    while chunk := cursor.fetchmany(CHUNK):
        yield chunk
