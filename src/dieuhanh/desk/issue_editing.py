"""What an editor does to one place of an issue, as the whole content that the actions take.

A place is the key of an entry, or TITLE. Changes of different places never stand in each other's way; changes of the same place do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

import msgspec

from dieuhanh.apps.digests.contents import EntryContent, IssueContent, SourceKey, content_of, from_json
from dieuhanh.apps.digests.models import Issue
from dieuhanh.errors import UnknownIssueError

TITLE = 0  # keys of entries count from 1
TOKEN_LENGTH = 16  # hexadecimal digits that tell the sources of one issue apart in a form


def entry_in(content: IssueContent, key: int) -> EntryContent | None:
    return next((entry for entry in content.entries if entry.key == key), None)


def base_for(issue: Issue, base: int, place: int) -> int:
    """The version on which a change of this place may be put that was made on `base`: the last, where nobody changed the place since."""
    if base == issue.version:
        return base
    then = issue.versions.filter(number=base).first()
    if then is None or _at(from_json(then.content_json), place) != _at(content_of(issue), place):
        return base
    return issue.version


def with_title(content: IssueContent, title: str) -> IssueContent:
    return IssueContent(title, content.entries)


def with_entry(content: IssueContent, changed: EntryContent) -> IssueContent:
    """In the place of the entry with its key; one that is not there any more comes back as a new one, at the end."""
    if changed.key is None or entry_in(content, changed.key) is None:
        return IssueContent(content.title, (*content.entries, msgspec.structs.replace(changed, key=None)))
    return IssueContent(content.title, tuple(changed if entry.key == changed.key else entry for entry in content.entries))


def without_entry(content: IssueContent, key: int) -> IssueContent:
    """Raises UnknownIssueError."""
    _require(content, key)
    return IssueContent(content.title, tuple(entry for entry in content.entries if entry.key != key))


def moved(content: IssueContent, key: int, place: int) -> IssueContent:
    """To a place that counts from 1; one beyond the ends is the end. Raises UnknownIssueError."""
    entry = _require(content, key)
    others = [one for one in content.entries if one.key != key]
    at = min(max(place - 1, 0), len(others))
    return IssueContent(content.title, (*others[:at], entry, *others[at:]))


def with_new_entry(content: IssueContent, entry: EntryContent, place: int) -> IssueContent:
    """At a place that counts from 1; one beyond the ends is the end."""
    at = min(max(place - 1, 0), len(content.entries))
    new = msgspec.structs.replace(entry, key=None)
    return IssueContent(content.title, (*content.entries[:at], new, *content.entries[at:]))


def place_of(content: IssueContent, key: int) -> int:
    """From 1. Raises UnknownIssueError."""
    return content.entries.index(_require(content, key)) + 1


def restored(old: IssueContent, now: IssueContent) -> IssueContent:
    """An old version as the next one; what was dropped since comes back under new keys."""
    keys = {entry.key for entry in now.entries}
    return IssueContent(old.title, tuple(e if e.key in keys else msgspec.structs.replace(e, key=None) for e in old.entries))


def token_of(source: SourceKey) -> str:
    """What a form calls a source."""
    return hashlib.sha256(source.name.encode()).hexdigest()[:TOKEN_LENGTH]


def sources_called(tokens: Collection[str], known: Iterable[SourceKey]) -> tuple[SourceKey, ...]:
    """Those of the known ones that a form names, each once, in the order in which they are known."""
    return tuple(source for source in dict.fromkeys(known) if token_of(source) in tokens)


def _at(content: IssueContent, place: int) -> EntryContent | str | None:
    return content.title if place == TITLE else entry_in(content, place)


def _require(content: IssueContent, key: int) -> EntryContent:
    entry = entry_in(content, key)
    if entry is None:
        raise UnknownIssueError
    return entry
