"""What one person is told of one task."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dieuhanh.apps.outbox.models import Outgoing, OutgoingQuerySet
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.urging import CIRCLES, Circle

KEY_LENGTH = 200


class NoticeKind(models.TextChoices):
    """What a notice is about."""

    SOON = "soon", "sắp đến hạn"
    LATE = "late", "quá hạn"


class NoticeQuerySet(OutgoingQuerySet["Notice"]):
    """Notices by what became of them."""


class Notice(Outgoing):
    """One person is told once of one task (lời nhắc); those of one person that wait together go out as one letter.

    `key` says what it is about, so that planning twice, by two workers or after a crash, keeps one row: task, deadline, distance, person.
    """

    key = models.CharField(max_length=KEY_LENGTH, unique=True)
    kind = models.CharField(max_length=10, choices=NoticeKind)
    circle = models.CharField(max_length=11, choices=[(circle.value, label) for circle, label in CIRCLES.items()])
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="notices")
    due_on = models.DateField()  # as it was when this was planned; under another deadline it is not sent
    on = models.DateField()  # the day on which it was due
    why = models.TextField()  # why this person, in plain words

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notices_notice_kind"),
            models.CheckConstraint(condition=Q(circle__in=[circle.value for circle in Circle]), name="notices_notice_circle"),
        ]
        indexes = [
            models.Index(fields=["state", "next_at"], name="notices_notice_due"),
            models.Index(fields=["recipient", "state"], name="notices_notice_recipient"),
        ]
        permissions = [
            ("plan_reminders", "Lập lời nhắc trong ngày"),
            ("send_again", "Gửi lại lời nhắc"),
        ]

    def __str__(self) -> str:
        return self.key
