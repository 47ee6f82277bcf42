"""What other systems are told of a task, in the words of the contract."""

from __future__ import annotations

from typing import Any

from dieuhanh.apps.tasks.models import PartRole, Task


def words_of(task: Task) -> dict[str, Any]:
    """Plain JSON; agencies by their names, days in ISO 8601. No query where lead and parts have been read."""
    parts = list(task.parts.all())
    return {
        "task": task.pk,
        "action": task.title,
        "lead": [task.lead.name] if task.lead else [part.name for part in parts if part.role == PartRole.LEAD],
        "cooperating": [part.name for part in parts if part.role == PartRole.COOPERATING],
        "due": task.due_on.isoformat() if task.due_on else None,
        "document": task.document_name or None,
        "state": str(task.state),
        "progress": task.progress,
    }
