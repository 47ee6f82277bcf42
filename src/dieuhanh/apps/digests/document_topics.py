"""What documents of the register are about: what a person chose, else what the words of the newest item that reports them suggest."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from dieuhanh.apps.digests.models import TopicChoice
from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.documents.item_words import words_of_items
from dieuhanh.apps.documents.models import Document, Mention
from dieuhanh.domain.topics import Suggestion, Topic, chosen_topics, suggest_topics

LONGEST = 20_000  # code points of an item that are looked at


def topics_of_documents(documents: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Codes by document id; those about nothing known are missing. Five queries, however many they are."""
    scheme = topics_in_force()
    chosen, suggested = {pk: row.topics for pk, row in choices_of(documents).items()}, suggestions_for(documents, scheme)
    known = {topic.code for topic in scheme}
    found: dict[int, tuple[str, ...]] = {}
    for document in documents:
        codes = chosen_topics(suggested.get(document, []), chosen.get(document))
        if codes := tuple(code for code in codes if code in known):
            found[document] = codes
    return found


def suggestions_for(documents: Collection[int], scheme: Sequence[Topic]) -> dict[int, list[Suggestion]]:
    """By document id, with the words that suggest each; documents that no item reports are missing. Two queries."""
    items = _newest_items(documents)
    words = words_of_items(set(items.values()), LONGEST)
    suggested = {item: suggest_topics(text, scheme) for item, text in words.items()}
    return {document: suggested[item] for document, item in items.items() if item in suggested}


def choices_of(documents: Collection[int]) -> dict[int, TopicChoice]:
    """What people chose, by document id. The choices name documents by what identifies them, so those of the same numbers are read
    and matched here."""
    rows = Document.objects.filter(pk__in=documents).values_list("pk", "number_key", "issuer_key", "date")
    identities = {(number, issuer, date): pk for pk, number, issuer, date in rows}
    choices = TopicChoice.objects.filter(number_key__in=Document.objects.filter(pk__in=documents).values("number_key"))
    named = ((identities.get((row.number_key, row.issuer_key, row.date)), row) for row in choices)
    return {pk: row for pk, row in named if pk is not None}


def _newest_items(documents: Collection[int]) -> dict[int, int]:
    place = Window(RowNumber(), partition_by=F("designation__document"), order_by=F("id").desc())
    mentions = Mention.objects.instruments().filter(designation__document__in=documents).annotate(place=place).filter(place=1)
    return dict(mentions.values_list("designation__document", "item"))
