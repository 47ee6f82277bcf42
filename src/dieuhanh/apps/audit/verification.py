"""Does the chain hold?"""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.audit.actions import hash_of
from dieuhanh.apps.audit.chain import GENESIS
from dieuhanh.apps.audit.models import Check, Entry, Head

CHUNK = 2000  # entries in memory at a time


class Verification(msgspec.Struct, frozen=True):
    """How many entries hold, and the number of the first that does not; None where all do."""

    entries: int
    broken_at: int | None


def verify_chain() -> Verification:
    """Walk the chain from its first entry to its head. Entries that are appended meanwhile are left for the next time."""
    head = Head.objects.get()
    expected, previous = 1, GENESIS
    for entry in Entry.objects.filter(sequence__lte=head.sequence).order_by("sequence").iterator(chunk_size=CHUNK):
        if entry.sequence != expected or entry.previous_hash != previous or entry.hash != hash_of(entry):
            return Verification(expected - 1, expected)
        expected, previous = expected + 1, entry.hash
    holds = (head.sequence, head.hash) == (expected - 1, previous)
    return Verification(expected - 1, None if holds else expected)


def note_check(chain: Verification, *, originals: int, pages: int, at: dt.datetime) -> Check:
    """Keep what was found, for those who cannot look themselves; counts of faults. It says nothing that a new check would not say."""
    found = {"at": at, "entries": chain.entries, "broken_at": chain.broken_at, "originals": originals, "pages": pages}
    return Check.objects.update_or_create(id=1, defaults=found)[0]
