"""Do tasks stand where the chain says, and are attachments what was sent?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.tasks.models import Attachment, Task
from dieuhanh.apps.tasks.stepping import PARTS, TASK, snapshot

CHUNK = 500  # tasks in memory at a time
ATTACHMENTS = 4  # each may be as large as its limit


def unattested_tasks() -> Iterator[int]:
    """Tasks whose state, lead, days, progress or parts are not those of their last entry; two queries a chunk."""
    last = 0
    while tasks := list(Task.objects.filter(id__gt=last).select_related("lead").prefetch_related(PARTS).order_by("id")[:CHUNK]):
        last = tasks[-1].id
        said = _said([task.id for task in tasks])
        yield from (task.id for task in tasks if said.get(task.id) != snapshot(task))


def damaged_attachments() -> Iterator[int]:
    """Attachments whose bytes have another SHA-256 or another size than noted, by their ids."""
    rows = Attachment.objects.order_by("id").values_list("id", "content", "sha256", "size")
    for number, content, sha256, size in rows.iterator(chunk_size=ATTACHMENTS):
        if not _is(content, sha256, size):
            yield number


def _is(content: object, sha256: str, size: int) -> bool:
    """SQLite lets anybody put a text where bytes belong."""
    return isinstance(content, bytes | memoryview) and len(content) == size and hashlib.sha256(content).hexdigest() == sha256


def _said(tasks: list[int]) -> dict[int, object]:
    """What the last entry of each task says of it."""
    entries = Entry.objects.filter(object_type=TASK, object_key__in=[str(task) for task in tasks]).order_by("sequence")
    return {int(entry.object_key): entry.payload.get("task") for entry in entries.iterator(chunk_size=CHUNK)}
