"""Whatever the OpenAPI document permits or forbids, the API answers as the document says: schemathesis asks, in this process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import override_settings
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker

from dieuhanh.api.cursors import LAST_ID, Position, cursor_of
from dieuhanh.api.openapi import document
from tests.apps.samples import register_samples

BY_DAYS = ("documents", "digests")
LISTS = (*BY_DAYS, "agencies", "assignments", "deadlines", "targets", "relations", "mentions")
for name in LISTS:
    days = st.none() | st.dates() if name in BY_DAYS else st.none()
    positions = st.builds(Position, list=st.just(name), day=days, id=st.integers(0, LAST_ID))
    schemathesis.openapi.format(f"{name}-cursor", st.builds(cursor_of, positions))

schema = schemathesis.openapi.from_dict(document())
schema.app = get_wsgi_application()


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: Any) -> Iterator[None]:  # noqa: ARG001  the database
    """One register for all: nothing here writes. A server closes its connection after each request; here it holds the register."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    home = tmp_path_factory.mktemp("home")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(SEARCH_FOLDER=home / "search"):
        register_samples()
        yield
        transaction.set_rollback(True)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@pytest.mark.django_db
@pytest.mark.usefixtures("filled")
def test_nothing_is_violated(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()
