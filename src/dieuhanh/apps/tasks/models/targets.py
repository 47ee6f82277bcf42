"""Figures that a task has to reach, and what was measured."""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import Q

from dieuhanh.apps.tasks.models.tasks import Task
from dieuhanh.extract.facts import Comparator


class TaskTarget(models.Model):
    """A figure to be reached (chỉ tiêu), in the words of the contract; `upper` only for a range."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="targets")
    order = models.PositiveIntegerField()
    subject = models.TextField()
    comparator = models.CharField(max_length=2)
    value = models.FloatField()
    upper = models.FloatField(null=True)
    unit = models.TextField()
    by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["task", "order"], name="tasks_tasktarget_order"),
            models.CheckConstraint(condition=Q(comparator__in=get_args(Comparator)), name="tasks_tasktarget_comparator"),
            models.CheckConstraint(condition=~Q(subject=""), name="tasks_tasktarget_has_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.comparator} {self.value:g} {self.unit}"


class Measure(models.Model):
    """What was measured of a target on a day; a later word on the same day replaces it, and the chain keeps both."""

    target = models.ForeignKey(TaskTarget, on_delete=models.CASCADE, related_name="measures")
    on = models.DateField()
    value = models.FloatField()
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["target", "on"], name="tasks_measure_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on}: {self.value:g}"
