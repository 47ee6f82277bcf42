"""Whatever the OpenAPI document permits or forbids, the API answers as the document says: schemathesis asks, in this process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import override_settings
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker
from schemathesis.specs.openapi.checks import positive_data_acceptance

from dieuhanh.api.cursors import LAST_ID, Position, cursor_of
from dieuhanh.api.openapi import document
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.accounts.tokens import make_token
from dieuhanh.apps.tasks.actions import NewReport, Plan, add_tasks, ask_extension, assign_tasks, report
from tests.apps.pages import NOW, TESTER
from tests.apps.people import person
from tests.apps.samples import register_samples
from tests.apps.tasks.people_at_work import agency
from tests.kept import kept

BY_DAYS = ("documents", "digests")
LISTS = (*BY_DAYS, "agencies", "assignments", "deadlines", "targets", "relations", "mentions", "tasks")
for name in LISTS:
    days = st.none() | st.dates() if name in BY_DAYS else st.none()
    positions = st.builds(Position, list=st.just(name), day=days, id=st.integers(0, LAST_ID))
    schemathesis.openapi.format(f"{name}-cursor", st.builds(cursor_of, positions))

# RFC 6585: who does not say which version they saw gets 428.
MISSING = {"missing_required_header": {"expected-statuses": [401, 428]}}
schema = schemathesis.openapi.from_dict(document(), config=schemathesis.Config.from_dict({"checks": MISSING}))
schema.app = get_wsgi_application()


Signed = dict[str, str]
OFFICER: Signed = {}  # the header of somebody who may do all acts, once there is one
TASKS: list[int] = []


@schema.auth()
class Token:
    """An officer's; what is asked without one must be refused."""

    def get(self, case: Any, ctx: Any) -> Signed:  # noqa: ARG002  as schemathesis calls it
        return OFFICER

    def set(self, case: Any, data: Signed, ctx: Any) -> None:  # noqa: ARG002
        case.headers = {**(case.headers or {}), **data}


@schema.hook
def map_path_parameters(context: Any, path_parameters: Any) -> Any:
    """Every other number of a task is that of one, so that acts find something to act on."""
    number = (path_parameters or {}).get("id")
    if "/tasks/" in context.operation.path and isinstance(number, int) and number % 2 == 0:
        path_parameters["id"] = TASKS[number // 2 % len(TASKS)]
    return path_parameters


@schema.hook
def map_headers(context: Any, headers: Any) -> Any:
    """Every version is the one that there is, unless it is none."""
    if "/acts/" in context.operation.path and str((headers or {}).get("If-Match", "")).startswith('"'):
        headers["If-Match"] = "*"
    return headers


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: Any) -> Iterator[None]:  # noqa: ARG001  the database
    """One register for all, whose tasks change under the hands of the test. A server closes its connection after each request; here it holds the register."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    home = tmp_path_factory.mktemp("home")
    with kept(django_db_blocker), override_settings(SEARCH_FOLDER=home / "search"):
        register_samples()
        TASKS[:] = tasks_in_all_states()
        person(Role.OFFICER, "lan")
        OFFICER["Authorization"] = f"Bearer {make_token('lan', 'thử', actor=TESTER, at=NOW)}"
        yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@pytest.mark.django_db
@pytest.mark.usefixtures("filled")
def test_nothing_is_violated(case: schemathesis.Case[Any]) -> None:
    """What fits a schema may still be refused where it acts: a control character in a reason, a task that is closed by then."""
    acting: list[Any] = [positive_data_acceptance] if case.method == "POST" else []
    case.call_and_validate(excluded_checks=acting)


def tasks_in_all_states() -> list[int]:
    """By hand, of one agency; drafts, assigned, reported, with more time asked for."""
    lead = agency("Sở Tài chính").id
    plans = [Plan(title=f"Việc {number}", lead=lead, due_on=dt.date(2099, 6, 30)) for number in range(12)]
    tasks = [task.id for task in add_tasks(plans, actor=TESTER, at=NOW)]
    assign_tasks(tasks[2:], actor=TESTER, at=NOW)
    for number in tasks[5:8]:
        report(number, NewReport(text="Đã xong"), actor=TESTER, at=NOW)
    for number in tasks[8:]:
        ask_extension(number, dt.date(2099, 7, 31), "Chờ", actor=TESTER, at=NOW)
    return tasks
