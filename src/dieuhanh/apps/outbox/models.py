"""A row that is to be sent: written in the transaction of what caused it, taken by one worker at a time."""

from __future__ import annotations

import datetime as dt
from typing import Self, TypeVar

from django.db import models

LONGEST_FAULT = 300


class State(models.TextChoices):
    """What became of a row; the words are those of the desk."""

    WAITING = "waiting", "chờ gửi"
    SENT = "sent", "đã gửi"
    DEAD = "dead", "không gửi được"
    NEEDLESS = "needless", "không cần gửi nữa"


Row = TypeVar("Row", bound="Outgoing")


class OutgoingQuerySet(models.QuerySet[Row]):
    """Rows by what became of them."""

    def due(self, at: dt.datetime) -> Self:
        return self.filter(state=State.WAITING, next_at__lte=at)

    def dead(self) -> Self:
        """Those that were given up; they stay, to be seen and sent again by a person."""
        return self.filter(state=State.DEAD)


class Outgoing(models.Model):
    """The part that all outgoing rows share."""

    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()  # not before then; while a worker sends, the moment from which others may take it for dead
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=LONGEST_FAULT, blank=True)  # why the last try failed

    class Meta:
        abstract = True
