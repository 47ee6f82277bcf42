"""The whole register read anew, a bounded batch at a time. Killed at any point, the same again ends in the same register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.actions.rebuild_pages import name_documents, rebuild_pages
from dieuhanh.apps.documents.changes import PageChange, change_of
from dieuhanh.apps.documents.models import Document, Page
from dieuhanh.apps.documents.reading import ReadPage, reread_page
from dieuhanh.apps.documents.remembering import as_decided
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.errors import DieuhanhError

BATCH_PAGES = 16
BATCH_BYTES = 8_000_000
DOCUMENTS = 500  # named at a time

Result = PageChange | tuple[str, DieuhanhError]  # or the address that today's reader refuses; its facts stay as they are


def rebuild(*, actor: Actor, at: dt.datetime) -> Iterator[Result]:
    """Read every current page anew and tell what changed. Raises NotPermittedError."""
    for batch, refused in _batches():
        yield from refused
        yield from rebuild_pages([read for _, read in batch], actor=actor, at=at)
    last = Document.objects.order_by("-id").values_list("id", flat=True).first() or 0
    for first in range(1, last + 1, DOCUMENTS):
        name_documents(first, first + DOCUMENTS - 1, actor=actor, at=at)


def compare() -> Iterator[Result]:
    """What `rebuild` would change; nothing is written."""
    for batch, refused in _batches():
        yield from refused
        before = stored_digests([page for page, _ in batch])
        yield from (change_of(before[after.page.id], after) for after in as_decided((page, read.digest) for page, read in batch))


def _batches() -> Iterator[tuple[list[tuple[Page, ReadPage]], list[tuple[str, DieuhanhError]]]]:
    """Current pages with what is read in them now, and those that are refused; in the order of their registration."""
    batch: list[tuple[Page, ReadPage]] = []
    refused: list[tuple[str, DieuhanhError]] = []
    for page in _pages():
        try:
            batch.append((page, reread_page(page)))
        except DieuhanhError as error:
            refused.append((page.source.address, error))
        if len(batch) + len(refused) >= BATCH_PAGES or sum(len(read.content) for _, read in batch) >= BATCH_BYTES:
            yield batch, refused
            batch, refused = [], []
    yield batch, refused


def _pages() -> Iterator[Page]:
    """One at a time with its original, for a cursor would hold a transaction open; pages that are registered meanwhile come last."""
    current = Page.objects.current().select_related("source", "original").order_by("id")
    page = current.first()
    while page is not None:
        yield page
        page = current.filter(id__gt=page.id).first()
