"""A script: fills the register of its environment with tasks, measures the leader's page and what it rests on, prints rows of a table."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.large_register import NOW
from bench.many_tasks import TODAY, fill
from dieuhanh.apps.accounts.actions import NewUser, add_user
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.actors import Operator
from dieuhanh.apps.tasks.counting import Counts, count_by_agency
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.task_status import NEAR_DAYS

RATIO_LIMIT = 3.0
ROUNDS = 9
ADDRESS = "/ban-lam-viec/theo-doi/"
COUNTED = "('assigned', 'accepted', 'refused', 'reported', 'sent_back', 'done', 'suspended')"
FOUR = f"""
    SUM(CASE WHEN state = 'done' AND (due_on IS NULL OR done_on <= due_on) THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'done' AND done_on > due_on THEN 1 ELSE 0 END),
    SUM(CASE WHEN state IN ('assigned', 'accepted', 'sent_back') AND (due_on IS NULL OR due_on >= '{TODAY}')
        OR state = 'reported' AND (due_on IS NULL OR reported_on <= due_on) THEN 1 ELSE 0 END),
    SUM(CASE WHEN state IN ('assigned', 'accepted', 'sent_back') AND due_on < '{TODAY}'
        OR state = 'reported' AND reported_on > due_on THEN 1 ELSE 0 END)
"""
LED = f"""
    SELECT lead_id AS agency, state, due_on, done_on, reported_on FROM tasks_task
    WHERE NOT recurring AND lead_id IS NOT NULL AND state IN {COUNTED}
"""  # noqa: S608  this and the next two: words of our own
SHARED = f"""
    SELECT part.agency_id, CASE WHEN task.state = 'suspended' THEN task.state ELSE part.state END,
        task.due_on, part.done_on, part.reported_on
    FROM tasks_task task JOIN tasks_part part ON part.task_id = task.id
    WHERE NOT task.recurring AND task.lead_id IS NULL AND task.state IN {COUNTED}
        AND part.role = 'lead' AND part.agency_id IS NOT NULL AND part.state IN {COUNTED}
"""  # noqa: S608
ONE_LEAD = f"SELECT agency, {FOUR} FROM ({LED}) AS work GROUP BY agency"  # noqa: S608
WHOLE = f"SELECT agency, {FOUR} FROM ({LED} UNION ALL {SHARED}) AS work GROUP BY agency"  # noqa: S608


def report(name: str, tasks: int) -> str:
    """A row for so many tasks; the page's numbers must be those of the bare query."""
    fill(tasks)
    told = {agency: (of.done_in_time, of.done_late, of.open_in_time, of.open_overdue) for agency, of in counted().items()}
    assert {agency: tuple(four) for agency, *four in _bare(WHOLE)} == told
    client = _leader()
    queries = _queries(client)
    times = _in_turns({"one": lambda: _bare(ONE_LEAD), "bare": lambda: _bare(WHOLE), "page": lambda: _page(client)})
    one, bare, page = (statistics.median(times[key]) for key in ("one", "bare", "page"))
    return (
        f"| {name} | {tasks:,} | {len(_bare(WHOLE))} | {one * 1000:.0f} ms | {bare * 1000:.0f} ms | {page * 1000:.0f} ms "
        f"| {page / bare:.2f} × (goal {RATIO_LIMIT:g}) | {queries} |"
    )


def counted() -> dict[int, Counts]:
    """By agency, as the page has it."""
    return count_by_agency(Task.objects.all(), TODAY, NEAR_DAYS)


def _leader() -> Client:
    leader = add_user(NewUser("leader", "Chợ Kỳ Lừa họp sáu phiên", frozenset({Role.LEADER})), actor=Operator("bench"), at=NOW)
    client = Client(SERVER_NAME="localhost")
    client.force_login(leader, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def _queries(client: Client) -> int:
    """Of the page alone; the first visit writes to the session and fills caches."""
    _page(client)
    with CaptureQueriesContext(connection) as seen:
        _page(client)
    return len(seen)


def _in_turns(cases: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds of each case, one after another in each round, so that what else the machine does weighs on all alike."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, case in cases.items():
            began = time.perf_counter()
            case()
            times[name].append(time.perf_counter() - began)
    return times


def _bare(query: str) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def _page(client: Client) -> Iterable[bytes]:
    response = client.get(ADDRESS)
    assert response.status_code == 200, response.status_code
    return [response.content]


if __name__ == "__main__":
    print(report(sys.argv[1], int(sys.argv[2])))
