"""What is rated: an issue or an entry of it, with what visitors said so far."""

from __future__ import annotations

import msgspec

from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.digests.editions import ANCHOR
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.voices import NOBODY, Voice, voices
from dieuhanh.display.wording import one_line


class Rated(msgspec.Struct, frozen=True):
    """`entry` is its key, None for the issue as a whole; `address` leads to it."""

    issue: int
    entry: int | None
    title: str
    headline: str
    address: str
    voice: Voice


def rated(issue: Issue, typed: str) -> Rated | None:
    """By the key of the entry as typed, "" for the issue; None where there is no such entry. Two queries."""
    entry = None
    if typed:
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
        entry = issue.entries.filter(key=number).first()
        if entry is None:
            return None
    key = entry.key if entry else None
    return Rated(
        issue=issue.pk,
        entry=key,
        title=one_line(issue.title),
        headline=one_line(entry.headline) if entry else "",
        address=f"{issue_address(issue)}{f'#{ANCHOR.format(key)}' if entry else ''}",
        voice=voices(issue).get(key, NOBODY),
    )
