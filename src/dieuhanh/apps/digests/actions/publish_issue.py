"""To the public: at once, or at a set hour."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.audit.actions import Ledger, action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.gate import require_open
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.digests.permissions import PUBLISH_ISSUE
from dieuhanh.apps.digests.saving import issue_in, object_key
from dieuhanh.apps.webhooks.announcing import announce
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.errors import GateClosedError, NotIssueError


class Due(msgspec.Struct, frozen=True):
    """What became of an issue whose hour had come; `refused` says why it went back to review, None where it was published."""

    issue: Issue
    refused: GateClosedError | None


def publish_issue(issue: int, *, actor: Actor, at: dt.datetime) -> Issue:
    """An approved issue goes to the public now. Raises NotPermittedError, UnknownIssueError, IssueStateError, GateClosedError."""
    with action(actor, PUBLISH_ISSUE, at) as ledger:
        row = issue_in(issue, State.APPROVED, State.SCHEDULED)
        require_open(row)
        _publish(row, at, ledger)
    return row


def schedule_issue(issue: int, publish_at: dt.datetime, *, actor: Actor, at: dt.datetime) -> Issue:
    """An approved issue, or one with another hour, is to be published then.

    Raises NotPermittedError, UnknownIssueError, IssueStateError; NotIssueError for an hour that is past.
    """
    with action(actor, PUBLISH_ISSUE, at) as ledger:
        row = issue_in(issue, State.APPROVED, State.SCHEDULED)
        if publish_at <= at:
            raise NotIssueError("publish_at")
        row.state, row.publish_at = State.SCHEDULED, publish_at
        row.save()
        ledger.append("digests.Issue", object_key(row), {"version": row.version, "publish_at": publish_at.isoformat()})
    return row


def publish_due(*, actor: Actor, at: dt.datetime) -> list[Due]:
    """For a standing job: all issues whose hour has come; one whose sources changed meanwhile goes back to review.

    Raises NotPermittedError.
    """
    return [_publish_one(number, actor, at) for number in Issue.objects.due(at).values_list("pk", flat=True)]


def _publish_one(issue: int, actor: Actor, at: dt.datetime) -> Due:
    with action(actor, PUBLISH_ISSUE, at) as ledger:
        row = issue_in(issue, State.SCHEDULED)
        try:
            require_open(row)
        except GateClosedError as error:
            row.state, row.publish_at = State.IN_REVIEW, None
            row.save()
            ledger.append("digests.Issue", object_key(row), {"refused": {"findings": error.findings, "stale": error.stale}})
            return Due(row, error)
        _publish(row, at, ledger)
    return Due(row, None)


def _publish(row: Issue, at: dt.datetime, ledger: Ledger) -> None:
    row.state, row.published_at, row.publish_at = State.PUBLISHED, at, None
    row.save()
    ledger.append("digests.Issue", object_key(row), {"version": row.version, "published_at": at.isoformat()})
    announce(EventName.ISSUE_PUBLISHED, _told(row, at), ledger)


def _told(row: Issue, at: dt.datetime) -> dict[str, object]:
    """What other systems are told, in words of the contract."""
    return {
        "issue": row.pk,
        "title": row.title,
        "period": {"start": row.period_start.isoformat(), "end": row.period_end.isoformat()},
        "version": row.version,
        "published_at": at.isoformat(),
    }
