"""The databases that tests make on a PostgreSQL server, and what becomes of those that a killed run left behind."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

RUN = f"dieuhanh_{uuid.uuid4().hex[:12]}"  # each database of this process begins so, and so does its connection call itself
LEFT = r"""
    SELECT datname FROM pg_database
    WHERE datname ~ '^dieuhanh_[0-9a-f]{12}_'
    AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = left(pg_database.datname, 21))
"""


def new_name() -> str:
    return f"{RUN}_{uuid.uuid4().hex[:12]}"


@contextmanager
def alive_at(server: str) -> Iterator[None]:
    """Holds a connection that tells other runs that this one lives; drops the databases of those that do not."""
    with psycopg.connect(server, application_name=RUN, autocommit=True, connect_timeout=5) as connection:
        for (name,) in connection.execute(LEFT).fetchall():
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
        yield
