"""Do the sources still say what they said when they were looked at? Derived each time, stored nowhere."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

import msgspec

from dieuhanh.apps.digests.contents import SourceKey
from dieuhanh.apps.digests.materials import Found, materials_at
from dieuhanh.apps.digests.models import EntrySource, Issue
from dieuhanh.apps.documents.models import Original
from dieuhanh.apps.documents.verification import ORIGINALS, is_intact


class SourceState(StrEnum):
    """What became of a source."""

    HOLDS = "holds"
    CHANGED = "changed"  # its text or its facts are others now: a new version of the page, a correction
    GONE = "gone"  # no current page says it
    DAMAGED = "damaged"  # its bytes are not those that came


class StandingSource(msgspec.Struct, frozen=True):
    """A source of an entry with what became of it; `found` is what it says now."""

    entry_key: int
    source: EntrySource
    state: SourceState
    found: Found | None


def standing_sources(issue: Issue) -> list[StandingSource]:
    """All sources of an issue, each looked up anew; an entry is red when one of its sources does not hold."""
    rows = list(EntrySource.objects.filter(entry__issue=issue).select_related("entry").order_by("entry__order", "order"))
    found = materials_at({key_of(row) for row in rows})
    damaged = _damaged({one.original for one in found.values()})
    return [StandingSource(row.entry.key, row, _state(row, found.get(key_of(row)), damaged), found.get(key_of(row))) for row in rows]


def red_entries(sources: Collection[StandingSource]) -> set[int]:
    """Keys of the entries that rest on a source which does not hold."""
    return {one.entry_key for one in sources if one.state is not SourceState.HOLDS}


def key_of(row: EntrySource) -> SourceKey:
    return SourceKey(row.address, row.heading, row.document_key)


def _state(row: EntrySource, found: Found | None, damaged: set[str]) -> SourceState:
    if found is None:
        return SourceState.GONE
    if found.original in damaged:
        return SourceState.DAMAGED
    return SourceState.HOLDS if found.sha256 == row.sha256 else SourceState.CHANGED


def _damaged(originals: Collection[str]) -> set[str]:
    rows = Original.objects.filter(pk__in=originals).values_list("sha256", "content").iterator(chunk_size=ORIGINALS)
    return {name for name, content in rows if not is_intact(content, name)}
