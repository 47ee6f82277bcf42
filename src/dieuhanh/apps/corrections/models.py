"""A person's word on one fact. Rows are appended, never changed: triggers of the database refuse it."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.models import Q

from dieuhanh.domain.rulings import Kind, Place, Ruling, Verdict

HASH_LENGTH = 64
KINDS = [kind.value for kind in Kind]
VERDICTS = [verdict.value for verdict in Verdict]


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions by what they are about and by whether they stand."""

    def standing(self) -> DecisionQuerySet:
        """The last word on each fact."""
        return self.filter(superseded_by=None)

    def on(self, addresses: Collection[str]) -> DecisionQuerySet:
        """About facts of the pages of these addresses, in the order in which they were made."""
        return self.filter(address__in=addresses).order_by("id")


class Decision(models.Model):
    """What a person decided about a fact (ý kiến): it names no row, so it outlives every reading and every version of the page.

    `machine_json` is what the reader had found, None of a fact that a person added; `value_json` is what holds, None of a rejected one.
    """

    subject = models.CharField(max_length=HASH_LENGTH)  # of address, kind, place and first claim: what all words on one fact share
    address = models.TextField()
    sha256 = models.CharField(max_length=HASH_LENGTH)  # the original that the person had before them
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in KINDS])
    heading = models.TextField()
    words = models.TextField()
    nth = models.PositiveIntegerField()
    machine_json = models.TextField(null=True)  # noqa: DJ001  canonical JSON; null: there was none
    sole = models.BooleanField()
    verdict = models.CharField(max_length=9, choices=[(verdict, verdict) for verdict in VERDICTS])
    value_json = models.TextField(null=True)  # noqa: DJ001  canonical JSON; null: the fact does not hold
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="corrections_decision_kind"),
            models.CheckConstraint(condition=Q(verdict__in=VERDICTS), name="corrections_decision_verdict"),
            models.CheckConstraint(condition=~Q(words=""), name="corrections_decision_has_words"),
            models.CheckConstraint(
                condition=Q(verdict="rejected", value_json=None) | (~Q(verdict="rejected") & Q(value_json__isnull=False)),
                name="corrections_decision_value_unless_rejected",
            ),
            models.CheckConstraint(
                condition=Q(machine_json__isnull=False, supersedes=None) & ~Q(verdict="added")
                | Q(machine_json=None, supersedes=None, verdict="added")
                | (Q(supersedes__isnull=False) & ~Q(verdict="added")),
                name="corrections_decision_begins_with_a_claim",
            ),
            # With the one-to-one `supersedes` the words on one fact are one line: of two people at once one is told to look again.
            models.UniqueConstraint(fields=["subject"], condition=Q(supersedes=None), name="corrections_decision_first_once"),
        ]
        indexes = [models.Index(fields=["address"], name="corrections_decision_address")]
        permissions = [
            ("confirm_fact", "Xác nhận dữ kiện"),
            ("correct_fact", "Sửa dữ kiện"),
            ("reject_fact", "Bác dữ kiện"),
            ("add_fact", "Thêm dữ kiện"),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} {self.kind}: {self.words}"

    @property
    def machine(self) -> dict[str, Any] | None:
        return None if self.machine_json is None else json.loads(self.machine_json)

    @property
    def value(self) -> dict[str, Any] | None:
        return None if self.value_json is None else json.loads(self.value_json)

    @property
    def ruling(self) -> Ruling:
        """What the rules of `domain` need of it."""
        place = Place(self.heading, self.words, self.nth)
        return Ruling(Kind(self.kind), place, self.machine, self.sole, Verdict(self.verdict), self.value)


class Acknowledgement(models.Model):
    """A person has looked at a warning that no word on a fact would answer (đã xem lưu ý); it is known again by page, code and words."""

    address = models.TextField()
    code = models.CharField(max_length=50)
    words = models.TextField(blank=True)  # what the warning points at; empty where it is about the page as a whole
    message = models.TextField()
    sha256 = models.CharField(max_length=HASH_LENGTH)  # the original that the person had before them
    note = models.TextField(blank=True)
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["address", "code"], name="corrections_ack_warning")]
        permissions = [("acknowledge_warning", "Ghi nhận đã xem lưu ý")]

    def __str__(self) -> str:
        return f"{self.code}: {self.words or self.message}"
