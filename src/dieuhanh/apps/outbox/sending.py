"""Taking rows and settling them, so that each is sent once.

A worker takes rows under a lock, counts the try and moves `next_at` to the end of its lease, all committed before anything leaves the
machine. So two workers never send the same row, and a worker that was killed is followed by another once the lease has run out. What is
left is one moment: killed after the other machine has accepted and before the row says so, the row is sent again. No sender can close
that gap; the receiver can, by the identity that every sending carries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import models

from dieuhanh.apps.outbox.models import LONGEST_FAULT, Outgoing, State

LEASE = dt.timedelta(minutes=5)  # longer than any sending may take: the time limits of mail and webhooks end well before
WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440))  # from one try to the next; then it is dead
MOST_TRIES = len(WAITS) + 1
WORKER_DIED = "bộ xử lý dừng giữa chừng mỗi lần gửi"


def bury_exhausted(rows: models.QuerySet[Any], at: dt.datetime) -> None:
    """Give up rows that were taken as often as may be and never settled: whatever they do to a worker, they do it no more."""
    rows.filter(state=State.WAITING, next_at__lte=at, tries__gte=MOST_TRIES).update(state=State.DEAD, fault=WORKER_DIED)


def lease(rows: Sequence[Outgoing], at: dt.datetime) -> None:
    """Count the try and keep other workers away. The rows are locked by the transaction that this is called in."""
    for row in rows:
        row.tries += 1
        row.next_at = at + LEASE
    _write(rows, ["tries", "next_at"])


def settle_sent(rows: Sequence[Outgoing], at: dt.datetime) -> None:
    """The other machine has accepted them."""
    for row in rows:
        row.state, row.sent_at, row.fault = State.SENT, at, ""
    _write(rows, ["state", "sent_at", "fault"])


def settle_failed(rows: Sequence[Outgoing], at: dt.datetime, fault: str, *, for_good: bool = False) -> None:
    """Try again later; give up after the last try, or at once where trying again cannot help."""
    for row in rows:
        row.fault = fault[:LONGEST_FAULT]
        if for_good or row.tries >= MOST_TRIES:
            row.state = State.DEAD
        else:
            row.next_at = at + WAITS[row.tries - 1]
    _write(rows, ["state", "next_at", "fault"])


def settle_needless(rows: Sequence[Outgoing]) -> None:
    """What they were to say no longer holds."""
    for row in rows:
        row.state = State.NEEDLESS
    _write(rows, ["state"])


def revive(row: Outgoing, at: dt.datetime) -> None:
    """A person wants a dead row to be tried again, from the beginning."""
    row.state, row.tries, row.next_at, row.fault = State.WAITING, 0, at, ""
    _write([row], ["state", "tries", "next_at", "fault"])


def _write(rows: Sequence[Outgoing], fields: list[str]) -> None:
    """One statement for all of them."""
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, fields)
