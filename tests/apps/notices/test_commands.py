"""The commands of urging, in this process: what they print and how they end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from typer.testing import CliRunner, Result

from dieuhanh.apps.notices.models import UrgingSlip
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.tasks.actions import Plan
from dieuhanh.apps.webhooks.models import Delivery, Event, Subscription
from dieuhanh.cli import app
from dieuhanh.fetch import hosts
from tests.apps.pages import NOW
from tests.apps.tasks.people_at_work import agency, given

pytestmark = pytest.mark.django_db

LONG_AGO = dt.date(2026, 1, 9)


def command(*words: str) -> Result:
    return CliRunner().invoke(app, words)


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name is looked up: the address counts as a public one."""
    monkeypatch.setattr(hosts, "is_public", lambda address: address == "127.0.0.1")


def test_urge_writes_the_next_slip(tmp_path: Path) -> None:
    given(Plan(title="Rà soát", lead=agency("Sở Tài chính").pk, due_on=LONG_AGO))
    for number in (1, 2):
        done = command("urge", "Sở Tài chính", "--output", str(tmp_path / "phieu.docx"))
        assert (done.exit_code, f"lần {number} năm" in done.stdout) == (0, True)
    assert (tmp_path / "phieu.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        pytest.param("Sở Không Có", "", id="no such agency"),
        pytest.param("Sở Tài chính", "", id="nothing is late"),
        pytest.param("Sở Tài chính", "tep/con", id="a folder that can be none"),
    ],
)
def test_urge_says_why_not_and_spends_no_number(name: str, folder: str, tmp_path: Path) -> None:
    if folder:
        given(Plan(title="Rà soát", lead=agency("Sở Tài chính").pk, due_on=LONG_AGO))
    agency("Sở Tài chính")
    (tmp_path / "tep").touch()
    done = command("urge", name, "--output", str(tmp_path / folder / "phieu.docx"))
    assert (done.exit_code, done.stderr.startswith(f"{name}: "), UrgingSlip.objects.count()) == (1, True, 0)


def test_address_shows_two_addresses_that_open() -> None:
    agency("Sở Tài chính")
    lines = command("address", "Sở Tài chính").stdout.split()
    assert [Client().get(line).status_code for line in lines] == [200, 200]


@pytest.mark.usefixtures("public")
def test_webhooks_are_added_listed_and_stopped() -> None:
    done = command("webhook", "add", "http://127.0.0.1/nhan", "--event", "task.assigned")
    subscription = Subscription.objects.get()
    assert subscription.secret in done.stdout
    event = Event.objects.create(name="task.assigned", at=NOW, sequence=1, payload_json="{}")
    dead = Delivery.objects.create(subscription=subscription, event=event, state=State.DEAD, next_at=NOW, fault="máy chủ không trả lời")
    listed = command("webhook", "list").stdout
    assert "0 đã gửi; 0 chờ gửi; 1 không gửi được" in listed
    assert f"không gửi được\t{dead.pk}\ttask.assigned\tmáy chủ không trả lời" in listed
    assert command("webhook", "retry", str(dead.pk)).exit_code == 0
    assert [command("webhook", "stop", str(subscription.pk)).exit_code for _ in range(2)] == [0, 1]
    assert command("webhook", "list").stdout == ""


@pytest.mark.parametrize(
    ("words", "status"),
    [
        pytest.param(["http://127.0.0.1/nhan", "--event", "task.assigned"], 1, id="this machine"),
        pytest.param(["http://vi-du.vn/"], 2, id="no event"),
        pytest.param(["http://vi-du.vn/", "--event", "task.eaten"], 2, id="no such event"),
    ],
)
def test_webhooks_that_are_refused(words: list[str], status: int) -> None:
    assert (command("webhook", "add", *words).exit_code, Subscription.objects.count()) == (status, 0)
