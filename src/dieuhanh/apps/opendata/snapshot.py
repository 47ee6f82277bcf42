"""The register as it stands at one moment, while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from django.db import connection

from dieuhanh.apps.audit.models import Head

# Django's atomic() is no good here: on SQLite it takes the writers' lock, on PostgreSQL each query sees a moment of its own.
BEGIN = {"sqlite": "BEGIN DEFERRED", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


class Position(msgspec.Struct, frozen=True):
    """How far the audit chain reached, and the hash of its head: in another database, or a restored one, that is another."""

    sequence: int
    hash: str


@contextmanager
def snapshot() -> Iterator[Position]:
    """All queries in the block see the same register, that of this position. In a transaction they see what it sees."""
    if connection.in_atomic_block:
        yield _position()
        return
    with connection.cursor() as cursor:
        cursor.execute(BEGIN[connection.vendor])
        try:
            yield _position()
        finally:
            cursor.execute("ROLLBACK")


def _position() -> Position:
    head = Head.objects.get()
    return Position(head.sequence, head.hash)
