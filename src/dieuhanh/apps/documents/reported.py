"""Which documents items report, and which order something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from dieuhanh.apps.documents.models import Assignment, Document, Mention


def reported_in(items: Iterable[int]) -> defaultdict[int, list[int]]:
    """Ids of the documents that the items report, by item, in reading order. One query."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    mentions = Mention.objects.instruments().filter(item__in=set(items), designation__document__isnull=False)
    for item, document in mentions.order_by("item", "order").values_list("item", "designation__document"):
        if document is not None:
            found[item].append(document)
    return found


def documents_ordering(assignments: QuerySet[Assignment]) -> QuerySet[Document]:
    """The documents that order any of these: those that they quote, else those that their items report."""
    quoted = assignments.filter(source__document__isnull=False).values("source__document")
    own = Mention.objects.instruments().filter(item__in=assignments.filter(source_key=None).values("item"))
    return Document.objects.filter(
        Q(id__in=quoted) | Q(id__in=own.filter(designation__document__isnull=False).values("designation__document"))
    )
