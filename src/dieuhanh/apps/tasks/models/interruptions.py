"""Why a task rests, or was given up."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dieuhanh.apps.tasks.models.tasks import STATES, Task


class Suspension(models.Model):
    """A task rests (tạm dừng) from one moment to another, and then goes on where it was."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="suspensions")
    reason = models.TextField()
    before = models.CharField(max_length=10, choices=STATES)  # the state to which it resumes
    suspended_by = models.CharField(max_length=200)
    suspended_at = models.DateTimeField()
    resumed_by = models.CharField(max_length=200, blank=True)
    resumed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="tasks_suspension_has_reason"),
            models.UniqueConstraint(fields=["task"], condition=Q(resumed_at=None), name="tasks_suspension_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return self.reason


class Cancellation(models.Model):
    """A task is given up (hủy) for good."""

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="cancellation")
    reason = models.TextField()
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="tasks_cancellation_has_reason")]

    def __str__(self) -> str:
        return self.reason
