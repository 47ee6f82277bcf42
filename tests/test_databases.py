"""Databases of killed test runs go with the next run."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from tests.databases import RUN, alive_at, new_name


def databases(server: str) -> set[str]:
    with psycopg.connect(server) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall()}


def test_what_the_dead_left_goes_and_what_the_living_use_stays(server: str | None) -> None:
    if server is None:
        pytest.skip("a file goes with its folder")
    dead, living = f"dieuhanh_{uuid.uuid4().hex[:12]}_{uuid.uuid4().hex[:12]}", new_name()
    assert living.startswith(RUN)
    with psycopg.connect(server, autocommit=True) as connection:
        for name in (dead, living):
            connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            with alive_at(server):
                assert databases(server) & {dead, living} == {living}
        finally:
            connection.execute(f"DROP DATABASE {living}".encode())
