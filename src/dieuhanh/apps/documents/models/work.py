"""What is ordered: assignments, by when, and how much."""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models.digests import Item
from dieuhanh.apps.documents.models.documents import Designation
from dieuhanh.apps.documents.models.evidence import Spanned
from dieuhanh.extract.facts import Bound, Comparator, Recurrence


class Part(models.TextChoices):
    """An agency's part in an assignment."""

    LEAD = "lead", "chủ trì"
    COOPERATING = "cooperating", "phối hợp"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments by who must act."""

    def led_by(self, agency: Agency) -> AssignmentQuerySet:
        return self.filter(agencies__agency=agency, agencies__part=Part.LEAD).distinct()

    def concerning(self, agency: Agency) -> AssignmentQuerySet:
        """Whatever its part."""
        return self.filter(agencies__agency=agency).distinct()


class Assignment(Spanned):
    """An order to agencies in its own words (giao nhiệm vụ); `source` is the document that it quotes, None for the province's own."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="assignments")
    action = models.TextField()
    source = models.ForeignKey(Designation, on_delete=models.PROTECT, null=True, related_name="assignments")
    source_key = models.TextField(null=True)  # noqa: DJ001  the contract's null: the province's own order

    objects = AssignmentQuerySet.as_manager()

    class Meta(Spanned.Meta):
        constraints = [*Spanned.Meta.constraints, models.UniqueConstraint(fields=["item", "order"], name="documents_assignment_order")]

    def __str__(self) -> str:
        return self.action


class AssignedAgency(models.Model):
    """One name in an assignment, and the agency that it means on the page's day; None for collectives and for unknown names."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="agencies")
    part = models.CharField(max_length=11, choices=Part)
    order = models.PositiveIntegerField()
    name = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="assigned")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "part", "order"], name="documents_assignedagency_order"),
            models.CheckConstraint(condition=Q(part__in=["lead", "cooperating"]), name="documents_assignedagency_part"),
        ]

    def __str__(self) -> str:
        return self.name


class Deadline(Spanned):
    """A limit for doing something, in its own words, with the day that they mean (thời hạn)."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="deadlines")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, related_name="deadlines")
    due = models.DateField(null=True)
    bound = models.CharField(max_length=10)
    recurrence = models.CharField(max_length=10, null=True)  # noqa: DJ001  the contract's null: once
    expression = models.TextField()

    class Meta(Spanned.Meta):
        constraints = [
            *Spanned.Meta.constraints,
            models.CheckConstraint(condition=Q(bound__in=get_args(Bound)), name="documents_deadline_bound"),
            models.CheckConstraint(
                condition=Q(recurrence=None) | Q(recurrence__in=get_args(Recurrence)), name="documents_deadline_recurrence"
            ),
        ]
        indexes = [models.Index(fields=["due"], name="documents_deadline_due")]

    def __str__(self) -> str:
        return self.expression


class Target(Spanned):
    """A figure to be reached (chỉ tiêu); `upper` only for a range."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="targets")
    subject = models.TextField()
    comparator = models.CharField(max_length=2)
    value = models.FloatField()
    upper = models.FloatField(null=True)
    unit = models.TextField()
    by = models.CharField(max_length=20, null=True)  # noqa: DJ001  the contract's null: not said

    class Meta(Spanned.Meta):
        constraints = [
            *Spanned.Meta.constraints,
            models.CheckConstraint(condition=Q(comparator__in=get_args(Comparator)), name="documents_target_comparator"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.comparator} {self.value:g} {self.unit}"
