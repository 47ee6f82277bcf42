"""The scheme of topics, the weights, and the topics of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.models import Topic, TopicChoice, WeightRule
from dieuhanh.apps.digests.permissions import CHOOSE_TOPICS, EDIT_SCHEME
from dieuhanh.apps.digests.scheme import given_rules, given_topics
from dieuhanh.apps.documents.models import Document, note_changes
from dieuhanh.domain import topics
from dieuhanh.domain.composing import Rule
from dieuhanh.domain.composing.weight import MEASURES
from dieuhanh.errors import NotIssueError
from dieuhanh.text import slug

NUMBERED = {"agencies", "deadline", "targets"}  # measures whose value is a number
MOST_POINTS = 1000
MOST_CUES = 200


def load_scheme(*, actor: Actor, at: dt.datetime) -> None:
    """What comes with the product, where there is no such row yet; may be repeated. Raises NotPermittedError."""
    with action(actor, EDIT_SCHEME, at) as ledger:
        known, weighed = set(Topic.objects.values_list("code", flat=True)), set(WeightRule.objects.values_list("code", flat=True))
        given = enumerate(given_topics())
        new = [Topic(code=t.code, name=t.name, cues=list(t.cues), order=order) for order, t in given if t.code not in known]
        rules = [WeightRule(**msgspec.structs.asdict(rule)) for rule in given_rules() if rule.code not in weighed]
        Topic.objects.bulk_create(new)
        WeightRule.objects.bulk_create(rules)
        if new or rules:
            ledger.append("digests.Topic", "", {"topics": [t.code for t in new], "rules": [rule.code for rule in rules]})


def set_topic(topic: topics.Topic, order: int, *, actor: Actor, at: dt.datetime) -> Topic:
    """A topic new or changed, by its code. Raises NotPermittedError, NotIssueError."""
    cues = list(dict.fromkeys(" ".join(cue.split()) for cue in topic.cues if cue.strip()))
    with action(actor, EDIT_SCHEME, at) as ledger:
        if not topic.code or slug(topic.code) != topic.code or len(topic.code) > 50:
            raise NotIssueError("code")
        if not topic.name.strip() or len(topic.name) > 100 or len(cues) > MOST_CUES or order < 0 or "\0" in "".join([topic.name, *cues]):
            raise NotIssueError("name")
        said = {"name": topic.name.strip(), "cues": cues, "order": order}
        row, _ = Topic.objects.update_or_create(code=topic.code, defaults=said)
        ledger.append("digests.Topic", topic.code, said)
        note_changes(set(Document.objects.reported().values_list("pk", flat=True)), ledger.sequence)  # the search index knows topics
    return row


def set_weight(rule: Rule, *, actor: Actor, at: dt.datetime) -> WeightRule:
    """A rule new or changed, by its code; nought points put it out of force. Raises NotPermittedError, NotIssueError."""
    with action(actor, EDIT_SCHEME, at) as ledger:
        if not rule.code or slug(rule.code) != rule.code or rule.measure not in MEASURES or abs(rule.points) > MOST_POINTS:
            raise NotIssueError("code")
        if (rule.measure in NUMBERED and not rule.value.isdecimal()) or len(rule.value) > 100 or not 0 < len(rule.label) <= 200:
            raise NotIssueError("value")
        said = msgspec.structs.asdict(rule)
        row, _ = WeightRule.objects.update_or_create(code=rule.code, defaults=said)
        ledger.append("digests.WeightRule", rule.code, said)
    return row


def choose_topics(document: int, codes: Sequence[str] | None, *, actor: Actor, at: dt.datetime) -> None:
    """A person's word on what a document is about; it wins over every suggestion, also when it is nothing. None takes the word back.

    Raises NotPermittedError, NotIssueError.
    """
    with action(actor, CHOOSE_TOPICS, at) as ledger:
        row = Document.objects.filter(pk=document).first()
        known = set(Topic.objects.values_list("code", flat=True)) or {topic.code for topic in given_topics()}
        if row is None or not set(codes or ()) <= known:
            raise NotIssueError("topics")
        TopicChoice.objects.filter(number_key=row.number_key, issuer_key=row.issuer_key, date=row.date).delete()
        chosen = None if codes is None else sorted(set(codes))
        if chosen is not None:
            TopicChoice.objects.create(
                number_key=row.number_key,
                issuer_key=row.issuer_key,
                date=row.date,
                topics=chosen,
                actor=actor.get_username(),
                at=at,
            )
        ledger.append("documents.Document", str(row), {"topics": chosen})
        note_changes({row.pk}, ledger.sequence)
