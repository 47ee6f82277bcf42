"""The public register as one SQLite file. Every other file is written from it, so that all say the same."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dieuhanh.apps.opendata.dataset import ColumnType, Dataset, Row
from dieuhanh.apps.opendata.dictionary import DICTIONARY_COLUMNS, dictionary_rows

TYPES: dict[ColumnType, str] = {"text": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}
BATCH = 5_000  # rows at a time


def write_sqlite(file: Path, datasets: Iterable[Dataset], today: dt.date) -> None:
    """All datasets as of that day and their dictionary. The same rows give the same bytes: no journal, no clock, indexes after the rows."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        for dataset in datasets:
            database.execute(_table(dataset))
            _fill(database, dataset.name, len(dataset.columns), dataset.rows(today))
            for index in _indexes(dataset):
                database.execute(index)
        database.execute(f"CREATE TABLE data_dictionary ({', '.join(DICTIONARY_COLUMNS)})")
        _fill(database, "data_dictionary", len(DICTIONARY_COLUMNS), dictionary_rows(datasets))
        database.execute("COMMIT")


def read_rows(file: Path, dataset: Dataset) -> Iterator[list[Row]]:
    """The rows of a dataset in their order, some thousand at a time, days as days."""
    dates = {index for index, column in enumerate(dataset.columns) if column.type == "date"}
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        cursor = database.execute(f"SELECT {_names(dataset.names)} FROM {dataset.name} ORDER BY rowid")  # noqa: S608  names of our own
        while rows := cursor.fetchmany(BATCH):
            yield [tuple(_day(value) if index in dates else value for index, value in enumerate(row)) for row in rows]


def _day(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _table(dataset: Dataset) -> str:
    parts = []
    for column in dataset.columns:
        table, _, name = (column.refers or "").partition(".")
        reference = f' REFERENCES {table}("{name}")' if table else ""
        parts.append(f'"{column.name}" {TYPES[column.type]}{" NOT NULL" if column.required else ""}{reference}')
    return f"CREATE TABLE {dataset.name} ({', '.join(parts)}, PRIMARY KEY ({_names(dataset.key)})) STRICT"


def _indexes(dataset: Dataset) -> list[str]:
    """One for each column that leads to another table or holds a day or a number."""
    wanted = [column.name for column in dataset.columns if column.refers or column.type == "date" or column.name == "number"]
    return [f'CREATE INDEX {dataset.name}_{name} ON {dataset.name} ("{name}")' for name in wanted if name != dataset.key[0]]


def _fill(database: sqlite3.Connection, table: str, columns: int, rows: Iterable[Row]) -> None:
    statement = f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608  names of our own
    database.executemany(statement, (tuple(map(_stored, row)) for row in rows))


def _stored(value: object) -> object:
    """Days as ISO 8601."""
    return value.isoformat() if isinstance(value, dt.date) else value


def _names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
