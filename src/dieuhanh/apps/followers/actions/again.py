"""Trying again what could not be sent to a follower."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.followers.models import FollowerLetter
from dieuhanh.apps.notices.permissions import SEND_AGAIN
from dieuhanh.apps.outbox.sending import revive
from dieuhanh.errors import NotFoundError


def send_letter_again(letter: int, *, actor: Actor, at: dt.datetime) -> None:
    """A letter that was given up, now that the mail server works; the chain is told its number, never its address.

    Raises NotPermittedError, NotFoundError where there is none that was given up, or a newer question is on its way.
    """
    with action(actor, SEND_AGAIN, at) as ledger:
        row = FollowerLetter.objects.given_up().filter(pk=letter).first()
        if row is None:
            raise NotFoundError
        revive(row, at)
        ledger.append("followers.FollowerLetter", str(row.pk), {"again": True})
