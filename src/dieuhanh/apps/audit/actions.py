"""The frame of every write: permitted, atomic, in the chain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.chain import canonical_json, chained_hash
from dieuhanh.apps.audit.models import Entry, Head
from dieuhanh.errors import NotPermittedError


class Ledger:
    """The entries of one action, chained to the head that its transaction holds."""

    def __init__(self, head: Head, actor: str, verb: str, at: dt.datetime) -> None:
        self._head = head
        self._actor = actor
        self._verb = verb
        self._at = at
        self._entries: list[Entry] = []

    def append(self, object_type: str, object_key: str, payload: Any) -> None:
        """Note what was done to one object; `payload` is plain JSON. An action that changed nothing appends nothing."""
        entry = Entry(
            sequence=self._head.sequence + 1,
            at=self._at,
            actor=self._actor,
            verb=self._verb,
            object_type=object_type,
            object_key=object_key,
            payload_json=canonical_json(payload),
            previous_hash=self._head.hash,
        )
        entry.hash = hash_of(entry)
        self._head.sequence, self._head.hash = entry.sequence, entry.hash
        self._entries.append(entry)

    def last_hashes(self, object_type: str, object_keys: Collection[str]) -> dict[str, str]:
        """The hash of the last entry on each of these objects, this action's own among them; one query."""
        entries = Entry.objects.filter(object_type=object_type, object_key__in=object_keys).order_by("sequence")
        own = {entry.object_key: entry.hash for entry in self._entries if entry.object_type == object_type}
        return dict(entries.values_list("object_key", "hash")) | own

    @property
    def at(self) -> dt.datetime:
        """When the action was taken."""
        return self._at

    @property
    def sequence(self) -> int:
        """The number of the last entry."""
        return self._head.sequence

    def close(self) -> None:
        """Write the entries and the new head."""
        if self._entries:
            Entry.objects.bulk_create(self._entries)
            self._head.save()


def require(actor: Actor, permission: str) -> None:
    """Raises NotPermittedError; for an action whose slow work comes before its frame."""
    if not actor.has_perm(permission):
        raise NotPermittedError(actor.get_username(), permission)


@contextmanager
def action(actor: Actor, permission: str, at: dt.datetime) -> Iterator[Ledger]:
    """One write verb: everything in the block happens, with its entries, or nothing does.

    `permission` is "app.verb". The head of the chain is locked first, so that writers follow one another from the first line on.
    Raises NotPermittedError.
    """
    require(actor, permission)
    with transaction.atomic():
        ledger = Ledger(Head.objects.select_for_update().get(), actor.get_username(), permission, at)
        yield ledger
        ledger.close()


def hash_of(entry: Entry) -> str:
    """The hash that an entry must carry."""
    return chained_hash(
        sequence=entry.sequence,
        at=entry.at,
        actor=entry.actor,
        verb=entry.verb,
        object_type=entry.object_type,
        object_key=entry.object_key,
        payload_json=entry.payload_json,
        previous_hash=entry.previous_hash,
    )
