"""What the register knows by itself: documents and agencies, as other answers name them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from dieuhanh.api.links import agency_address, agency_page, document_address, document_page
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.addresses import addressed
from dieuhanh.apps.documents.models import Document

KnownBy = Literal["reported", "mention"]


class DocumentRow(msgspec.Struct, frozen=True):
    """A document in the contract's words; `url` is its address here, `page` that of its page for people."""

    id: int
    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    known_by: KnownBy
    url: str
    page: str


class AgencyRow(msgspec.Struct, frozen=True):
    """An agency and the days of its life, both included; None where no end is known."""

    id: int
    name: str
    kind: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    url: str
    page: str


def document_row(row: Document) -> DocumentRow:
    """Of a document of `addressed`."""
    return DocumentRow(
        id=row.id,
        type=row.type,
        number=row.number,
        date=row.date,
        issuer=row.issuer_name,
        title=row.title,
        known_by="reported" if row.known_by == "reported" else "mention",
        url=document_address(row),
        page=document_page(row),
    )


def document_rows(ids: Iterable[int | None]) -> dict[int, DocumentRow]:
    """By id, with one query."""
    wanted = {one for one in ids if one is not None}
    return {row.id: document_row(row) for row in addressed(Document.objects.filter(id__in=wanted))} if wanted else {}


def agency_row(row: Agency) -> AgencyRow:
    return AgencyRow(row.id, row.name, row.kind, row.valid_from, row.valid_to, agency_address(row), agency_page(row))
