"""Reading pages of the register anew: everything that a machine made is replaced, everything that a person decided stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.audit.actions import Ledger, action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.changes import PageChange, change_of
from dieuhanh.apps.documents.characteristics import reread
from dieuhanh.apps.documents.models import Document, Page, note_changes
from dieuhanh.apps.documents.permissions import REBUILD_PAGES
from dieuhanh.apps.documents.reading import ReadPage
from dieuhanh.apps.documents.remembering import replace_facts
from dieuhanh.apps.documents.stored import stored_digests


def rebuild_pages(reads: Sequence[ReadPage], *, actor: Actor, at: dt.datetime) -> list[PageChange]:
    """Put what was read now in place of what these pages held, all or none; one that has another version meanwhile is left alone.

    Documents are not named anew: `name_documents` does so once for all pages. Raises NotPermittedError.
    """
    by_address = {read.address: read for read in reads}
    with action(actor, REBUILD_PAGES, at) as ledger:
        rows = Page.objects.current().filter(source__address__in=by_address).select_related("source").order_by("id")
        pages = [(page, by_address[page.source.address]) for page in rows]
        pages = [(page, read) for page, read in pages if page.original_id == read.sha256]
        readers = [page.reader_version for page, _ in pages]
        before = stored_digests([page for page, _ in pages])
        remembered = replace_facts(pages, naming=False)
        changes = [change_of(before[after.page.id], after) for after in remembered.pages]
        for (page, read), reader, change in zip(pages, readers, changes, strict=True):
            if change or reader != read.reader_version:
                _note(ledger, page, change)
        note_changes(remembered.touched, ledger.sequence)
    return changes


def name_documents(first: int, last: int, *, actor: Actor, at: dt.datetime) -> int:
    """Let the documents with ids from `first` to `last` be called what the pages say; how many are called otherwise than before."""
    with action(actor, REBUILD_PAGES, at) as ledger:
        documents = Document.objects.in_bulk(list(Document.objects.filter(id__range=(first, last)).values_list("id", flat=True)))
        changed = reread(documents, AgencyDirectory())
        if changed:
            ledger.append("documents.Document", "*", {"renamed": changed, "first": first, "last": last})
            note_changes(set(documents), ledger.sequence)
    return changed


def _note(ledger: Ledger, page: Page, change: PageChange) -> None:
    payload = {
        "sha256": page.original_id,
        "version": page.version,
        "reader_version": page.reader_version,
        "gained": change.gained,
        "lost": change.lost,
    }
    ledger.append("documents.Page", page.source.address, payload)
