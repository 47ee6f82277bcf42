"""What answers follow from, each by a name that changes with it; asked with every request, so in SQL of our own: the ORM takes ten times
as long to word the same."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db import connection
from django.utils.dateparse import parse_datetime

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.digests.addresses import period_at
from dieuhanh.apps.digests.models import Issue

_LAST = f"SELECT hash, at FROM {Entry._meta.db_table} ORDER BY sequence DESC LIMIT 1"  # noqa: S608  names of our own tables
_ISSUE = f"SELECT answers FROM {Issue._meta.db_table} WHERE period_start = %s AND period_end = %s"  # noqa: S608


class State(msgspec.Struct, frozen=True):
    """Its name, and since when it stands."""

    name: str
    since: dt.datetime | None = None


def register_state(**_: object) -> State:
    """Of everything that actions write: the last entry of the audit chain."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST)
        last = cursor.fetchone()
    return State(last[0], _moment(last[1])) if last else State("")


def issue_state(period: str, **_: object) -> State:
    """The register's, and how often visitors have answered about the issue of that address."""
    days, now = period_at(period), register_state()
    if days is None:
        return now
    with connection.cursor() as cursor:
        cursor.execute(_ISSUE, [days.start.isoformat(), days.end.isoformat()])
        row = cursor.fetchone()
    return State(f"{now.name} {row[0] if row else ''}", now.since)


def _moment(value: dt.datetime | str) -> dt.datetime | None:
    """SQLite keeps moments as text, in UTC."""
    moment = parse_datetime(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=dt.UTC) if moment and moment.tzinfo is None else moment
