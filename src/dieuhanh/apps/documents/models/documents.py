"""Documents and the ways in which pages name them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.domain.identity import KEY_LENGTH, issuer_key, number_key
from dieuhanh.text.days import written_day


class Knowledge(models.TextChoices):
    """How the register knows of a document."""

    MENTION = "mention", "được nhắc đến"
    REPORTED = "reported", "được đưa tin"


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents by what is known of them."""

    def reported(self) -> DocumentQuerySet:
        """Those whose issue some page reports."""
        return self.filter(known_by=Knowledge.REPORTED)

    def known_by_mention(self) -> DocumentQuerySet:
        """Those that pages only cite."""
        return self.filter(known_by=Knowledge.MENTION)

    def issued_by(self, agency: Agency) -> DocumentQuerySet:
        return self.filter(issuer=agency)

    def issued_between(self, first: dt.date, last: dt.date) -> DocumentQuerySet:
        """Both days included."""
        return self.filter(date__gte=first, date__lte=last)

    def numbered(self, number: str) -> DocumentQuerySet:
        """Those of that number, however it is spelt: "238/vp-kgvx", "01/CĐ-LĐTBXH" or "1/CĐ-LĐTBXH"."""
        return self.filter(number_key=number_key("", number, None))

    def issued_under(self, names: Iterable[str]) -> DocumentQuerySet:
        """Those whose issuer is written so, however the names are spelt."""
        return self.filter(issuer_key__in=[issuer_key(name) for name in names])

    def called(self, slug: str) -> DocumentQuerySet:
        """Those of that number as addresses write it: "238-vp-kgvx"."""
        return self.filter(slug=slug)


class Document(models.Model):
    """A document (văn bản), identified by number, issuer and day as far as pages say them; derived from mentions, never typed."""

    number_key = models.CharField(max_length=KEY_LENGTH)
    slug = models.CharField(max_length=KEY_LENGTH, db_index=True)  # of number_key, for addresses
    issuer_key = models.CharField(max_length=KEY_LENGTH, blank=True)
    date = models.DateField(null=True)
    type = models.CharField(max_length=100)
    number = models.TextField(null=True)  # noqa: DJ001  as printed; the contract's null: it has none
    ordinal = models.PositiveIntegerField(null=True)  # 238 of "238/VP-KGVX"
    symbol = models.CharField(max_length=KEY_LENGTH, null=True)  # noqa: DJ001  "VP-KGVX"
    issuer_name = models.TextField(null=True)  # noqa: DJ001  the contract's null: not said
    issuer = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="documents")
    title = models.TextField(null=True)  # noqa: DJ001  the contract's null: not said
    known_by = models.CharField(max_length=10, choices=Knowledge)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number_key", "issuer_key", "date"], name="documents_document_identity"),
            models.UniqueConstraint(
                fields=["number_key", "issuer_key"], condition=Q(date=None), name="documents_document_identity_without_day"
            ),
            models.CheckConstraint(condition=Q(known_by__in=["mention", "reported"]), name="documents_document_known_by"),
            models.CheckConstraint(condition=~Q(number_key=""), name="documents_document_has_key"),
        ]
        indexes = [
            models.Index(fields=["issuer_key", "symbol", "date", "ordinal"], name="documents_document_series"),
            models.Index(fields=["date"], name="documents_document_date"),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.type, self.number or self.title, f"ngày {written_day(self.date)}" if self.date else ""]))


class DesignationQuerySet(models.QuerySet["Designation"]):
    """Designations by whether their document is known."""

    def unresolved(self) -> DesignationQuerySet:
        """Those that several documents answer to."""
        return self.filter(document=None)


class Designation(models.Model):
    """One way in which pages name a document (cách viện dẫn): number, issuer and day as far as said, and what it resolves to.

    Mentions share it, so that what a new page settles about thousands of mentions is written in one row. `year` is that of the
    pages where the day is not said, so that a page never means a document of a later year; 0 with a day.
    """

    number_key = models.CharField(max_length=KEY_LENGTH)
    issuer_key = models.CharField(max_length=KEY_LENGTH, blank=True)
    date = models.DateField(null=True)
    year = models.PositiveIntegerField(default=0)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="designations")

    objects = DesignationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number_key", "issuer_key", "date", "year"], name="documents_designation_once"),
            models.UniqueConstraint(
                fields=["number_key", "issuer_key", "year"], condition=Q(date=None), name="documents_designation_once_without_day"
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.number_key, self.issuer_key, str(self.date or self.year or "")]))
