"""An issue with its entries, what each rests on, and every version that was saved."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.db import models
from django.db.models import F, Q

from dieuhanh.extract.facts import Period

SHA256_LENGTH = 64


class State(models.TextChoices):
    """How far an issue has come."""

    DRAFT = "draft", "đang soạn"
    IN_REVIEW = "in_review", "chờ duyệt"
    APPROVED = "approved", "đã duyệt"
    SCHEDULED = "scheduled", "hẹn giờ đăng"
    PUBLISHED = "published", "đã đăng"


class IssueQuerySet(models.QuerySet["Issue"]):
    """Issues by their state and their days."""

    def published(self) -> IssueQuerySet:
        """What the public sees, the newest first."""
        return self.filter(state=State.PUBLISHED).order_by("-period_end", "-period_start")

    def due(self, now: dt.datetime) -> IssueQuerySet:
        """Those whose hour has come."""
        return self.filter(state=State.SCHEDULED, publish_at__lte=now).order_by("publish_at", "id")

    def of(self, period: Period) -> IssueQuerySet:
        return self.filter(period_start=period.start, period_end=period.end)


class Issue(models.Model):
    """The issue of some days (số bản tin); `version` is the number of the last that was saved."""

    period_start = models.DateField()
    period_end = models.DateField()
    title = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    next_key = models.PositiveIntegerField(default=1)  # of entries; a key is never given twice
    publish_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    answers = models.PositiveIntegerField(default=0)  # of visitors, each change of one too: another number, another average

    objects = IssueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period_start", "period_end"], name="digests_issue_once_for_its_days"),
            models.CheckConstraint(condition=Q(period_start__lte=F("period_end")), name="digests_issue_period"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="digests_issue_state"),
            models.CheckConstraint(
                condition=Q(state="scheduled", publish_at__isnull=False) | ~Q(state="scheduled"), name="digests_issue_hour_when_scheduled"
            ),
            models.CheckConstraint(
                condition=Q(state="published", published_at__isnull=False) | ~Q(state="published") & Q(published_at=None),
                name="digests_issue_published_at_when_published",
            ),
        ]
        indexes = [models.Index(fields=["state", "-period_end"], name="digests_issue_newest")]
        permissions = [
            ("compile_issue", "Tổng hợp bản tin từ sổ đăng ký"),
            ("save_issue", "Biên tập bản tin"),
            ("submit_issue", "Trình duyệt bản tin"),
            ("send_back_issue", "Trả bản tin về để sửa"),
            ("waive_finding", "Nhận trách nhiệm về chỗ chưa khớp nguồn"),
            ("approve_issue", "Duyệt bản tin"),
            ("publish_issue", "Đăng bản tin, hẹn giờ đăng"),
            ("correct_issue", "Đính chính bản tin đã đăng"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end)


class Entry(models.Model):
    """One document in an issue (mục tin); `key` stays with it from version to version. The body is a paragraph a line."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="entries")
    key = models.PositiveIntegerField()
    order = models.PositiveIntegerField()
    headline = models.TextField()
    body = models.TextField()
    reasons = models.JSONField(default=list)  # why it stands where it was put by the rules

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "key"], name="digests_entry_key"),
            models.CheckConstraint(condition=~Q(headline=""), name="digests_entry_has_headline"),
        ]

    def __str__(self) -> str:
        return self.headline


class EntrySource(models.Model):
    """What an entry rests on, in words that outlive every rebuild: the item of a page, and what it said when it was looked at."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="sources")
    order = models.PositiveIntegerField()
    address = models.TextField()
    heading = models.TextField()
    document_key = models.TextField()  # of the first document that the item reports, as the page names it
    sha256 = models.CharField(max_length=SHA256_LENGTH)  # of the item's text and facts
    original = models.CharField(max_length=SHA256_LENGTH)  # of the bytes of the page

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["entry", "address", "heading", "document_key"], name="digests_source_once")]
        indexes = [models.Index(fields=["address"], name="digests_source_address")]

    def __str__(self) -> str:
        return f"{self.document_key} ({self.address})"


class Version(models.Model):
    """An issue as somebody saved it. The database refuses to change or delete it."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content_json = models.TextField()  # canonical JSON of an IssueContent
    author = models.CharField(max_length=200)
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["issue", "number"], name="digests_version_number")]

    def __str__(self) -> str:
        return f"{self.issue} ({self.number})"

    @property
    def content(self) -> Any:
        return json.loads(self.content_json)


class Correction(models.Model):
    """What was changed in a published issue, told to the public (đính chính). The database refuses to change or delete it."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="corrections")
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="correction")
    statement = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["version"]
        constraints = [models.CheckConstraint(condition=~Q(statement=""), name="digests_correction_says_something")]

    def __str__(self) -> str:
        return self.statement


class Waiver(models.Model):
    """Words that no source bears out and an editor answers for. The database refuses to change or delete it."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="waivers")
    entry_key = models.PositiveIntegerField(null=True)  # None: the title
    kind = models.CharField(max_length=20)
    words = models.TextField()
    context = models.TextField()  # the line in which the words stand; in another one they are looked at again
    reason = models.TextField()
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="digests_waiver_has_reason")]

    def __str__(self) -> str:
        return f"{self.words}: {self.reason}"
