"""The version of a task that somebody saw, and a step that is taken only while it is still that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import transaction

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.models import Entry, Head
from dieuhanh.apps.tasks.stepping import TASK, found_one
from dieuhanh.errors import TaskChangedError

VERSION_LENGTH = 32  # hexadecimal digits of the hash of the last entry on the task


def versions_of(tasks: Collection[int]) -> dict[int, str]:
    """By task: every step leaves an entry in the chain, so the hash of the last one tells whether anything has happened; one query."""
    entries = Entry.objects.filter(object_type=TASK, object_key__in=[str(task) for task in tasks]).order_by("sequence")
    return {int(key): hash_[:VERSION_LENGTH] for key, hash_ in entries.values_list("object_key", "hash")}


@contextmanager
def unchanged(task: int, version: str | None, actor: Actor) -> Iterator[None]:
    """The block's actions happen on that version of the task, or not at all; None is whatever version there is.

    The head of the chain is held from the look to the end of the step, so nobody can step in between.
    Raises NoSuchTaskError, TaskChangedError.
    """
    with transaction.atomic():
        Head.objects.select_for_update().get()
        found_one(task, actor)
        if version is not None and versions_of([task]).get(task) != version:
            raise TaskChangedError(task)
        yield
