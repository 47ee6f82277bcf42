"""A published issue is changed only by a correction that tells the public what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.contents import IssueContent, checked, content_of
from dieuhanh.apps.digests.gate import judge, require_open
from dieuhanh.apps.digests.models import Correction, Issue, State
from dieuhanh.apps.digests.permissions import CORRECT_ISSUE
from dieuhanh.apps.digests.saving import issue_in, object_key, require_version, write_version
from dieuhanh.apps.digests.waivers import write_waivers
from dieuhanh.errors import NotIssueError

LONGEST_STATEMENT = 2000


def correct_issue(
    issue: int,
    base: int,
    content: IssueContent,
    statement: str,
    *,
    actor: Actor,
    at: dt.datetime,
    reasons: Mapping[str, str] | None = None,
) -> Correction:
    """The new content in place of the published one, with the sentence that says what changed; the gate stands before it, too.

    Whoever corrects may answer for what the gate finds in the new words: `reasons` by `Judged.token`, an empty one is none.
    Raises NotPermittedError, UnknownIssueError, IssueStateError, EditConflictError, GateClosedError; NotIssueError where nothing changed,
    or nothing is said; NoSuchFindingError for a reason that cannot be kept.
    """
    statement = " ".join(statement.split())
    with action(actor, CORRECT_ISSUE, at) as ledger:
        row = issue_in(issue, State.PUBLISHED)
        require_version(row, base, content)
        new = checked(content, set(row.entries.values_list("key", flat=True)))
        if not statement or len(statement) > LONGEST_STATEMENT or "\0" in statement:
            raise NotIssueError("statement")
        if new == content_of(row) or not new.entries:
            raise NotIssueError("entries")
        row.version += 1
        version = write_version(row, new, author=actor.get_username(), at=at, note=statement)
        waived = _answered(row, reasons or {}, actor, at)
        require_open(row)
        correction = Correction.objects.create(issue=row, version=version, statement=statement, at=at)
        ledger.append("digests.Issue", object_key(row), {"version": row.version, "statement": statement, **waived})
    return correction


def _answered(row: Issue, reasons: Mapping[str, str], actor: Actor, at: dt.datetime) -> dict[str, object]:
    """Write the waivers that the reasons give, and say in the chain's words for what; `{}` for nothing."""
    said = [(one, reasons[one.token]) for one in judge(row).open_findings if reasons.get(one.token, "").strip()]
    written = [waiver for one, reason in said for waiver in write_waivers(row, [one], reason, author=actor.get_username(), at=at)]
    told = [{"entry_key": w.entry_key, "kind": w.kind, "words": w.words, "reason": w.reason} for w in written]
    return {"waived": told} if told else {}
