"""Notes that everybody who sees a task sees."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dieuhanh.apps.tasks.models.tasks import Task


class NoteKind(models.TextChoices):
    """What a note is about."""

    SUCCESSION = "succession", "cơ quan kế thừa"
    MERGED = "merged", "gộp dự thảo"
    REFUSED = "refused", "từ chối"
    DROPPED = "dropped", "không giao"
    REASSIGNED = "reassigned", "giao lại"
    RULE = "rule", "đổi chu kỳ"
    TARGET = "target", "bỏ chỉ tiêu"


class Note(models.Model):
    """A visible note on a task (ghi chú), such as that its agency was merged into another."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=10, choices=NoteKind)
    text = models.TextField()
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="tasks_note_has_text"),
            models.CheckConstraint(condition=Q(kind__in=NoteKind.values), name="tasks_note_kind"),
        ]

    def __str__(self) -> str:
        return self.text
