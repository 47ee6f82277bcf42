"""The weeks of a demo: all but the newest published, the newest in the composer, made by the demo's own people."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localdate

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.digests.actions import approve_issue, compile_issue, publish_issue, submit_issue
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.documents.models import Digest
from dieuhanh.errors import IssueError
from dieuhanh.extract.facts import Period


def make_weeks(editor: User, leader: User, at: dt.datetime) -> None:
    """Of all digests' days; what is there already goes on from where it stands, and what the gate refuses stays a draft."""
    *earlier, newest = _days()
    for period in (*earlier, newest):
        if not Issue.objects.of(period).exists():
            compile_issue(period, today=max(localdate(at), period.end), actor=editor, at=at)
    for period in earlier:
        _publish(Issue.objects.of(period).get(), editor, leader, at)


def composed_now() -> Issue:
    """The one in the composer."""
    return Issue.objects.of(_days()[-1]).get()


def _days() -> list[Period]:
    rows = set(Digest.objects.values_list("period_start", "period_end"))
    return [Period(start, end) for start, end in sorted((start, end) for start, end in rows if start and end)]


def _publish(issue: Issue, editor: User, leader: User, at: dt.datetime) -> None:
    try:
        if issue.state == State.DRAFT:
            issue = submit_issue(issue.pk, actor=editor, at=at)
        if issue.state == State.IN_REVIEW:
            issue = approve_issue(issue.pk, issue.version, actor=leader, at=at)
        if issue.state == State.APPROVED:
            publish_issue(issue.pk, actor=leader, at=at)
    except IssueError:
        return
