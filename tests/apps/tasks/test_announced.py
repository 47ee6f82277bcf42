"""What other systems are told of a task's life, in the transaction of each step."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from dieuhanh.apps.notices.actions import plan_reminders
from dieuhanh.apps.tasks.actions import NewReport, Plan, add_tasks, ask_extension, assign_tasks, confirm_done, grant_extension, report
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Event, Subscription
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import DUE, Cast, cast, on

pytestmark = pytest.mark.django_db

LATER = DUE + dt.timedelta(days=7)


@pytest.fixture
def people() -> Cast:
    Subscription.objects.create(url="https://nhan.gov.vn/", events=sorted(EventName), secret="x", made_at=NOW)  # noqa: S106
    return cast()


def told() -> list[tuple[str, dict[str, object]]]:
    return [(event.name, json.loads(event.payload_json)) for event in Event.objects.order_by("pk")]


def test_each_step_is_told_in_words_of_the_contract(people: Cast) -> None:
    plan = Plan(title="Rà soát", lead=people.finance.pk, cooperating=(people.health.pk,), due_on=DUE, document_name="Công văn số 5")
    (task,) = assign_tasks([add_tasks([plan], actor=TESTER, at=NOW)[0].pk], actor=TESTER, at=NOW)
    ask_extension(task.pk, LATER, "Chờ", actor=people.lan, at=NOW)
    grant_extension(task.pk, actor=people.officer, at=NOW)
    report(task.pk, NewReport(text="Được nửa", final=False, progress=50), actor=people.lan, at=NOW)
    report(task.pk, NewReport(text="Đã xong"), actor=people.lan, at=NOW)
    confirm_done(task.pk, actor=people.officer, at=NOW)
    assert [(name, said["state"], said["due"]) for name, said in told()] == [
        ("task.assigned", "assigned", "2026-03-20"),
        ("task.extended", "assigned", "2026-03-27"),
        ("task.reported", "reported", "2026-03-27"),
        ("task.confirmed", "done", "2026-03-27"),
    ]
    assert told()[0][1] == {
        "task": task.pk,
        "action": "Rà soát",
        "lead": ["Sở Tài chính"],
        "cooperating": ["Sở Y tế"],
        "due": "2026-03-20",
        "document": "Công văn số 5",
        "state": "assigned",
        "progress": 0,
    }


def test_a_task_becomes_overdue_once(people: Cast) -> None:
    """On Monday, for Friday's deadline; a weekend is nobody's first day late, and planning again tells nothing anew."""
    plan = Plan(title="Rà soát", lead=people.finance.pk, due_on=DUE)
    assign_tasks([add_tasks([plan], actor=TESTER, at=NOW)[0].pk], actor=TESTER, at=NOW)
    days = [DUE + dt.timedelta(days=number) for number in range(6)]
    counts = []
    for day in (*days, days[-1]):
        plan_reminders(day, actor=TESTER, at=on(day))
        counts.append(Event.objects.filter(name="task.overdue").count())
    assert counts == [0, 0, 0, 1, 1, 1, 1]


def test_many_tasks_cost_no_more_queries(people: Cast, django_assert_max_num_queries: object) -> None:
    plans = [Plan(title=f"Việc {number}", lead=people.finance.pk, due_on=DUE) for number in range(30)]
    drafts = [task.pk for task in add_tasks(plans, actor=TESTER, at=NOW)]
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(20):
        assign_tasks(drafts, actor=TESTER, at=NOW)
    assert len(told()) == 30
