"""What a document is about: every topic of the scheme, with the words that suggest it, and what a person chose."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.urls import reverse

from dieuhanh.apps.digests.document_topics import choices_of, suggestions_for
from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.documents.addresses import addressed, document_parts
from dieuhanh.apps.documents.models import Document, Item, Role
from dieuhanh.display import wording
from dieuhanh.domain.topics import chosen_topics
from dieuhanh.extract import facts


class TopicChoiceLine(msgspec.Struct, frozen=True):
    """A topic; `words` suggest it and occur `times` times together; `suggested` says that it holds where nobody chooses."""

    code: str
    name: str
    words: str
    times: int
    suggested: bool
    held: bool


class DocumentTopicsPage(msgspec.Struct, frozen=True):
    """`author` and `at` are of the choice that stands; "" and None where what is suggested holds."""

    name: str
    heading: str
    url: str
    lines: list[TopicChoiceLine]
    author: str
    at: dt.datetime | None


def document_topics_page(document: int) -> DocumentTopicsPage | None:
    """None for a document that there is not; suggested topics first, the most frequent before, the others as the scheme has them."""
    row = addressed(Document.objects.filter(pk=document)).first()
    if row is None:
        return None
    scheme = topics_in_force()
    choice = choices_of([document]).get(document)
    suggestions = suggestions_for([document], scheme).get(document, [])
    suggested, held = chosen_topics(suggestions, None), chosen_topics(suggestions, choice.topics if choice else None)
    found = {one.code: one for one in suggestions}
    order = {one.code: place for place, one in enumerate(suggestions)}
    item = Item.objects.filter(mentions__role=Role.INSTRUMENT, mentions__designation__document=document).order_by("-id").first()
    return DocumentTopicsPage(
        name=wording.document(facts.Document(row.type, row.number, row.date, None, row.title, None, "", (0, 0))),
        heading=wording.one_line(item.heading) if item else "",
        url=reverse("portal:document", args=document_parts(row)),
        lines=[
            TopicChoiceLine(
                code=one.code,
                name=one.name,
                words=", ".join(f"“{cue}”" for cue in found[one.code].words) if one.code in found else "",
                times=found[one.code].count if one.code in found else 0,
                suggested=one.code in suggested,
                held=one.code in held,
            )
            for one in sorted(scheme, key=lambda topic: order.get(topic.code, len(order)))
        ],
        author=choice.actor if choice else "",
        at=choice.at if choice else None,
    )
