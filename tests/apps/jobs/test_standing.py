"""When standing jobs are due, and that those of the week do what they say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from dieuhanh.apps.digests.actions import schedule_issue
from dieuhanh.apps.digests.models import AddressCount, DaySalt, Issue, State, Subscription
from dieuhanh.apps.followers.models import FollowerLetter
from dieuhanh.apps.jobs.standing import STANDING, StandingJob, forget_visitors, open_data, publish, queue_due
from dieuhanh.apps.opendata.manifest import read_manifest
from tests.apps.digests.weeks import approved
from tests.apps.pages import TESTER

NOON = dt.datetime(2026, 3, 2, 5, 3, tzinfo=dt.UTC)  # 12:03 in Vietnam
LONG_AGO = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)


def job(hour: int, every: dt.timedelta = dt.timedelta(days=1)) -> StandingJob:
    return StandingJob("x", "x", dt.time(hour), publish, every=every)


@pytest.mark.parametrize(
    ("standing", "due"),
    [
        pytest.param(job(7), dt.datetime(2026, 3, 2, 0, 0, tzinfo=dt.UTC), id="of every day, this morning"),
        pytest.param(job(13), dt.datetime(2026, 3, 1, 6, 0, tzinfo=dt.UTC), id="of every day, yesterday afternoon"),
        pytest.param(job(0, dt.timedelta(minutes=5)), dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC), id="of every five minutes"),
        pytest.param(
            job(13, dt.timedelta(hours=5)), dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC), id="of every five hours since yesterday"
        ),
    ],
)
def test_when_a_job_was_due_last(standing: StandingJob, due: dt.datetime) -> None:
    assert standing.last_due(NOON) == due


@pytest.mark.django_db
def test_a_frequent_job_is_queued_once_each_time() -> None:
    first = queue_due(NOON)
    assert set(first) == {one.name for one in STANDING}
    assert queue_due(NOON + dt.timedelta(seconds=30)) == []
    assert queue_due(NOON + dt.timedelta(seconds=90)) == ["publish"]


@pytest.mark.django_db
def test_an_issue_whose_hour_has_come_is_published_and_told() -> None:
    Subscription.objects.create(email="mai@example.org", subject="issues", nonce="x", asked_at=LONG_AGO, confirmed_at=LONG_AGO)
    issue = approved()
    schedule_issue(issue.pk, LONG_AGO + dt.timedelta(minutes=1), actor=TESTER, at=LONG_AGO)
    publish.call()
    publish.call()
    assert (Issue.objects.get().state, FollowerLetter.objects.count()) == (State.PUBLISHED, 1)


@pytest.mark.django_db
def test_an_issue_waits_for_its_hour() -> None:
    schedule_issue(approved().pk, timezone.now() + dt.timedelta(hours=1), actor=TESTER, at=NOON)
    publish.call()
    assert Issue.objects.get().state == State.SCHEDULED


@pytest.mark.django_db
def test_visitors_are_forgotten() -> None:
    DaySalt.objects.create(day=LONG_AGO.date(), salt="x")
    AddressCount.objects.create(day=LONG_AGO.date(), address="x")
    Subscription.objects.create(email="mai@example.org", subject="issues", nonce="x", asked_at=LONG_AGO)
    forget_visitors.call()
    assert [model.objects.count() for model in (DaySalt, AddressCount, Subscription)] == [0, 0, 0]


@pytest.mark.django_db
def test_open_data_are_published(settings: Settings, tmp_path: Path) -> None:
    settings.OPEN_DATA_FOLDER = tmp_path / "open-data"
    open_data.call()
    assert read_manifest(settings.OPEN_DATA_FOLDER) is not None
