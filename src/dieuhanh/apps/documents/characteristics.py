"""What a document is called: type, number, issuer and title, from its mentions in the order of their registration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

import msgspec

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.documents.models import Document, Knowledge, Mention, Role
from dieuhanh.domain import identity

FIELDS = ("type", "number", "ordinal", "symbol", "issuer_name", "issuer", "title")
ORDER = ("item__digest__page", "item__order", "-role", "order")  # instruments before citations
CHUNK = 2000  # mentions in memory at a time


class Said(msgspec.Struct, frozen=True):
    """What one mention says; `day` is that of the document or, where it is not said, of the page."""

    role: str
    type: str
    number: str | None
    issuer_name: str | None
    title: str | None
    day: dt.date | None


def absorb(document: Document, said: Said, directory: AgencyDirectory) -> bool:
    """Take in what one more mention says; whether anything changed. Who reports a document words it better than who cites it."""
    reports = said.role == Role.INSTRUMENT and document.known_by != Knowledge.REPORTED
    changed = reports
    if reports:
        document.known_by = Knowledge.REPORTED
    if reports or not document.type:
        changed |= document.type != said.type or document.number != said.number
        document.type, document.number = said.type, said.number
        document.ordinal, document.symbol = identity.ordinal_of(said.number), identity.symbol_of(said.number)
    if said.title and (reports or not document.title):
        changed |= document.title != said.title
        document.title = said.title
    if said.issuer_name and not document.issuer_name:
        changed = True
        document.issuer_name = said.issuer_name
        document.issuer_id = directory.resolve(said.issuer_name, said.day)
    return changed


def said_of(documents: Collection[int]) -> Iterator[tuple[int, Said]]:
    """What all their mentions say, each with the id of its document, in the order of pages and of reading.

    Not in the order of the mentions' own ids: those of a page that is read anew are new, and what a document is called must not change.
    """
    columns = ("designation__document", "role", "type", "number", "issuer_name", "title", "date", "item__digest__period_end")
    rows = Mention.objects.filter(designation__document__in=documents).order_by(*ORDER).values_list(*columns)
    for document, role, kind, number, issuer_name, title, day, period_end in rows.iterator(chunk_size=CHUNK):
        yield document, Said(role, kind, number, issuer_name, title, day or period_end)


def reread(documents: Mapping[int, Document], directory: AgencyDirectory) -> int:
    """Let documents, by id, be called what their mentions say, from all of them; how many are called otherwise than before."""
    before = {key: _called(document) for key, document in documents.items()}
    for document in documents.values():
        for field in FIELDS:
            setattr(document, field, "" if field == "type" else None)
        document.known_by = Knowledge.MENTION
    for key, said in said_of(documents):
        absorb(documents[key], said, directory)
    changed = [document for key, document in documents.items() if _called(document) != before[key]]
    Document.objects.bulk_update(changed, [*FIELDS, "known_by"], batch_size=100)
    return len(changed)


def _called(document: Document) -> tuple[object, ...]:
    return (document.known_by, *(document.issuer_id if field == "issuer" else getattr(document, field) for field in FIELDS))
