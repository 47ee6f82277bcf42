"""The chain of entries and its head."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models import Q

from dieuhanh.apps.audit.chain import HASH_LENGTH


class Entry(models.Model):
    """One action (mục nhật ký). The database itself refuses to change or delete it."""

    sequence = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=100)
    object_type = models.CharField(max_length=100)
    object_key = models.TextField()
    payload_json = models.TextField()  # canonical JSON in ASCII: the very bytes that were hashed, on every database
    previous_hash = models.CharField(max_length=HASH_LENGTH, unique=True)  # no two entries follow the same one
    hash = models.CharField(max_length=HASH_LENGTH, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(sequence__gte=1), name="audit_entry_sequence_from_one")]
        indexes = [models.Index(fields=["object_type", "object_key"], name="audit_entry_object")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb} {self.object_key}"

    @property
    def payload(self) -> Any:
        return json.loads(self.payload_json)


class Head(models.Model):
    """The end of the chain, one row: who appends locks it first."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField()
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="audit_head_single_row")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"


class Check(models.Model):
    """What the last `dieuhanh check` found (lần kiểm tra), one row: derived, and no entry of the chain, for a broken chain takes none."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()
    entries = models.BigIntegerField()  # that hold, from the first on
    broken_at = models.BigIntegerField(null=True)  # the first that does not
    originals = models.PositiveIntegerField()  # whose bytes are others
    pages = models.PositiveIntegerField()  # that the chain does not attest

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="audit_check_single_row")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}: {'whole' if self.holds else 'broken'}"

    @property
    def holds(self) -> bool:
        return self.broken_at is None and not self.originals and not self.pages
