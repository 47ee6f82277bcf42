"""Committees, councils and working groups."""

from __future__ import annotations

from django.db import models

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models.digests import Item
from dieuhanh.apps.documents.models.evidence import Spanned


class Body(Spanned):
    """What an item sets up or renews (Ban Chỉ đạo, Tổ công tác), and the agency that runs it from day to day."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="bodies")
    name = models.TextField()
    standing_name = models.TextField(null=True)  # noqa: DJ001  the contract's null: not said
    standing = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="standing_for")

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """One seat of a body: its role there, the post that holds it and that post's agency."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="members")
    order = models.PositiveIntegerField()
    role = models.TextField()
    post = models.TextField()
    unit_name = models.TextField(null=True)  # noqa: DJ001  the contract's null: not said
    unit = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="seats")

    def __str__(self) -> str:
        return f"{self.role}: {self.post}"
