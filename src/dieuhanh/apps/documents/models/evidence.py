"""What every fact carries: its place in reading order, and its span in the page's text."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class Spanned(models.Model):
    """A fact with its words: [start, end) in code points of `Page.text`."""

    order = models.PositiveIntegerField()  # in reading order within its parent, from 0
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(condition=Q(start__lte=F("end")), name="documents_%(class)s_span")]
