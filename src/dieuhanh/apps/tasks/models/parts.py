"""The agencies of a task besides a single lead."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models.tasks import ALL_DONE, STATES, Task
from dieuhanh.domain.task_states import State


class PartRole(models.TextChoices):
    """What an agency is to the task."""

    LEAD = "lead", "chủ trì"
    COOPERATING = "cooperating", "phối hợp"


class PartQuerySet(models.QuerySet["Part"]):
    """Parts by their role."""

    def leading(self) -> PartQuerySet:
        """Of a collective: each has the whole duty for itself."""
        return self.filter(role=PartRole.LEAD)

    def cooperating(self) -> PartQuerySet:
        return self.filter(role=PartRole.COOPERATING)


class Part(models.Model):
    """One agency's part in a task, with its own state: it cooperates, or it is one of the collective that leads.

    `agency` is None for a name that no agency held; such a part only says what the order said. `collective` is the collective word
    that the agency was opened from, "các sở, ban, ngành"; empty where the order names the agency itself.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parts", db_index=False)
    order = models.PositiveIntegerField()
    role = models.CharField(max_length=11, choices=PartRole)
    name = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="parts", db_index=False)
    collective = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=STATES, default=State.DRAFT.value)
    progress = models.PositiveSmallIntegerField(default=0)
    reported_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["task", "order"], name="tasks_part_order"),
            models.UniqueConstraint(fields=["task", "agency"], name="tasks_part_once_an_agency"),
            models.CheckConstraint(condition=Q(role__in=PartRole.values), name="tasks_part_role"),
            models.CheckConstraint(condition=Q(state__in=[state.value for state in State]), name="tasks_part_state"),
            models.CheckConstraint(condition=~Q(name=""), name="tasks_part_has_name"),
            models.CheckConstraint(condition=Q(progress__lte=ALL_DONE), name="tasks_part_progress_in_percent"),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False) | (~Q(state="done") & Q(done_on=None)), name="tasks_part_done_on_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "role", "task"], name="tasks_part_agency"),
            # All that a count asks of the parts of a task.
            models.Index(fields=["task", "role", "agency", "state", "done_on", "reported_on"], name="tasks_part_counts"),
        ]

    def __str__(self) -> str:
        return self.name
