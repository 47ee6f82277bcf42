"""Many new rows of one table at once: executemany on SQLite, COPY on PostgreSQL.

Django's `bulk_create` writes one long statement of all values and parses it again; for the rows of a page that takes longer than
reading the page. Here the database is given the values alone, and keys are drawn before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, Model

Row = TypeVar("Row", bound=Model)


def insert(rows: Iterable[Row], *, keyed: bool = False) -> list[Row]:
    """Insert new rows of one table; with `keyed` they know their keys afterwards, for their children.

    The caller holds the lock of an action: on SQLite nobody else draws keys meanwhile.
    """
    made = list(rows)
    if not made:
        return made
    model = type(made[0])
    if keyed:
        for row, key in zip(made, _keys(model, len(made)), strict=True):
            row.pk = key
            row._state.adding = False
    connection = connections[DEFAULT_DB_ALIAS]  # itself: `django.db.connection` would look it up for each value
    fields: list[Field[Any, Any]] = [field for field in model._meta.concrete_fields if keyed or not field.primary_key]
    values = [[field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields] for row in made]
    write_values(model._meta.db_table, [str(field.column) for field in fields], values)
    return made


def _keys(model: type[Model], number: int) -> Iterable[int]:
    """So many keys that no row has, in rising order."""
    table, connection = model._meta.db_table, connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, number])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
        first = 1 + (last[0] if last else 0)
        return range(first, first + number)


def write_values(table: str, columns: Sequence[str], values: Sequence[Sequence[Any]]) -> None:
    """Rows of values as the fields prepare them."""
    connection = connections[DEFAULT_DB_ALIAS]
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({', '.join(['%s'] * len(columns))})", values)  # noqa: S608  names of ours
