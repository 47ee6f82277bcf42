"""Which documents changed when, for whatever is derived from them outside the database."""

from __future__ import annotations

from django.db import models


class Change(models.Model):
    """The last change of a document, or of what pages say of it: the audit chain's sequence at the end of the action that brought it.

    Actions hold the head of the chain until they are committed, so these numbers become visible in their order, whatever the
    database and however many write. A document that is gone keeps its row: that it went is a change too.
    """

    document_id = models.BigIntegerField(primary_key=True)
    sequence = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["sequence", "document_id"], name="documents_change_order")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.document_id}"


def note_changes(documents: set[int], sequence: int) -> None:
    """To be called inside the action, once its entries have their numbers."""
    rows = [Change(document_id=document, sequence=sequence) for document in sorted(documents)]
    Change.objects.bulk_create(rows, update_conflicts=True, unique_fields=["document_id"], update_fields=["sequence"])
