"""Which pages are new, which are other versions of known ones, and the rows that say so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from dieuhanh.apps.documents.models import Original, Page, Source
from dieuhanh.apps.documents.reading import ReadPage


class Outcome(StrEnum):
    """What became of a page."""

    NEW = "new"  # an address that the register did not know
    CHANGED = "changed"  # other bytes than last time: a new version, the old one is kept
    UNCHANGED = "unchanged"  # the bytes that the address had last time
    KNOWN = "known"  # a new address with the very bytes that are current at another


class Stored(msgspec.Struct, frozen=True):
    """A page with its row; `old` is the version that it supersedes."""

    page: ReadPage
    row: Page
    old: Page | None


class Versions:
    """The current versions that a batch of pages has to do with; two queries."""

    def __init__(self, pages: Sequence[ReadPage]) -> None:
        addresses, hashes = [page.address for page in pages], [page.sha256 for page in pages]
        current = Page.objects.current().select_related("source").defer("text")
        self._by_address = {row.source.address: row for row in current.filter(source__address__in=addresses)}
        self._hashes = set(current.filter(original__in=hashes).values_list("original_id", flat=True))

    def outcome(self, page: ReadPage) -> Outcome:
        """What becomes of the page after those before it in the batch."""
        old = self._by_address.get(page.address)
        if old is not None:
            return Outcome.UNCHANGED if old.original_id == page.sha256 else Outcome.CHANGED
        if page.sha256 in self._hashes:
            return Outcome.KNOWN
        self._hashes.add(page.sha256)
        return Outcome.NEW

    def store(self, pages: Sequence[ReadPage], at: dt.datetime) -> list[Stored]:
        """Rows for pages that are new or changed; what they supersede is marked."""
        stored = list(self._rows(pages, at))
        superseded = [s.old for s in stored if s.old is not None]
        Page.objects.filter(id__in=[old.id for old in superseded]).update(is_current=False)
        Source.objects.filter(id__in=[old.source_id for old in superseded]).update(fetched_at=at)
        Source.objects.bulk_create(s.row.source for s in stored if s.old is None)
        Original.objects.bulk_create((Original(sha256=s.page.sha256, content=s.page.content) for s in stored), ignore_conflicts=True)
        Page.objects.bulk_create(s.row for s in stored)
        return stored

    def _rows(self, pages: Sequence[ReadPage], at: dt.datetime) -> Iterator[Stored]:
        for page in pages:
            old = self._by_address.get(page.address)
            row = Page(
                source=old.source if old else Source(address=page.address, fetched_at=at),
                version=old.version + 1 if old else 1,
                original_id=page.sha256,
                text=page.digest.text,
                reader_version=page.reader_version,
                registered_at=at,
            )
            yield Stored(page, row, old)
