"""Digests in lists; one digest is the contract itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from dieuhanh.api.links import digest_address, digest_page
from dieuhanh.apps.documents.models import Digest
from dieuhanh.extract.facts import Period


class DigestRow(msgspec.Struct, frozen=True):
    """A digest; `source` is the address on the web that it was read from, None where it came as a file."""

    title: str | None
    publisher: str | None
    period: Period | None
    source: str | None
    version: int
    registered_at: dt.datetime
    url: str
    page: str


def digest_rows(rows: Sequence[Digest]) -> Iterator[DigestRow]:
    """Of digests with their page and source."""
    for row in rows:
        period = Period(row.period_start, row.period_end) if row.period_start and row.period_end else None
        yield DigestRow(
            title=row.title,
            publisher=row.publisher_name,
            period=period,
            source=row.page.source.public_address,
            version=row.page.version,
            registered_at=row.page.registered_at,
            url=digest_address(row),
            page=digest_page(row),
        )
