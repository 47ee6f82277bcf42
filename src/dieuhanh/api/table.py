"""Every resource, in the order in which the documentation tells of them."""

from __future__ import annotations

from dieuhanh.api.resources import agencies, digests, documents, facts, search, start, task_acts, tasks

RESOURCES = (
    *start.RESOURCES,
    *documents.RESOURCES,
    *digests.RESOURCES,
    *agencies.RESOURCES,
    *facts.RESOURCES,
    *search.RESOURCES,
    *tasks.RESOURCES,
    *task_acts.RESOURCES,
)
