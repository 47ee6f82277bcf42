"""The scheme as the rules of `domain` see it, and what comes with the product."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib import resources

from dieuhanh.apps.digests.materials import Found
from dieuhanh.apps.digests.models import Topic, TopicChoice, WeightRule
from dieuhanh.domain import topics
from dieuhanh.domain.composing import Rule
from dieuhanh.domain.composing.material import Identity, identity_of

_DATA = resources.files("dieuhanh.apps.digests") / "data"


def given_topics() -> list[topics.Topic]:
    """The fields that come with the product, in their order."""
    return [topics.Topic(row["code"], row["name"], tuple(row["cues"].split("|"))) for row in _rows("topics")]


def given_rules() -> list[Rule]:
    """The weights that come with the product."""
    return [Rule(row["code"], row["measure"], row["value"], int(row["points"]), row["label"]) for row in _rows("weights")]


def topics_in_force() -> list[topics.Topic]:
    """The scheme as people left it; that of the product where nobody loaded one."""
    rows = [topics.Topic(row.code, row.name, tuple(row.cues)) for row in Topic.objects.all()]
    return rows or given_topics()


def rules_in_force() -> list[Rule]:
    """The weights as people left them; those of the product where nobody loaded any."""
    rows = [Rule(row.code, row.measure, row.value, row.points, row.label) for row in WeightRule.objects.all()]
    return rows or given_rules()


def topics_of(found: Sequence[Found]) -> dict[str, tuple[str, ...]]:
    """The topics of each material by its name: what a person chose for its first document, else what its words suggest."""
    scheme, chosen = topics_in_force(), _choices(found)
    return {
        one.material.name: topics.chosen_topics(topics.suggest_topics(one.material.words, scheme), chosen.get(_identity(one)))
        for one in found
    }


def _choices(found: Sequence[Found]) -> dict[Identity, list[str]]:
    numbers = {_identity(one)[0] for one in found}
    rows = TopicChoice.objects.filter(number_key__in=numbers)
    return {(row.number_key, row.issuer_key, row.date): row.topics for row in rows}


def _identity(one: Found) -> Identity:
    return identity_of(one.material.item.instruments[0], one.material.name)


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_DATA / f"{table}.csv").read_text(encoding="utf-8").splitlines()))
