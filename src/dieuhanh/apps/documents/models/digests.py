"""What one page says: the digest, its items, who directs in them, when their instruments take effect, what to look at."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models.evidence import Spanned
from dieuhanh.apps.documents.models.pages import Page


class Digest(models.Model):
    """All that the current version of a page says (điểm tin); `lead` holds the headlines above the first item."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="digest")
    title = models.TextField(null=True)  # noqa: DJ001  the contract's null: not found
    publisher_name = models.TextField(null=True)  # noqa: DJ001
    publisher = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="digests")
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)
    lead = models.JSONField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period_start=None, period_end=None) | Q(period_start__lte=F("period_end")), name="documents_digest_period"
            )
        ]
        indexes = [models.Index(fields=["-period_end"], name="documents_digest_newest")]

    def __str__(self) -> str:
        return self.title or str(self.page)


class Item(Spanned):
    """One reported piece of direction (tin): a headline and what stands below it."""

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="items")
    heading = models.TextField()
    lead_index = models.PositiveIntegerField(null=True)

    class Meta(Spanned.Meta):
        constraints = [
            *Spanned.Meta.constraints,
            models.UniqueConstraint(fields=["digest", "order"], name="documents_item_order"),
        ]

    def __str__(self) -> str:
        return self.heading


class Official(Spanned):
    """Who directs, signs or chairs in an item; without a name where only the post is said."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="officials")
    name = models.TextField(null=True)  # noqa: DJ001  the contract's null: not said
    position = models.TextField()

    def __str__(self) -> str:
        return f"{self.name or ''}, {self.position}"


class Effective(models.Model):
    """The day on which the item's first instrument takes effect (ngày có hiệu lực)."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="effective")
    date = models.DateField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(start__lte=F("end")), name="documents_effective_span")]

    def __str__(self) -> str:
        return self.date.isoformat()


class Warning(models.Model):  # noqa: A001  the contract's word
    """What a person should look at; the span is missing where it is about the page as a whole."""

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="warnings")
    order = models.PositiveIntegerField()
    code = models.CharField(max_length=50, db_index=True)
    message = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(start=None, end=None) | Q(start__lte=F("end")), name="documents_warning_span"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"
