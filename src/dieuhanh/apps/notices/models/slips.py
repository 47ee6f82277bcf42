"""What agencies were urged to do on paper."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from dieuhanh.apps.agencies.models import Agency


class UrgingSlip(models.Model):
    """A slip that urges an agency (phiếu đôn đốc), the `number`-th to it in that year, with its overdue tasks as they stood."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="urging_slips")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    on = models.DateField()
    lines = models.JSONField[Any, Any]()  # of slips.SlipLine
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="notices_slip_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="notices_slip_from_one"),
        ]
        permissions = [("urge", "Lập phiếu đôn đốc")]

    def __str__(self) -> str:
        return f"{self.agency}: lần {self.number} năm {self.year}"
