"""The documents of a week as an issue, and one entry anew from its sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actions import action, require
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.contents import EntryContent, IssueContent, SourceKey, content_of
from dieuhanh.apps.digests.materials import Found, week_materials
from dieuhanh.apps.digests.models import EntrySource, Issue, State
from dieuhanh.apps.digests.permissions import COMPILE_ISSUE, SAVE_ISSUE
from dieuhanh.apps.digests.saving import issue_in, object_key, require_version, write_version
from dieuhanh.apps.digests.scheme import rules_in_force, topics_of
from dieuhanh.apps.digests.standing import standing_sources
from dieuhanh.domain.composing import ComposedIssue, compose
from dieuhanh.errors import EmptyWeekError, FutureWeekError, IssueExistsError, UnknownIssueError
from dieuhanh.extract.facts import Period


class Composed(msgspec.Struct, frozen=True):
    """An issue as the register gives it now; nothing of it is stored."""

    issue: ComposedIssue
    keys: dict[str, SourceKey]

    @property
    def content(self) -> IssueContent:
        entries = (EntryContent(None, e.headline, e.body, tuple(self.keys[name] for name in e.sources)) for e in self.issue.entries)
        return IssueContent(self.issue.title, tuple(entries))


def compose_week(period: Period, *, today: dt.date) -> Composed:
    """The issue of these days, from the register. Raises FutureWeekError, EmptyWeekError."""
    if period.start > today:
        raise FutureWeekError
    found = week_materials(period)
    if not found:
        raise EmptyWeekError
    return _composed(found, period)


def compose_entries(found: Sequence[Found], period: Period) -> tuple[EntryContent, ...]:
    """Entries from these items of the register, as they would stand in an issue of those days; nothing is stored."""
    return _composed(found, period).content.entries


def compile_issue(period: Period, *, today: dt.date, actor: Actor, at: dt.datetime) -> Issue:
    """A draft of the issue of these days. Raises NotPermittedError, FutureWeekError, EmptyWeekError, IssueExistsError."""
    require(actor, COMPILE_ISSUE)
    composed = compose_week(period, today=today)
    with action(actor, COMPILE_ISSUE, at) as ledger:
        known = Issue.objects.of(period).first()
        if known is not None:
            raise IssueExistsError(known.pk)
        issue = Issue.objects.create(period_start=period.start, period_end=period.end, title=composed.issue.title)
        reasons = {place: [msgspec.to_builtins(r) for r in e.reasons] for place, e in enumerate(composed.issue.entries)}
        write_version(issue, composed.content, author=actor.get_username(), at=at, reasons=reasons)
        ledger.append("digests.Issue", object_key(issue), {"version": 1, "entries": len(composed.issue.entries)})
    return issue


def recompile_entry(issue: int, key: int, base: int, *, actor: Actor, at: dt.datetime) -> Issue:
    """One entry written anew from what its sources say now, in its place; sources that are gone are dropped.

    Raises NotPermittedError, UnknownIssueError, IssueStateError, EditConflictError; EmptyWeekError where no source is left.
    """
    with action(actor, SAVE_ISSUE, at) as ledger:
        row = issue_in(issue, State.DRAFT, State.IN_REVIEW)
        content = content_of(row)
        require_version(row, base, content)
        found = [one.found for one in standing_sources(row) if one.entry_key == key and one.found is not None]
        if not any(entry.key == key for entry in content.entries):
            raise UnknownIssueError
        if not found:
            raise EmptyWeekError
        (fresh, *_) = compose_entries(found, row.period)
        sealed_anew = EntryContent(key, fresh.headline, fresh.body, fresh.sources)
        entries = tuple(sealed_anew if entry.key == key else entry for entry in content.entries)
        EntrySource.objects.filter(entry__issue=row, entry__key=key).delete()  # their old hashes must not be taken over
        row.version += 1
        write_version(row, IssueContent(content.title, entries), author=actor.get_username(), at=at)
        ledger.append("digests.Issue", object_key(row), {"version": row.version, "recompiled": key})
    return row


def _composed(found: Sequence[Found], period: Period) -> Composed:
    issue = compose([one.material for one in found], period, rules_in_force(), topics_of(found))
    return Composed(issue, {one.material.name: one.key for one in found})
