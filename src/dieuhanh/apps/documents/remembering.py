"""From what the reader found on pages to their rows, with what people decided applied in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from django.db import connection

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.facts import FactRows
from dieuhanh.apps.documents.forgetting import forget
from dieuhanh.apps.documents.models import Page, Standing
from dieuhanh.apps.documents.reading import ReadPage
from dieuhanh.apps.documents.resolution import Resolution
from dieuhanh.domain.correcting import Ruled, correct
from dieuhanh.extract.facts import Digest


class Corrected(msgspec.Struct, frozen=True):
    """A page, its digest after the decisions on it, and how each of those fits."""

    page: Page
    digest: Digest
    decisions: list[Decision]
    ruled: list[Ruled]


class Remembered(msgspec.Struct, frozen=True):
    """The pages as they were stored, and the ids of all documents that this is about."""

    pages: list[Corrected]
    touched: set[int]


def remember(pages: Sequence[tuple[Page, Digest]], *, superseded: Sequence[Page], naming: bool = True) -> Remembered:
    """Rows for what the reader found on these pages, in place of the facts of the superseded ones (which may be the same pages).

    Without `naming` the documents that were named before keep what they are called: who remembers all pages names them once, at the end.
    """
    _by_index()
    forgotten = forget(superseded)
    directory = AgencyDirectory()
    resolution = Resolution(directory)
    rows = FactRows(directory, resolution)
    corrected = as_decided(pages)
    for one in corrected:
        rows.add(one.page, one.digest)
    resolution.settle(forgotten)
    digests = rows.insert()
    Standing.objects.bulk_create(
        Standing(
            decision_id=decision.id,
            digest_id=row.id,
            fit=ruled.fit,
            start=ruled.span[0] if ruled.span else None,
            end=ruled.span[1] if ruled.span else None,
        )
        for row, one in zip(digests, corrected, strict=True)
        for decision, ruled in zip(one.decisions, one.ruled, strict=True)
    )
    if naming:
        resolution.reread_stale()
    return Remembered(corrected, resolution.touched)


def _by_index() -> None:
    """Until the end of the transaction PostgreSQL finds rows by their keys.

    All that is asked here is a few rows of large tables. While a register grows fast, statistics lag behind or are missing, and the
    planner then reads tables from end to end for each batch: 3 ms a page at 100,000 documents, and more with every page.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")


def replace_facts(pages: Sequence[tuple[Page, ReadPage]], *, naming: bool = True) -> Remembered:
    """What is read in the originals of current pages now, in place of what was read before."""
    for page, read in pages:
        page.text, page.reader_version = read.digest.text, read.reader_version
    rows = [page for page, _ in pages]
    Page.objects.bulk_update(rows, ["text", "reader_version"], batch_size=20)
    return remember([(page, read.digest) for page, read in pages], superseded=rows, naming=naming)


def as_decided(pages: Iterable[tuple[Page, Digest]]) -> list[Corrected]:
    """What the reader found, with the standing decisions on each page applied; one query."""
    pages = list(pages)
    decided: dict[str, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.standing().on([page.source.address for page, _ in pages]):
        decided[decision.address].append(decision)
    return [_corrected(page, digest, decided[page.source.address]) for page, digest in pages]


def _corrected(page: Page, digest: Digest, decisions: list[Decision]) -> Corrected:
    if not decisions:
        return Corrected(page, digest, [], [])
    corrected, ruled = correct(digest, [decision.ruling for decision in decisions])
    return Corrected(page, corrected, decisions, ruled)
