"""When each standing job was last put into the queue."""

from __future__ import annotations

from django.db import models


class Occasion(models.Model):
    """The last time at which a standing job was due and was queued; whoever moves it forward queues the job."""

    job = models.CharField(max_length=50, primary_key=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.job} {self.due_at}"
