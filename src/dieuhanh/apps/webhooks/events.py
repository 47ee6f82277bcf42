"""What other systems can be told of."""

from __future__ import annotations

from enum import StrEnum


class EventName(StrEnum):
    """The names that a subscription lists and that the header `Dieuhanh-Event` carries."""

    TASK_ASSIGNED = "task.assigned"
    TASK_REPORTED = "task.reported"
    TASK_CONFIRMED = "task.confirmed"
    TASK_EXTENDED = "task.extended"
    TASK_OVERDUE = "task.overdue"
    DOCUMENT_REGISTERED = "document.registered"
    ISSUE_PUBLISHED = "issue.published"
