"""Writing an issue's content: the rows that stand now, and the version that keeps it for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from dieuhanh.apps.digests.contents import EntryContent, IssueContent, SourceKey, content_of, to_json
from dieuhanh.apps.digests.materials import Found, materials_at
from dieuhanh.apps.digests.models import Entry, EntrySource, Issue, Version
from dieuhanh.errors import EditConflictError, IssueStateError, NotIssueError, UnknownIssueError

BATCH = 200  # rows of one statement
Reasons = Mapping[int, list[dict[str, object]]]  # by the place of the entry


def issue_in(issue: int, *states: str) -> Issue:
    """The issue, if it is in one of these states; inside an action, which holds the head. Raises UnknownIssueError, IssueStateError."""
    row = Issue.objects.filter(pk=issue).first()
    if row is None:
        raise UnknownIssueError
    if states and row.state not in states:
        raise IssueStateError(row.state)
    return row


def object_key(issue: Issue) -> str:
    """What the audit chain calls it."""
    return f"{issue.period_start}/{issue.period_end}"


def require_version(issue: Issue, base: int, content: IssueContent) -> None:
    """Two editors at once lose nothing: who comes second gets both texts. Raises EditConflictError."""
    if base != issue.version:
        last = issue.versions.get(number=issue.version)
        raise EditConflictError(to_json(content), to_json(content_of(issue)), issue.version, last.author)


def write_version(
    issue: Issue, content: IssueContent, *, author: str, at: dt.datetime, note: str = "", reasons: Reasons | None = None
) -> Version:
    """Put the content in place of what stands, and keep it as the version that `issue.version` names. Raises NotIssueError."""
    kept = {entry.key: entry for entry in issue.entries.prefetch_related("sources")}
    sealed = {(entry.key, _key(s)): (s.sha256, s.original) for entry in kept.values() for s in entry.sources.all()}
    new = {source for entry in content.entries for source in entry.sources if (entry.key, source) not in sealed}
    found = materials_at(new) if new else {}
    entries = _numbered(issue, content.entries)
    issue.title = content.title
    issue.save()
    issue.entries.exclude(key__in=list(entries)).delete()
    EntrySource.objects.filter(entry__issue=issue).delete()
    rows = [_row(kept.get(key) or Entry(issue=issue, key=key), order, one) for order, (key, one) in enumerate(entries.items())]
    for order, why in (reasons or {}).items():
        rows[order].reasons = why
    Entry.objects.bulk_update([row for row in rows if row.pk], ["order", "headline", "body"], batch_size=BATCH)
    Entry.objects.bulk_create(row for row in rows if not row.pk)
    EntrySource.objects.bulk_create(
        EntrySource(entry=row, order=k, **_fields(source), **_seal(sealed.get((row.key, source)), found.get(source)))
        for row, one in zip(rows, entries.values(), strict=True)
        for k, source in enumerate(one.sources)
    )
    numbered = IssueContent(content.title, tuple(msgspec.structs.replace(one, key=key) for key, one in entries.items()))
    return Version.objects.create(issue=issue, number=issue.version, content_json=to_json(numbered), author=author, at=at, note=note)


def _row(row: Entry, order: int, one: EntryContent) -> Entry:
    row.order, row.headline, row.body = order, one.headline, one.body
    return row


def _numbered(issue: Issue, entries: Sequence[EntryContent]) -> dict[int, EntryContent]:
    """By their keys, in their order; new ones get keys that were never given before."""
    numbered: dict[int, EntryContent] = {}
    for entry in entries:
        key = entry.key
        if key is None:
            key, issue.next_key = issue.next_key, issue.next_key + 1
        numbered[key] = entry
    return numbered


def _seal(sealed: tuple[str, str] | None, found: Found | None) -> dict[str, str]:
    """The hashes under which the source was looked at; of one that is new to the entry those of now."""
    if sealed is None and found is None:
        raise NotIssueError("sources")
    sha256, original = sealed or (found.sha256, found.original)  # type: ignore[union-attr]  # one of the two is there
    return {"sha256": sha256, "original": original}


def _key(source: EntrySource) -> SourceKey:
    return SourceKey(source.address, source.heading, source.document_key)


def _fields(source: SourceKey) -> dict[str, str]:
    return {"address": source.address, "heading": source.heading, "document_key": source.document_key}
