"""Days that people set over the nation's list of holidays."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class CalendarDay(models.Model):
    """A day off (nghỉ lễ, nghỉ bù) or a day of work (làm bù) as a person set it; it wins over the list that comes with the product."""

    day = models.DateField(primary_key=True)
    working = models.BooleanField()
    name = models.CharField(max_length=200)  # "Nghỉ bù Quốc khánh", or the decision that says so
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="tasks_calendarday_has_name")]
        permissions = [("set_calendar_day", "Sửa lịch nghỉ, lịch làm bù")]

    def __str__(self) -> str:
        return f"{self.day}: {self.name}"
