"""The databases of the tests."""

from __future__ import annotations

import os

import psycopg
import pytest


@pytest.fixture(scope="session")
def server() -> str | None:
    """The address of the PostgreSQL server of this run, None on SQLite. Where it does not answer there is nothing to test, but in CI."""
    address = os.environ.get("DATABASE_URL")
    if address is not None:
        try:
            psycopg.connect(address, connect_timeout=5).close()
        except psycopg.OperationalError:
            if "CI" in os.environ:
                raise
            pytest.skip("no PostgreSQL answers at DATABASE_URL")
    return address


@pytest.fixture(scope="session")
def django_db_modify_db_settings(server: str | None) -> str | None:
    """Asked before the first test that needs a database of this process."""
    return server
