"""What answers follow from, each by a name that changes with it. In SQL of our own, for the ORM takes ten times as long to word the same.

A state that was asked holds for a tenth of a second, so that a thousand visitors a second cost ten queries; it no longer holds once this
process has changed anything, so nobody misses what they did themselves.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from functools import lru_cache

import msgspec
from django.conf import settings
from django.db import connection
from django.utils.dateparse import parse_datetime

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.digests.addresses import period_at
from dieuhanh.apps.digests.models import Issue

_LAST = f"FROM {Entry._meta.db_table} ORDER BY sequence DESC LIMIT 1"  # names of our own tables
_REGISTER = f"SELECT hash, at, 0 {_LAST}"
_ISSUE = (
    "SELECT hash, at, (SELECT answers FROM "  # noqa: S608  likewise
    f"{Issue._meta.db_table} WHERE period_start = %s AND period_end = %s) {_LAST}"
)


class State(msgspec.Struct, frozen=True):
    """Its name, and since when it stands."""

    name: str
    at: dt.datetime | str | None = None  # as the database gives it: SQLite keeps moments as text, in UTC

    @property
    def since(self) -> dt.datetime | None:
        moment = parse_datetime(self.at) if isinstance(self.at, str) else self.at
        return moment.replace(tzinfo=dt.UTC) if moment and moment.tzinfo is None else moment


def register_state(**_: object) -> State:
    """Of everything that actions write: the last entry of the audit chain."""
    return _asked(_REGISTER, [])


def issue_state(period: str, **_: object) -> State:
    """The register's, and how often visitors have answered about the issue of that address."""
    days = period_at(period)
    return _asked(_ISSUE, [days.start.isoformat(), days.end.isoformat()]) if days else register_state()


def forget_states() -> None:
    """Something may have changed: what was asked before holds no longer."""
    _answered.cache_clear()


def _asked(question: str, parameters: Sequence[str]) -> State:
    return _answered(question, tuple(parameters), int(time.monotonic() / settings.STATES_HOLD))


@lru_cache(maxsize=1000)
def _answered(question: str, parameters: tuple[str, ...], moment: int) -> State:  # noqa: ARG001  each moment is asked once
    with connection.cursor() as cursor:
        cursor.execute(question, parameters)
        row = cursor.fetchone()
    return State(f"{row[0]} {row[2]}", row[1]) if row else State("")
