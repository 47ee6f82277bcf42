"""From a draft to an approved issue, and back."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.gate import require_open
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.digests.permissions import APPROVE_ISSUE, SEND_BACK_ISSUE, SUBMIT_ISSUE
from dieuhanh.apps.digests.saving import issue_in, object_key
from dieuhanh.errors import EmptyWeekError, NotIssueError

LONGEST_REASON = 2000


def submit_issue(issue: int, *, actor: Actor, at: dt.datetime) -> Issue:
    """A draft to be reviewed. Raises NotPermittedError, UnknownIssueError, IssueStateError; EmptyWeekError without entries."""
    with action(actor, SUBMIT_ISSUE, at) as ledger:
        row = issue_in(issue, State.DRAFT)
        if not row.entries.exists():
            raise EmptyWeekError
        row.state = State.IN_REVIEW
        row.save()
        ledger.append("digests.Issue", object_key(row), {"version": row.version})
    return row


def send_back_issue(issue: int, reason: str, *, actor: Actor, at: dt.datetime) -> Issue:
    """Back to those who write it, also from an hour that was set.

    Raises NotPermittedError, UnknownIssueError, IssueStateError; NotIssueError without a reason.
    """
    with action(actor, SEND_BACK_ISSUE, at) as ledger:
        row = issue_in(issue, State.IN_REVIEW, State.APPROVED, State.SCHEDULED)
        if not reason.strip() or len(reason) > LONGEST_REASON:
            raise NotIssueError("reason")
        row.state, row.publish_at = State.DRAFT, None
        row.save()
        ledger.append("digests.Issue", object_key(row), {"version": row.version, "reason": reason})
    return row


def approve_issue(issue: int, base: int, *, actor: Actor, at: dt.datetime) -> Issue:
    """What was read is what is approved: `base` is the version that the leader had before them.

    Raises NotPermittedError, UnknownIssueError, IssueStateError, EmptyWeekError, GateClosedError; NotIssueError where it was changed.
    """
    with action(actor, APPROVE_ISSUE, at) as ledger:
        row = issue_in(issue, State.IN_REVIEW)
        if row.version != base:
            raise NotIssueError("version")
        if not row.entries.exists():
            raise EmptyWeekError
        require_open(row)
        row.state = State.APPROVED
        row.save()
        ledger.append("digests.Issue", object_key(row), {"version": row.version})
    return row
