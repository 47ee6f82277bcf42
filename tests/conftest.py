"""The databases of the tests."""

from __future__ import annotations

import os

import psycopg
import pytest


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Before the first test that needs a database: without its server there is nothing to test, but never in CI."""
    server = os.environ.get("DATABASE_URL")
    if server is None:
        return
    try:
        psycopg.connect(server, connect_timeout=5).close()
    except psycopg.OperationalError:
        if "CI" in os.environ:
            raise
        pytest.skip("no PostgreSQL answers at DATABASE_URL")
