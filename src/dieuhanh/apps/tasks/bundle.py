"""The history of one task as a file that proves itself: its entries of the audit chain, with their hashes (hồ sơ nhiệm vụ).

What the file proves without the database: that no entry of it was changed, added, left out between two others or put in another order.
Each entry carries its own hash, that of its neighbour before it in the whole chain, and in its payload that of the entry before it on the
same task. What it cannot prove by itself is that nothing came after its last entry, and that this is the chain of that register: for that
`head` is compared with an end of the chain that somebody kept, or an entry's hash with the register's own.
"""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum

import msgspec
from django.db import transaction

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.chain import chained_hash
from dieuhanh.apps.audit.models import Entry, Head
from dieuhanh.apps.tasks.stepping import TASK, found_one
from dieuhanh.errors import NotBundleError

SCHEMA = "dieuhanh.task-bundle/1"


class BundledEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the chain, with all that its hash is made of."""

    sequence: int
    at: dt.datetime
    actor: str
    verb: str
    object_type: str
    object_key: str
    payload_json: str
    previous_hash: str
    hash: str

    def expected(self) -> str:
        """The hash that the entry must carry."""
        return chained_hash(
            sequence=self.sequence,
            at=self.at,
            actor=self.actor,
            verb=self.verb,
            object_type=self.object_type,
            object_key=self.object_key,
            payload_json=self.payload_json,
            previous_hash=self.previous_hash,
        )


class End(msgspec.Struct, frozen=True):
    """The end of the whole chain on the day of the export."""

    sequence: int
    hash: str


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """The history of one task, oldest entry first."""

    schema: str
    task: int
    title: str
    exported_at: dt.datetime
    head: End
    entries: tuple[BundledEntry, ...]


class FaultKind(StrEnum):
    """What may be wrong with an entry of a bundle."""

    CHANGED = "changed"  # its hash is not that of its words
    FOREIGN = "foreign"  # it is of another task
    GAP = "gap"  # it does not follow the entry before it
    HEAD = "head"  # the chain ended before it


class Fault(msgspec.Struct, frozen=True):
    """The number of an entry that does not hold, and why."""

    sequence: int
    kind: FaultKind


def bundle_of(task: int, *, actor: Actor, at: dt.datetime) -> Bundle:
    """The history of a task that the person may see; four queries at most. Raises NoSuchTaskError."""
    row = found_one(task, actor)
    with transaction.atomic():
        head = Head.objects.get()
        entries = Entry.objects.filter(object_type=TASK, object_key=str(task), sequence__lte=head.sequence).order_by("sequence")
        bundled = tuple(BundledEntry(**{name: getattr(entry, name) for name in BundledEntry.__struct_fields__}) for entry in entries)
    return Bundle(schema=SCHEMA, task=task, title=row.title, exported_at=at, head=End(head.sequence, head.hash), entries=bundled)


def to_json(bundle: Bundle) -> bytes:
    return msgspec.json.format(msgspec.json.encode(bundle), indent=2) + b"\n"


def from_json(content: bytes) -> Bundle:
    """Raises NotBundleError."""
    try:
        bundle = msgspec.json.decode(content, type=Bundle)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotBundleError from error
    if bundle.schema != SCHEMA or not bundle.entries:
        raise NotBundleError
    return bundle


def faults(bundle: Bundle) -> list[Fault]:
    """What does not hold in a bundle, [] where all does; needs no database."""
    found, previous = [], None
    for entry in bundle.entries:
        kind = _fault(bundle, entry, previous)
        if kind is not None:
            found.append(Fault(entry.sequence, kind))
        previous = entry
    return found


def _fault(bundle: Bundle, entry: BundledEntry, previous: BundledEntry | None) -> FaultKind | None:
    if entry.hash != entry.expected():
        return FaultKind.CHANGED
    if (entry.object_type, entry.object_key) != (TASK, str(bundle.task)):
        return FaultKind.FOREIGN
    follows = json.loads(entry.payload_json).get("follows")
    later = previous is None or previous.sequence < entry.sequence
    adjacent = previous is not None and previous.sequence + 1 == entry.sequence
    if follows != (previous.hash if previous else None) or not later or (adjacent and previous and entry.previous_hash != previous.hash):
        return FaultKind.GAP
    ends = entry.sequence == bundle.head.sequence and entry.hash != bundle.head.hash
    return FaultKind.HEAD if ends or entry.sequence > bundle.head.sequence else None
