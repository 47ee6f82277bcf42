"""A register that several tests share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def kept(blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is written within is there for several tests; each begins and is rolled back within this one transaction."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
