"""Trying again what could not be sent, now that its recipient has an address or the mail server works."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.models import Notice, StepNews
from dieuhanh.apps.notices.permissions import SEND_AGAIN
from dieuhanh.apps.outbox.sending import revive
from dieuhanh.errors import NotFoundError


def send_again(notice: int, *, actor: Actor, at: dt.datetime) -> None:
    """A reminder that was given up. Raises NotPermittedError, NotFoundError where there is none that was given up."""
    _send_again("notices.Notice", Notice.objects.dead().filter(pk=notice), actor, at)


def send_news_again(news: int, *, actor: Actor, at: dt.datetime) -> None:
    """A letter on a step that was given up. Raises what `send_again` raises."""
    _send_again("notices.StepNews", StepNews.objects.dead().filter(pk=news), actor, at)


def _send_again(object_type: str, rows: models.QuerySet[Any], actor: Actor, at: dt.datetime) -> None:
    with action(actor, SEND_AGAIN, at) as ledger:
        row = rows.first()
        if row is None:
            raise NotFoundError
        revive(row, at)
        ledger.append(object_type, row.key, {"again": True})
