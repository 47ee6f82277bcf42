"""What one person is told at once of one step of a task, and how far the chain has been told."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dieuhanh.apps.notices.models.notices import KEY_LENGTH
from dieuhanh.apps.outbox.models import Outgoing, OutgoingQuerySet
from dieuhanh.apps.tasks.models import Task


class StepNewsQuerySet(OutgoingQuerySet["StepNews"]):
    """News by what became of them."""


class StepNews(Outgoing):
    """One person is told once of one step; `sequence` is the number of its entry in the audit chain, the key that and the person."""

    key = models.CharField(max_length=KEY_LENGTH, unique=True)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="news")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="news")
    sequence = models.BigIntegerField()
    verb = models.CharField(max_length=100)
    reason = models.TextField(blank=True)  # what was said with the step
    why = models.TextField()  # why this person, in plain words

    objects = StepNewsQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "next_at"], name="notices_stepnews_due")]

    def __str__(self) -> str:
        return self.key


class ToldUntil(models.Model):
    """The last entry of the audit chain whose step has been told, one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="notices_tolduntil_single_row")]

    def __str__(self) -> str:
        return str(self.sequence)
