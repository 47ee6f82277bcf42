"""What a round of a worker does besides letters and hooks."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from dieuhanh.apps.digests.actions import schedule_issue
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.jobs.models import Occasion
from dieuhanh.apps.jobs.queue import Queue
from dieuhanh.apps.jobs.rounds import work_a_round
from dieuhanh.apps.jobs.standing import STANDING
from tests.apps.digests.weeks import approved
from tests.apps.pages import NOW, TESTER


@pytest.mark.django_db(transaction=True)  # a round closes its connection
@pytest.mark.parametrize(
    ("hour", "state"),
    [
        pytest.param(timezone.now() + dt.timedelta(days=1), State.SCHEDULED, id="before its hour"),
        pytest.param(NOW + dt.timedelta(hours=2), State.PUBLISHED, id="after its hour"),
    ],
)
def test_an_issue_goes_to_the_public_at_its_hour(hour: dt.datetime, state: State) -> None:
    """A round queues the standing job, which looks at the clock of the machine, and runs it."""
    tomorrow = timezone.now() + dt.timedelta(days=1)
    Occasion.objects.bulk_create(Occasion(job=one.name, due_at=tomorrow) for one in STANDING if one.name != "publish")
    schedule_issue(approved().pk, hour, actor=TESTER, at=NOW)
    work_a_round(Queue("thử"), timezone.now, lambda: True)
    assert Issue.objects.get().state == state
