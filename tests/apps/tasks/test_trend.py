"""What the leader's page asks besides the counts: how the last weeks went, and which documents have most that is overdue."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.documents.models import Document, Knowledge
from dieuhanh.apps.tasks.actions import NewReport, Plan, confirm_done, report, suspend
from dieuhanh.apps.tasks.counting import count, count_led, count_parts, most_overdue_documents, together
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.trend import Week, trend
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import TODAY, Cast, cast, given, on

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
MONDAY = TODAY  # 2 March 2026


@pytest.fixture
def people() -> Cast:
    return cast()


def due(people: Cast, day: dt.date, *, reported: dt.date | None = None, done: bool = False) -> Task:
    """A task of the department of finance, given a month ago."""
    task = given(Plan(title="x", lead=people.finance.id, due_on=day), at=on(TODAY - 40 * DAY))
    if reported:
        report(task.id, NewReport(text="Đã xong"), actor=TESTER, at=on(reported))
    if done:
        confirm_done(task.id, actor=TESTER, at=on(TODAY))
    return task


def last_two(today: dt.date = TODAY) -> list[tuple[int, int, int]]:
    return [(week.done_in_time, week.done_late, week.fell_overdue) for week in trend(Task.objects.all(), today, 2)]


@pytest.mark.parametrize(
    ("day", "reported", "done", "expected"),
    [
        pytest.param(
            MONDAY - 3 * DAY, MONDAY - 3 * DAY, True, [(1, 0, 0), (0, 0, 0)], id="done in time, counted in the week of the report"
        ),
        pytest.param(MONDAY - 3 * DAY, MONDAY, True, [(0, 0, 1), (0, 1, 0)], id="became overdue in one week, was done late in the next"),
        pytest.param(MONDAY - DAY, None, False, [(0, 0, 0), (0, 0, 1)], id="due on Sunday and not done: overdue from Monday"),
        pytest.param(MONDAY - 2 * DAY, None, False, [(0, 0, 1), (0, 0, 0)], id="due on Saturday: overdue from Sunday"),
        pytest.param(MONDAY - 3 * DAY, MONDAY - 3 * DAY, False, [(0, 0, 0), (0, 0, 0)], id="reported in time and waiting: neither"),
        pytest.param(MONDAY - 3 * DAY, MONDAY - DAY, False, [(0, 0, 1), (0, 0, 0)], id="reported late and waiting: became overdue"),
        pytest.param(MONDAY, None, False, [(0, 0, 0), (0, 0, 0)], id="due today: not overdue"),
        pytest.param(MONDAY - 15 * DAY, None, False, [(0, 0, 0), (0, 0, 0)], id="overdue since before these weeks"),
        pytest.param(None, MONDAY, True, [(0, 0, 0), (1, 0, 0)], id="without a deadline: in time"),
    ],
)
def test_a_week_of_a_task(people: Cast, day: dt.date, reported: dt.date | None, done: bool, expected: list[tuple[int, int, int]]) -> None:
    due(people, day, reported=reported, done=done)
    assert last_two() == expected


def test_what_is_suspended_does_not_become_overdue(people: Cast) -> None:
    suspend(due(people, MONDAY - 2 * DAY).id, "Chờ", actor=TESTER, at=on(MONDAY - 3 * DAY))
    assert last_two() == [(0, 0, 0), (0, 0, 0)]


def test_a_week_runs_from_monday_to_sunday_and_the_last_until_today() -> None:
    weeks = trend(Task.objects.all(), MONDAY + 2 * DAY, 3)
    assert [(week.first, week.last) for week in weeks] == [
        (dt.date(2026, 2, 16), dt.date(2026, 2, 22)),
        (dt.date(2026, 2, 23), dt.date(2026, 3, 1)),
        (dt.date(2026, 3, 2), dt.date(2026, 3, 4)),
    ]
    assert weeks[0] == Week(dt.date(2026, 2, 16), dt.date(2026, 2, 22), 0, 0, 0)


def test_what_is_led_adds_up_to_all(people: Cast) -> None:
    """A collective counts once for the province and once for each of its agencies."""
    due(people, MONDAY - DAY)
    given(Plan(title="x", lead_name="các sở", collective=(people.finance.id, people.health.id)))
    led, parts = count_led(Task.objects.all(), TODAY, 3), count_parts(Task.objects.all(), TODAY, 3)
    totals = {agency: of.total for agency, of in together(led, parts).items()}
    assert (led[people.finance.id].total, led[None].total, totals) == (1, 1, {people.finance.id: 2, people.health.id: 1})
    assert sum(of.total for of in led.values()) == count(Task.objects.all(), TODAY, 3).total == 2


def test_documents_with_most_that_is_overdue_come_first(people: Cast) -> None:
    documents = [
        Document.objects.create(number_key=f"{n}/cv", slug=f"{n}-cv", type="Công văn", number=f"{n}/CV", known_by=Knowledge.REPORTED)
        for n in range(5)
    ]

    def of(document: Document, *days: dt.date) -> None:
        for day in days:
            Task.objects.filter(id=due(people, day).id).update(document=document)

    of(documents[0], TODAY, TODAY, TODAY)
    of(documents[1], TODAY - DAY)
    of(documents[2], TODAY - DAY, TODAY - DAY)
    Task.objects.filter(id=due(people, TODAY, reported=TODAY, done=True).id).update(document=documents[3])
    ordered = [documents[2].id, documents[1].id, documents[0].id, documents[3].id]
    assert most_overdue_documents(Task.objects.all(), TODAY, 10) == ordered
    assert most_overdue_documents(Task.objects.all(), TODAY, 2) == ordered[:2]


def test_a_trend_costs_two_queries(people: Cast) -> None:
    for number in range(5):
        due(people, TODAY - number * DAY, reported=TODAY, done=True)
    with CaptureQueriesContext(connection) as seen:
        trend(Task.objects.all(), TODAY, 12)
    assert (len(seen), NOW.date()) == (2, TODAY)
