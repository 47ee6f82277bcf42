"""Other systems are told of an issue when it is published, at once or at its hour, and of nothing that was refused."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from dieuhanh.apps.digests.actions import publish_due, publish_issue, schedule_issue
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Event, Subscription
from dieuhanh.errors import IssueStateError
from tests.apps.digests.weeks import approved, draft
from tests.apps.pages import NOW, TESTER

pytestmark = pytest.mark.django_db

LATER = NOW + dt.timedelta(hours=2)


@pytest.fixture(autouse=True)
def heard() -> None:
    Subscription.objects.create(url="https://nhan.gov.vn/", events=[EventName.ISSUE_PUBLISHED], secret="x", made_at=NOW)  # noqa: S106


def test_an_issue_is_told_when_it_is_published() -> None:
    issue = approved()
    publish_issue(issue.pk, actor=TESTER, at=NOW)
    (event,) = Event.objects.all()
    told = json.loads(event.payload_json)
    assert (event.name, told["issue"], told["title"]) == ("issue.published", issue.pk, issue.title)
    assert told["period"] == {"start": issue.period_start.isoformat(), "end": issue.period_end.isoformat()}


def test_one_with_an_hour_is_told_at_its_hour_and_once() -> None:
    schedule_issue(approved().pk, LATER, actor=TESTER, at=NOW)
    counts = []
    for at in (NOW, LATER, LATER):
        publish_due(actor=TESTER, at=at)
        counts.append(Event.objects.count())
    assert counts == [0, 1, 1]


def test_what_is_refused_is_not_told() -> None:
    with pytest.raises(IssueStateError):
        publish_issue(draft().pk, actor=TESTER, at=NOW)
    assert Event.objects.count() == 0
