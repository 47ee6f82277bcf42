"""Trying again what could not be sent."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.models import Notice
from dieuhanh.apps.notices.permissions import SEND_AGAIN
from dieuhanh.apps.outbox.sending import revive
from dieuhanh.errors import NotFoundError


def send_again(notice: int, *, actor: Actor, at: dt.datetime) -> None:
    """A reminder that was given up, now that its recipient has an address or the mail server works.

    Raises NotPermittedError, NotFoundError where there is none that was given up.
    """
    with action(actor, SEND_AGAIN, at) as ledger:
        row = Notice.objects.dead().filter(pk=notice).first()
        if row is None:
            raise NotFoundError
        revive(row, at)
        ledger.append("notices.Notice", row.key, {"again": True})
