"""When people are reminded, as people set it, and up to which day that was done."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import models

from dieuhanh.domain.urging import DEFAULT, Schedule


class ReminderSchedule(models.Model):
    """A schedule of reminders (lịch nhắc việc); the last row holds, the others tell what held before."""

    days = models.JSONField[Any, Any]()  # the fields of domain.urging.Schedule
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        permissions = [("set_schedule", "Đặt lịch nhắc việc")]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y} {self.actor}"


class PlannedDay(models.Model):
    """A day whose reminders were planned; the days since the last of them are made up for."""

    day = models.DateField(primary_key=True)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


def standing_schedule() -> Schedule:
    """The one that holds: the product's own until somebody sets another."""
    row = ReminderSchedule.objects.order_by("-pk").first()
    return DEFAULT if row is None else msgspec.convert(row.days, Schedule)
