"""Where things stand on the web: addresses that last, without accents, made of what identifies a thing."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.urls import reverse

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.addresses import addressed, document_parts, period_part, source_part
from dieuhanh.apps.documents.models import Digest, Document
from dieuhanh.display import wording
from dieuhanh.display.marks import Kind, Mark
from dieuhanh.extract import facts
from dieuhanh.text import slug


class Link(msgspec.Struct, frozen=True):
    """Words, and where they lead; None where there is no page for them."""

    text: str
    url: str | None


class DocumentLink(msgspec.Struct, frozen=True):
    """A document as a list shows it."""

    url: str
    name: str  # "Công văn số 238/VP-KGVX"
    title: str
    date: str
    issuer: str


def document_links(ids: Iterable[int | None]) -> dict[int, DocumentLink]:
    """By id, with one query; the issuer stands in the address only where another document has the same number and day."""
    wanted = Document.objects.filter(id__in={one for one in ids if one is not None})
    return {row.id: link_of(row) for row in addressed(wanted)}


def link_of(document: Document) -> DocumentLink:
    """Of a document of `addressed`."""
    return DocumentLink(
        url=reverse("portal:document", args=document_parts(document)),
        name=name_of(document),
        title=wording.one_line(document.title or "") if document.number else "",
        date=wording.day(document.date) if document.date else "",
        issuer=wording.one_line(document.issuer_name or ""),
    )


def name_of(document: Document) -> str:
    """Công văn số 238/VP-KGVX, or its title where it has no number."""
    return wording.document(facts.Document(document.type, document.number, None, None, document.title, None, "", (0, 0)))


def name_link(name: str) -> Link:
    """Of an agency by its canonical name."""
    return Link(name, reverse("portal:agency", args=[slug(name)]))


def agency_link(agency: Agency) -> Link:
    return name_link(agency.name)


def named_link(name: str, agency: Agency | None) -> Link:
    """A name as it was written, leading to the agency that it means."""
    return Link(name, reverse("portal:agency", args=[slug(agency.name)]) if agency else None)


def digest_url(digest: Digest) -> str:
    return reverse("portal:digest", args=[period_part(digest), source_part(digest)])


def words_url(digest: Digest, kind: Kind, item_order: int, fact_order: int) -> str:
    """The place on the digest's page where the words of a fact stand; both orders count from 0."""
    return f"{digest_url(digest)}#{Mark(kind, item_order + 1, fact_order + 1, (0, 0)).words_id}"


def digest_link(digest: Digest) -> Link:
    """Bản tin từ ngày 04/3/2024 đến ngày 10/3/2024, or its title."""
    period = facts.Period(digest.period_start, digest.period_end) if digest.period_start and digest.period_end else None
    return Link(wording.digest_name(digest.title, period), digest_url(digest))
