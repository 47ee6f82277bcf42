"""Topics and weights: what people state and may change, and a document's topics that a person chose."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dieuhanh.domain.composing.weight import MEASURES
from dieuhanh.domain.identity import KEY_LENGTH


class Topic(models.Model):
    """A field of the State's work (lĩnh vực) with the words that suggest it."""

    code = models.SlugField(max_length=50, unique=True)  # in addresses
    name = models.CharField(max_length=100)
    cues = models.JSONField(default=list)
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["order", "code"]
        permissions = [("choose_topics", "Chọn lĩnh vực cho văn bản"), ("edit_scheme", "Sửa danh mục lĩnh vực và quy tắc sắp xếp")]

    def __str__(self) -> str:
        return self.name


class TopicChoice(models.Model):
    """The topics that a person chose for a document, none of them too; it names the document by what identifies it, never by a row."""

    number_key = models.CharField(max_length=KEY_LENGTH)
    issuer_key = models.CharField(max_length=KEY_LENGTH, blank=True)
    date = models.DateField(null=True)
    topics = models.JSONField()  # codes
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number_key", "issuer_key", "date"], name="digests_topicchoice_once"),
            models.UniqueConstraint(
                fields=["number_key", "issuer_key"], condition=Q(date=None), name="digests_topicchoice_once_without_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number_key}: {', '.join(self.topics)}"


class WeightRule(models.Model):
    """A rule of `domain.composing`: what makes an entry stand further up."""

    code = models.SlugField(max_length=50, unique=True)
    measure = models.CharField(max_length=20)
    value = models.CharField(max_length=100, blank=True)
    points = models.IntegerField()
    label = models.CharField(max_length=200)

    class Meta:
        ordering = ["code"]
        constraints = [models.CheckConstraint(condition=Q(measure__in=list(MEASURES)), name="digests_weightrule_measure")]

    def __str__(self) -> str:
        return self.label
