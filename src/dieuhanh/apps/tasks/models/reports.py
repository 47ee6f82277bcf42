"""What agencies report, with what they attach."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models.parts import Part
from dieuhanh.apps.tasks.models.tasks import ALL_DONE, KEY_LENGTH, Task


class Verdict(models.TextChoices):
    """What the office said of a final report."""

    CONFIRMED = "confirmed", "xác nhận hoàn thành"
    SENT_BACK = "sent_back", "trả lại"


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports by whether they await a word."""

    def waiting(self) -> ReportQuerySet:
        """Final, and nothing said of it yet."""
        return self.filter(final=True, verdict="")


class Report(models.Model):
    """A report (báo cáo) of an agency on a task or on its part; a `final` one says that the work is done and awaits a verdict."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="reports")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, null=True, related_name="reports")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="reports")
    final = models.BooleanField()
    text = models.TextField()
    document_number = models.CharField(max_length=200, blank=True)  # of the resulting document, as printed
    progress = models.PositiveSmallIntegerField()
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    verdict_reason = models.TextField(blank=True)
    verdict_actor = models.CharField(max_length=200, blank=True)
    verdict_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="tasks_report_has_text"),
            models.CheckConstraint(condition=Q(progress__lte=ALL_DONE), name="tasks_report_progress_in_percent"),
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.values]), name="tasks_report_verdict"),
            models.CheckConstraint(
                condition=Q(verdict="", verdict_at=None) | (~Q(verdict="") & Q(final=True, verdict_at__isnull=False)),
                name="tasks_report_verdict_on_a_final_one",
            ),
            models.CheckConstraint(condition=~Q(verdict="sent_back") | ~Q(verdict_reason=""), name="tasks_report_sent_back_with_reason"),
        ]

    def __str__(self) -> str:
        return self.text


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Attachments without their bytes, unless these are wanted."""

    def listed(self) -> AttachmentQuerySet:
        return self.defer("content").order_by("id")


class Attachment(models.Model):
    """A file that came with a report; its type is what its bytes say, its name the last part of the sender's, cleaned."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=KEY_LENGTH)
    content = models.BinaryField()

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "sha256"], name="tasks_attachment_once_a_report"),
            models.CheckConstraint(condition=Q(size__gte=1), name="tasks_attachment_is_not_empty"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(name__contains="/") & ~Q(name__contains="\\"), name="tasks_attachment_name_without_path"
            ),
        ]

    def __str__(self) -> str:
        return self.name
