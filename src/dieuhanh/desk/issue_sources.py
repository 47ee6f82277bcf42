"""What an entry rests on: for each source what became of it, the sentences that the entry has of it, and the ways to its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
from django.urls import reverse

from dieuhanh.apps.digests.contents import SourceKey
from dieuhanh.apps.digests.materials import Found
from dieuhanh.apps.digests.standing import SourceState, StandingSource, key_of
from dieuhanh.apps.digests.wording import SOURCES
from dieuhanh.apps.documents.addresses import addressed, document_parts
from dieuhanh.apps.documents.models import Document, Mention
from dieuhanh.desk.issue_editing import token_of
from dieuhanh.display.wording import one_line
from dieuhanh.domain.composing.core import paragraphs_of
from dieuhanh.domain.composing.material import Material, label
from dieuhanh.extract.sentences import split_sentences

# What a person has to do where a source does not hold.
TODO = {
    SourceState.CHANGED: "Trang nguồn có phiên bản mới, hoặc dữ kiện vừa được sửa. Đối chiếu mục này với lời văn hiện có bên dưới.",
    SourceState.GONE: "Trang nguồn không còn nói đến văn bản này. Bỏ nguồn này khỏi mục, hoặc bỏ mục.",
    SourceState.DAMAGED: "Bản gốc trong kho đã hỏng hoặc bị đổi. Nạp lại trang, rồi đối chiếu lại mục này.",
}

Place = tuple[int, int]  # the id of the source, the order of the item on its page


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a source, and whether the entry says it word for word."""

    words: str
    used: bool


class SourcePart(msgspec.Struct, frozen=True):
    """One source beside its entry; addresses are "" where there is nothing to go to."""

    token: str
    name: str
    heading: str
    document_url: str
    topics_url: str
    words_url: str
    state: str  # "" where it holds
    todo: str
    paragraphs: list[list[Sentence]]

    @property
    def used(self) -> list[str]:
        """The sentences that the entry has of it."""
        return [one.words for paragraph in self.paragraphs for one in paragraph if one.used]


class DocumentWays(msgspec.Struct, frozen=True):
    """The public page of a document, and the page on which its topics are chosen; "" where it is not known which document is meant."""

    page: str = ""
    topics: str = ""


def source_parts(sources: Sequence[StandingSource], bodies: dict[int, str]) -> dict[int, list[SourcePart]]:
    """By the key of the entry; `bodies` are what the entries say. Two queries, however many they are."""
    ways = document_ways({(one.found.source, one.found.order) for one in sources if one.found})
    parts: dict[int, list[SourcePart]] = {}
    for one in sources:
        body = _folded(bodies.get(one.entry_key, ""))
        parts.setdefault(one.entry_key, []).append(_part(key_of(one.source), one.found, one.state, body, ways))
    return parts


def found_part(found: Found, ways: dict[Place, DocumentWays]) -> SourcePart:
    """An item of the register that no entry rests on yet."""
    return _part(found.key, found, SourceState.HOLDS, "", ways)


def document_ways(places: Collection[Place]) -> dict[Place, DocumentWays]:
    """Of the first document that each item reports; those that are not known to be a document of the register are missing."""
    if not places:
        return {}
    sources, orders = {source for source, _ in places}, {order for _, order in places}
    rows = Mention.objects.instruments().filter(
        item__digest__page__source__in=sources, item__digest__page__is_current=True, item__order__in=orders
    )
    named = rows.exclude(designation__document=None).order_by("-order", "-id")  # the first of each item is written last
    fields = ("item__digest__page__source", "item__order", "designation__document")
    first = {(source, order): document for source, order, document in named.values_list(*fields)}
    documents = addressed(Document.objects.filter(id__in=set(first.values())))
    known = {
        row.id: DocumentWays(reverse("portal:document", args=document_parts(row)), reverse("desk:document_topics", args=[row.id]))
        for row in documents
    }
    return {place: known[document] for place, document in first.items() if place in places}


def _part(key: SourceKey, found: Found | None, state: SourceState, body: str, ways: dict[Place, DocumentWays]) -> SourcePart:
    way = ways.get((found.source, found.order), DocumentWays()) if found else DocumentWays()
    words_url = f"{reverse('desk:editor', args=[found.source])}#muc-{found.order + 1}" if found else ""
    return SourcePart(
        token=token_of(key),
        name=one_line("; ".join(label(document) for document in found.material.item.instruments) if found else key.document_key),
        heading=one_line(key.heading),
        document_url=way.page,
        topics_url=way.topics,
        words_url=words_url,
        state=SOURCES.get(state, ""),
        todo=TODO.get(state, ""),
        paragraphs=_paragraphs(found.material, body) if found else [],
    )


def _paragraphs(material: Material, body: str) -> list[list[Sentence]]:
    lines = [split_sentences(material.text, line) for line in paragraphs_of(material)]
    return [[_sentence(material.text[slice(*span)], body) for span in line] for line in lines]


def _sentence(words: str, body: str) -> Sentence:
    folded = _folded(words)
    return Sentence(one_line(words.strip()), bool(folded) and folded in body)


def _folded(words: str) -> str:
    return " ".join(words.split())
