"""Every deadline that a task ever had, and requests for more time."""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models.tasks import Task
from dieuhanh.domain.task_states import OPEN
from dieuhanh.extract.facts import Bound


class Cause(models.TextChoices):
    """Why a task has a deadline, or another than before."""

    SAID = "said", "theo văn bản giao việc"
    TYPED = "typed", "do người giao nhập"
    CORRECTED = "corrected", "sửa lại"
    EXTENDED = "extended", "gia hạn"
    CALENDAR = "calendar", "lịch làm việc thay đổi"


class TaskDeadline(models.Model):
    """A deadline of a task, with its calculation. Rows are appended, never changed: triggers refuse it; the last one holds.

    `words`, `bound` and `issued_on` are the question whose answer it is, so that it can be asked anew under another calendar; a day that
    a person set has no words. `named_on` is the day that the words name and `due_on` the last one that is in time: "trước ngày 20" names
    the 20th and leaves the 19th. `steps` tell the calculation, a plain sentence each; `unresolved` why there is no day.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="deadlines")
    number = models.PositiveIntegerField()  # 1 for the first
    cause = models.CharField(max_length=10, choices=Cause)
    due_on = models.DateField(null=True)
    named_on = models.DateField(null=True)
    from_on = models.DateField(null=True)  # first day of a window
    words = models.TextField(blank=True)
    bound = models.CharField(max_length=10, blank=True)
    issued_on = models.DateField(null=True)
    steps = models.JSONField(default=list)
    unresolved = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="tasks_taskdeadline_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="tasks_taskdeadline_from_one"),
            models.CheckConstraint(condition=Q(cause__in=Cause.values), name="tasks_taskdeadline_cause"),
            models.CheckConstraint(condition=Q(bound__in=["", *get_args(Bound)]), name="tasks_taskdeadline_bound"),
            models.CheckConstraint(condition=Q(due_on=None) | Q(unresolved=""), name="tasks_taskdeadline_resolved_or_not"),
        ]

    def __str__(self) -> str:
        return f"{self.due_on or self.unresolved} ({self.get_cause_display()})"


class Answer(models.TextChoices):
    """What became of a request for more time."""

    WAITING = "waiting", "chờ trả lời"
    GRANTED = "granted", "chấp thuận"
    REFUSED = "refused", "không chấp thuận"


class ExtensionQuerySet(models.QuerySet["ExtensionRequest"]):
    """Requests by their answer."""

    def waiting(self) -> ExtensionQuerySet:
        """Not answered, of tasks that are still open: what became of the others answers itself."""
        return self.filter(answer=Answer.WAITING, task__state__in=sorted(OPEN))


class ExtensionRequest(models.Model):
    """An agency asks for more time (xin gia hạn), before the old day, with its reason and the day that it wants."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="extensions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="extensions")
    old_due_on = models.DateField()
    wanted_on = models.DateField()
    reason = models.TextField()
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    granted_on = models.DateField(null=True)  # the new deadline
    answer_reason = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="tasks_extension_has_reason"),
            models.CheckConstraint(condition=Q(wanted_on__gt=models.F("old_due_on")), name="tasks_extension_asks_for_later"),
            models.CheckConstraint(
                condition=Q(answer="waiting", granted_on=None, answered_at=None)
                | Q(answer="granted", granted_on__isnull=False, answered_at__isnull=False)
                | Q(answer="refused", granted_on=None, answered_at__isnull=False),
                name="tasks_extension_answer",
            ),
            models.UniqueConstraint(fields=["task"], condition=Q(answer="waiting"), name="tasks_extension_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.task}: {self.old_due_on} → {self.wanted_on}"
