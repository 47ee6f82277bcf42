"""What is ordered: assignments, by when, and how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import get_args

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models.digests import Item
from dieuhanh.apps.documents.models.documents import Designation
from dieuhanh.apps.documents.models.evidence import Spanned
from dieuhanh.apps.documents.models.mentions import items_reporting
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

    def ordered_by(self, document: int) -> AssignmentQuerySet:
        """Of the items that report the document of that id, what they do not quote from another one; and what others quote from it."""
        return self.filter(Q(item__in=items_reporting(document), source_key=None) | Q(source__document=document))

    def of_any(self, agencies: Iterable[Agency], part: Part | None = None) -> AssignmentQuerySet:
        """Those in which one of the agencies has a part, or that part."""
        its = AssignedAgency.objects.filter(agency__in=agencies)
        return self.filter(id__in=(its if part is None else its.filter(part=part)).values("assignment"))


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


class AssignedAgencyQuerySet(models.QuerySet["AssignedAgency"]):
    """Names in assignments."""

    def parts(self) -> tuple[int, int]:
        """How many assignments are led, and how many helped with."""
        led, helped = (models.Count("assignment", filter=Q(part=part), distinct=True) for part in (Part.LEAD, Part.COOPERATING))
        counted = self.aggregate(led=led, helped=helped)
        return counted["led"], counted["helped"]


class AssignedAgency(models.Model):
    """One name in an assignment, and the agency that it means on the page's day; None for collectives and for unknown names."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="agencies")
    part = models.CharField(max_length=11, choices=Part)
    order = models.PositiveIntegerField()
    name = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="assigned")

    objects = AssignedAgencyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "part", "order"], name="documents_assignedagency_order"),
            models.CheckConstraint(condition=Q(part__in=["lead", "cooperating"]), name="documents_assignedagency_part"),
        ]

    def __str__(self) -> str:
        return self.name


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Deadlines by their day and by who set them."""

    def set_by(self, document: int) -> DeadlineQuerySet:
        """Of what the document of that id orders, and those that bind no assignment in the items that report it."""
        unbound = Q(assignment=None, item__in=items_reporting(document))
        return self.filter(unbound | Q(assignment__in=Assignment.objects.ordered_by(document)))

    def due_between(self, first: dt.date | None, last: dt.date | None) -> DeadlineQuerySet:
        """Both days included; None is open."""
        rows = self.filter(due__gte=first) if first else self
        return rows.filter(due__lte=last) if last else rows


class Deadline(Spanned):
    """A limit for doing something, in its own words, with the day that they mean (thời hạn)."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="deadlines")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, related_name="deadlines")
    due = models.DateField(null=True)
    bound = models.CharField(max_length=10)
    recurrence = models.CharField(max_length=10, null=True)  # noqa: DJ001  the contract's null: once
    expression = models.TextField()

    objects = DeadlineQuerySet.as_manager()

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


class TargetQuerySet(models.QuerySet["Target"]):
    """Targets by who set them."""

    def set_by(self, document: int) -> TargetQuerySet:
        """Those in the items that report the document of that id."""
        return self.filter(item__in=items_reporting(document))


class Target(Spanned):
    """A figure to be reached (chỉ tiêu); `upper` only for a range."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="targets")
    subject = models.TextField()
    comparator = models.CharField(max_length=2)
    value = models.FloatField()
    upper = models.FloatField(null=True)
    unit = models.TextField()
    by = models.CharField(max_length=20, null=True)  # noqa: DJ001  the contract's null: not said

    objects = TargetQuerySet.as_manager()

    class Meta(Spanned.Meta):
        constraints = [
            *Spanned.Meta.constraints,
            models.CheckConstraint(condition=Q(comparator__in=get_args(Comparator)), name="documents_target_comparator"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.comparator} {self.value:g} {self.unit}"
