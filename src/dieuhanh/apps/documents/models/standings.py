"""How the decisions of people fit the current version of a page; derived anew whenever its facts are."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.models.digests import Digest
from dieuhanh.domain.correcting import Fit

FITS = [fit.value for fit in Fit]


class StandingQuerySet(models.QuerySet["Standing"]):
    """Standings by whether a person must look."""

    def unfit(self) -> StandingQuerySet:
        """Kept, but to be looked at again (cần xem lại)."""
        return self.exclude(fit=Fit.APPLIED)


class Standing(models.Model):
    """Where a decision stands on the page, and whether it could be applied; the span is missing where its words are gone."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="standing")
    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="standings")
    fit = models.CharField(max_length=11, choices=[(fit, fit) for fit in FITS])
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(fit__in=FITS), name="documents_standing_fit"),
            models.CheckConstraint(
                condition=Q(start=None, end=None, fit="words-gone") | (Q(start__lte=F("end")) & ~Q(fit="words-gone")),
                name="documents_standing_span",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fit}: {self.decision}"
