"""What an issue says, as editors hand it over and versions keep it."""

from __future__ import annotations

import msgspec

from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.digests.models import Issue
from dieuhanh.errors import NotIssueError

LONGEST_LINE = 1000  # characters of a title or a headline
LONGEST_BODY = 200_000
MOST_ENTRIES = 2000


class SourceKey(msgspec.Struct, frozen=True, order=True):
    """An item of a page, by words that outlive every rebuild."""

    address: str
    heading: str
    document_key: str

    @property
    def name(self) -> str:
        """One text for it."""
        return "\n".join([self.address, self.heading, self.document_key])


class EntryContent(msgspec.Struct, frozen=True):
    """An entry; `key` is None where it is new."""

    key: int | None
    headline: str
    body: str
    sources: tuple[SourceKey, ...] = ()


class IssueContent(msgspec.Struct, frozen=True):
    """A whole issue in the order in which it is read."""

    title: str
    entries: tuple[EntryContent, ...]


def content_of(issue: Issue) -> IssueContent:
    """What stands now; two queries."""
    entries = issue.entries.prefetch_related("sources").order_by("order")
    return IssueContent(
        issue.title,
        tuple(
            EntryContent(e.key, e.headline, e.body, tuple(SourceKey(s.address, s.heading, s.document_key) for s in e.sources.all()))
            for e in entries
        ),
    )


def to_json(content: IssueContent) -> str:
    """The spelling that versions keep."""
    return canonical_json(msgspec.to_builtins(content))


def from_json(text: str) -> IssueContent:
    return msgspec.json.decode(text, type=IssueContent)


def plain_text(content: IssueContent) -> str:
    """Title, headlines and paragraphs, a line each: what differences are shown on."""
    lines = [content.title]
    for entry in content.entries:
        lines += [entry.headline, *entry.body.split("\n")]
    return "\n".join(lines)


def checked(content: IssueContent, keys: set[int]) -> IssueContent:
    """The content with its spaces trimmed. `keys` are those of the issue's entries. Raises NotIssueError."""
    title = _line("title", content.title)
    if len(content.entries) > MOST_ENTRIES:
        raise NotIssueError("entries")
    known = [entry.key for entry in content.entries if entry.key is not None]
    if len(set(known)) < len(known) or not set(known) <= keys:
        raise NotIssueError("key")
    return IssueContent(title, tuple(_entry(entry) for entry in content.entries))


def _entry(entry: EntryContent) -> EntryContent:
    if len(entry.body) > LONGEST_BODY or "\0" in entry.body:
        raise NotIssueError("body")
    if len(set(entry.sources)) < len(entry.sources):
        raise NotIssueError("sources")
    body = "\n".join(line.strip() for line in entry.body.splitlines() if line.strip())
    return EntryContent(entry.key, _line("headline", entry.headline), body, entry.sources)


def _line(field: str, words: str) -> str:
    line = " ".join(words.split())
    if not line or len(line) > LONGEST_LINE or "\0" in line:
        raise NotIssueError(field)
    return line
