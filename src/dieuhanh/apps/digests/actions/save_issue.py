"""What editors do to an issue before it is published."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.contents import IssueContent, checked, content_of
from dieuhanh.apps.digests.gate import judge
from dieuhanh.apps.digests.models import EntrySource, State, Version, Waiver
from dieuhanh.apps.digests.permissions import SAVE_ISSUE, WAIVE_FINDING
from dieuhanh.apps.digests.saving import issue_in, object_key, require_version, write_version
from dieuhanh.apps.digests.standing import standing_sources
from dieuhanh.apps.digests.waivers import write_waivers
from dieuhanh.domain.gate import FindingKind
from dieuhanh.errors import NoSuchFindingError, UnknownIssueError


def save_issue(issue: int, base: int, content: IssueContent, *, actor: Actor, at: dt.datetime, note: str = "") -> Version:
    """A new version, if `base` is the last one; entries are reordered, rewritten, dropped and added by what the content holds.

    Raises NotPermittedError, UnknownIssueError, IssueStateError, EditConflictError, NotIssueError.
    """
    with action(actor, SAVE_ISSUE, at) as ledger:
        row = issue_in(issue, State.DRAFT, State.IN_REVIEW)
        require_version(row, base, content)
        new = checked(content, set(row.entries.values_list("key", flat=True)))
        if new == content_of(row):
            return row.versions.get(number=row.version)
        row.version += 1
        version = write_version(row, new, author=actor.get_username(), at=at, note=note)
        ledger.append("digests.Issue", object_key(row), {"version": row.version, "entries": len(new.entries)})
    return version


def recheck_entry(issue: int, key: int, *, actor: Actor, at: dt.datetime) -> None:
    """An editor has held the entry against what its sources say now; they count as looked at from here on.

    Raises NotPermittedError, UnknownIssueError, IssueStateError; NoSuchFindingError where no source of it is left to look at.
    """
    with action(actor, SAVE_ISSUE, at) as ledger:
        row = issue_in(issue, State.DRAFT, State.IN_REVIEW, State.PUBLISHED)
        sources = [one for one in standing_sources(row) if one.entry_key == key]
        if not sources:
            raise UnknownIssueError
        for one in sources:
            if one.found is None:
                raise NoSuchFindingError
            EntrySource.objects.filter(pk=one.source.pk).update(sha256=one.found.sha256, original=one.found.original)
        ledger.append("digests.Issue", object_key(row), {"rechecked": key, "sha256": [one.found.sha256 for one in sources if one.found]})


def waive_finding(
    issue: int, entry_key: int | None, kind: FindingKind, words: str, reason: str, *, actor: Actor, at: dt.datetime
) -> list[Waiver]:
    """An editor answers for words that no source bears out, wherever the entry has them now. In other lines they are found again.

    Raises NotPermittedError, UnknownIssueError, IssueStateError; NoSuchFindingError where there is none, or no reason.
    """
    with action(actor, WAIVE_FINDING, at) as ledger:
        row = issue_in(issue, State.DRAFT, State.IN_REVIEW)
        found = [
            one for one in judge(row).open_findings if (one.entry_key, one.finding.kind, one.finding.words) == (entry_key, kind, words)
        ]
        if not found:
            raise NoSuchFindingError
        waivers = write_waivers(row, found, reason, author=actor.get_username(), at=at)
        said = {"entry_key": entry_key, "kind": kind.value, "words": words, "reason": waivers[0].reason}
        ledger.append("digests.Issue", object_key(row), {"version": row.version, "waived": said})
    return waivers
