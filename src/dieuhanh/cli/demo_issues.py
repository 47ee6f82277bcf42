"""The week in `dieuhanh demo`: one that is published and the next one in the composer, made by the demo's own people."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localdate

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.digests.actions import approve_issue, compile_issue, publish_issue, submit_issue
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.domain.composing import week_of

PUBLISHED, IN_WORK = week_of("2025-W24"), week_of("2026-W10")  # the two newest weeks of the samples


def make_issues(editor: User, leader: User, at: dt.datetime) -> None:
    """What is there already stays, and goes on from where it stands. Raises DieuhanhError."""
    for period in (PUBLISHED, IN_WORK):
        if not Issue.objects.of(period).exists():
            compile_issue(period, today=max(localdate(at), period.end), actor=editor, at=at)
    issue = Issue.objects.of(PUBLISHED).get()
    if issue.state == State.DRAFT:
        issue = submit_issue(issue.pk, actor=editor, at=at)
    if issue.state == State.IN_REVIEW:
        issue = approve_issue(issue.pk, issue.version, actor=leader, at=at)
    if issue.state == State.APPROVED:
        publish_issue(issue.pk, actor=leader, at=at)


def composed_now() -> Issue:
    """The one in the composer."""
    return Issue.objects.of(IN_WORK).get()
