"""The history of a task proves itself without the database; and the database is checked against the chain."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from dieuhanh.apps.tasks.actions import NewReport, Plan, SentFile, accept, confirm_done, report
from dieuhanh.apps.tasks.bundle import Bundle, FaultKind, bundle_of, faults, from_json, to_json
from dieuhanh.apps.tasks.models import Attachment, Task
from dieuhanh.apps.tasks.verification import damaged_attachments, unattested_tasks
from dieuhanh.errors import NoSuchTaskError, NotBundleError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import Cast, cast, given

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def task(people: Cast) -> Task:
    """Done, with steps of another task between its own."""
    task = given(Plan(title="Rà soát", lead=people.finance.id))
    other = given(Plan(title="Khác", lead=people.finance.id))
    accept(task.id, actor=people.lan, at=NOW)
    accept(other.id, actor=people.lan, at=NOW)
    report(task.id, NewReport(text="Xong", files=(SentFile("a.pdf", b"%PDF-1"),)), actor=people.lan, at=NOW)
    confirm_done(task.id, actor=people.officer, at=NOW)
    return task


def test_a_bundle_holds_every_step_and_verifies(task: Task, people: Cast) -> None:
    bundle = from_json(to_json(bundle_of(task.id, actor=people.lan, at=NOW)))
    assert [entry.verb for entry in bundle.entries] == [
        "tasks.add_task", "tasks.assign_tasks", "tasks.accept", "tasks.report", "tasks.confirm_done",
    ]  # fmt: skip
    assert faults(bundle) == []


def test_who_may_not_see_the_task_gets_no_bundle(task: Task, people: Cast) -> None:
    with pytest.raises(NoSuchTaskError):
        bundle_of(task.id, actor=people.mai, at=NOW)


def at(entries: list[Any], place: int, **changes: object) -> list[Any]:
    return [entry | changes if k == place else entry for k, entry in enumerate(entries)]


TAMPERINGS: list[tuple[str, Callable[[list[Any]], list[Any]], FaultKind]] = [
    ("a word of a report", lambda e: at(e, 3, payload_json=e[3]["payload_json"].replace("Xong", "Xonx")), FaultKind.CHANGED),
    ("the day of a report", lambda e: at(e, 3, at="2020-01-01T00:00:00Z"), FaultKind.CHANGED),
    ("who confirmed", lambda e: at(e, 4, actor="leader"), FaultKind.CHANGED),
    ("a step left out", lambda e: e[:2] + e[3:], FaultKind.GAP),
    ("the beginning left out", lambda e: e[1:], FaultKind.GAP),
    ("two steps exchanged", lambda e: [e[0], e[2], e[1], *e[3:]], FaultKind.GAP),
    ("a step twice", lambda e: [*e, e[-1]], FaultKind.GAP),
]


@pytest.mark.parametrize(("tamper", "kind"), [pytest.param(tamper, kind, id=name) for name, tamper, kind in TAMPERINGS])
def test_what_was_tampered_with_shows(task: Task, tamper: Callable[[list[Any]], list[Any]], kind: FaultKind) -> None:
    said = json.loads(to_json(bundle_of(task.id, actor=TESTER, at=NOW)))
    said["entries"] = tamper(said["entries"])
    assert kind in {fault.kind for fault in faults(from_json(json.dumps(said).encode()))}


def test_an_entry_of_another_task_and_an_older_end_show(task: Task) -> None:
    bundle = bundle_of(task.id, actor=TESTER, at=NOW)
    said = json.loads(to_json(bundle))
    assert {fault.kind for fault in faults(from_json(json.dumps(said | {"task": task.id + 1}).encode()))} == {FaultKind.FOREIGN}
    older = said | {"head": {"sequence": bundle.entries[-1].sequence - 1, "hash": "0" * 64}}
    assert {fault.kind for fault in faults(from_json(json.dumps(older).encode()))} == {FaultKind.HEAD}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"schema": "x"}', b"\xff", b"{" * 100_000])
def test_what_is_no_bundle_is_refused(content: bytes) -> None:
    with pytest.raises(NotBundleError):
        from_json(content)


def test_an_unknown_version_is_refused(task: Task) -> None:
    bundle: Bundle = bundle_of(task.id, actor=TESTER, at=NOW)
    with pytest.raises(NotBundleError):
        from_json(to_json(bundle).replace(b"task-bundle/1", b"task-bundle/9"))


@pytest.mark.parametrize(
    "change", ["progress = 99", "due_on = '2020-01-01'", "lead_id = NULL, collective = 1 = 1", "reported_on = '2020-01-01'"]
)
def test_a_task_changed_past_the_actions_shows(task: Task, change: str) -> None:
    assert list(unattested_tasks()) == []
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE tasks_task SET {change} WHERE id = {task.id}")  # noqa: S608  our own words
    assert list(unattested_tasks()) == [task.id]


def test_an_attachment_changed_past_the_actions_shows(task: Task) -> None:
    assert list(damaged_attachments()) == []
    Attachment.objects.filter(report__task=task).update(content=b"%PDF-2")
    assert list(damaged_attachments()) == [Attachment.objects.get().id]
