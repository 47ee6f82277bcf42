"""The databases of the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

from dieuhanh.web.page_store import PAGES
from tests.apps.throwaway import command, installation, migrate
from tests.databases import alive_at


@pytest.fixture(scope="session")
def server() -> Iterator[str | None]:
    """The address of the PostgreSQL server of this run, None on SQLite. Where it does not answer there is nothing to test, but in CI."""
    address = os.environ.get("DATABASE_URL")
    if address is None:
        yield None
        return
    with ExitStack() as stack:
        try:
            stack.enter_context(alive_at(address))
        except psycopg.OperationalError:
            if "CI" in os.environ:
                raise
            pytest.skip("no PostgreSQL answers at DATABASE_URL")
        yield address


@pytest.fixture(scope="session")
def template(
    server: str | None,
    django_db_setup: None,  # noqa: ARG001  its tables are copied
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, str]]:
    """The environment of an installation that knows its agencies and has read no page, for `copied`."""
    home = tmp_path_factory.mktemp("template")
    with installation(home, server) as environment:
        if server is None:
            with django_db_blocker.unblock():
                migrate(home)
        done = command(environment, "load", str(tmp_path_factory.mktemp("no-pages")))
        assert done.returncode == 0, done.stderr
        yield environment


@pytest.fixture(scope="session")
def django_db_modify_db_settings(server: str | None) -> str | None:
    """Asked before the first test that needs a database of this process."""
    return server


@pytest.fixture(autouse=True)
def no_kept_pages() -> None:
    """Of the test before: its register is gone."""
    PAGES.clear()
