"""What a newer reading of a page changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.remembering import Corrected
from dieuhanh.domain.correcting import Fit
from dieuhanh.domain.rulings import Kind, facts_of, value_of
from dieuhanh.extract.facts import Digest, Document

Said = tuple[str, str, bytes]  # kind, words and value of a fact


class PageChange(msgspec.Struct, frozen=True):
    """Facts gained and lost by kind, the documents whose mentions changed, and the decisions that no longer fit."""

    address: str
    gained: dict[str, int]
    lost: dict[str, int]
    documents: tuple[str, ...]
    unfit: tuple[Decision, ...]

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.unfit)


def change_of(before: Digest, after: Corrected) -> PageChange:
    """Facts are the same where kind, words and value are; where they stand on the page does not count."""
    old, new = Counter(_said(before)), Counter(_said(after.digest))
    mentions = (_mentions(before) - _mentions(after.digest)) + (_mentions(after.digest) - _mentions(before))
    return PageChange(
        address=after.page.source.address,
        gained=dict(Counter(kind for kind, _, _ in (new - old).elements())),
        lost=dict(Counter(kind for kind, _, _ in (old - new).elements())),
        documents=tuple(dict.fromkeys(name for name, _ in mentions)),
        unfit=tuple(d for d, ruled in zip(after.decisions, after.ruled, strict=True) if ruled.fit is not Fit.APPLIED),
    )


def _said(digest: Digest) -> Iterator[Said]:
    yield from (("warning", warning.message, b"") for warning in digest.warnings)
    for item in digest.items:
        yield "item", item.heading, b""
        if item.effective:
            yield "effective", digest.text[slice(*item.effective.span)], item.effective.date.isoformat().encode()
        for kind in Kind:
            for fact in facts_of(item, kind):
                yield kind.value, digest.text[slice(*fact.span)], msgspec.json.encode(value_of(fact))


def _mentions(digest: Digest) -> Counter[tuple[str, bytes]]:
    """Documents by how they are named, with all that is said of them."""
    documents = (document for item in digest.items for document in item.instruments + item.citations)
    return Counter((_name(document), msgspec.json.encode(value_of(document))) for document in documents)


def _name(document: Document) -> str:
    return document.number or document.title or document.type
