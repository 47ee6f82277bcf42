"""Documents as items name them, and what one does to another."""

from __future__ import annotations

from typing import Any, get_args

from django.db import models
from django.db.models import Q

from dieuhanh.apps.documents.models.digests import Item
from dieuhanh.apps.documents.models.documents import Designation, Document
from dieuhanh.apps.documents.models.evidence import Spanned
from dieuhanh.extract.facts import RelationType

RELATIONS = get_args(RelationType)


class Role(models.TextChoices):
    """Why an item names a document."""

    INSTRUMENT = "instrument", "được đưa tin"
    CITATION = "citation", "được viện dẫn"


class MentionQuerySet(models.QuerySet["Mention"]):
    """Mentions by role and by what they mean."""

    def instruments(self) -> MentionQuerySet:
        return self.filter(role=Role.INSTRUMENT)

    def citations(self) -> MentionQuerySet:
        return self.filter(role=Role.CITATION)

    def of(self, document: Document) -> MentionQuerySet:
        """Those that mean this document."""
        return self.filter(designation__document=document)

    def unresolved(self) -> MentionQuerySet:
        """Those whose document cannot be told: several could be meant, or nothing identifies one."""
        return self.filter(designation__document=None)


class Mention(Spanned):
    """A document as one item names it (viện dẫn); its document is `designation.document`."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="mentions")
    role = models.CharField(max_length=10, choices=Role)
    designation = models.ForeignKey(Designation, on_delete=models.PROTECT, null=True, related_name="mentions")
    type = models.TextField()
    number = models.TextField(null=True)  # noqa: DJ001  this and the next: the contract's null
    date = models.DateField(null=True)
    issuer_name = models.TextField(null=True)  # noqa: DJ001
    title = models.TextField(null=True)  # noqa: DJ001
    provision = models.TextField(null=True)  # noqa: DJ001
    key = models.TextField()

    objects = MentionQuerySet.as_manager()

    class Meta(Spanned.Meta):
        constraints = [
            *Spanned.Meta.constraints,
            models.UniqueConstraint(fields=["item", "role", "order"], name="documents_mention_order"),
            models.CheckConstraint(condition=Q(role__in=["instrument", "citation"]), name="documents_mention_role"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def document(self) -> Document | None:
        """What it means, None where that cannot be told; select_related("designation__document") for many."""
        return self.designation.document if self.designation else None


def items_reporting(document: int) -> models.QuerySet[Mention, Any]:
    """Ids of the items that report the document of that id, for a condition of a query."""
    return Mention.objects.instruments().filter(designation__document=document).values("item")


class RelationQuerySet(models.QuerySet["Relation"]):
    """Relations by what they tie."""

    def between(self, document: int) -> RelationQuerySet:
        """In either direction."""
        return self.filter(Q(source__document=document) | Q(target__document=document))


class Relation(Spanned):
    """What one document does to another, as an item says it."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="relations")
    type = models.CharField(max_length=20)
    source = models.ForeignKey(Designation, on_delete=models.PROTECT, null=True, related_name="relations_from")
    target = models.ForeignKey(Designation, on_delete=models.PROTECT, null=True, related_name="relations_to")
    source_key = models.TextField()
    target_key = models.TextField()

    objects = RelationQuerySet.as_manager()

    class Meta(Spanned.Meta):
        constraints = [
            *Spanned.Meta.constraints,
            models.CheckConstraint(condition=Q(type__in=RELATIONS), name="documents_relation_type"),
        ]

    def __str__(self) -> str:
        return f"{self.source_key} {self.type} {self.target_key}"
