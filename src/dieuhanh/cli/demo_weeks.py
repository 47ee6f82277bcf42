"""The weeks of a demo: all but the newest published, the newest drafted, so that there is something to read and something to compose."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localdate

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.actions import approve_issue, compile_issue, publish_issue, submit_issue
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.documents.models import Digest
from dieuhanh.errors import IssueError
from dieuhanh.extract.facts import Period


def make_weeks(*, actor: Actor, at: dt.datetime) -> None:
    """Of all digests' days; what is there already stays, and what the gate refuses stays a draft. Raises NotPermittedError."""
    rows = set(Digest.objects.values_list("period_start", "period_end"))
    days = sorted((start, end) for start, end in rows if start and end)
    for start, end in days:
        period = Period(start, end)
        if Issue.objects.of(period).exists():
            continue
        try:
            issue = compile_issue(period, today=localdate(at), actor=actor, at=at)
            if (start, end) != days[-1]:
                submit_issue(issue.pk, actor=actor, at=at)
                approve_issue(issue.pk, issue.version, actor=actor, at=at)
                publish_issue(issue.pk, actor=actor, at=at)
        except IssueError:
            continue
