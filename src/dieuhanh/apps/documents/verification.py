"""Are the pages still those that came?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.documents.models import Original, Page
from dieuhanh.apps.documents.permissions import REGISTER_PAGE

ORIGINALS = 4  # in memory at a time; each may be as large as the limit of a page
PAGES = 500


def damaged_originals() -> Iterator[str]:
    """The names (SHA-256) of originals whose bytes have another hash."""
    for name, content in Original.objects.order_by("sha256").values_list("sha256", "content").iterator(chunk_size=ORIGINALS):
        if not is_intact(content, name):
            yield name


def unattested_pages() -> Iterator[str]:
    """Pages that the chain does not know with that version and those bytes."""
    pages = Page.objects.select_related("source").defer("text").order_by("id").iterator(chunk_size=PAGES)
    while some := list(islice(pages, PAGES)):
        attested = _attested([page.source.address for page in some])
        yield from (str(page) for page in some if (page.source.address, page.version, page.original_id) not in attested)


def is_intact(content: object, name: str) -> bool:
    """Whether these are the bytes of that SHA-256; SQLite lets anybody put a text where bytes belong."""
    return isinstance(content, bytes | memoryview) and hashlib.sha256(content).hexdigest() == name


def _attested(addresses: Sequence[str]) -> set[tuple[str, int, str]]:
    entries = Entry.objects.filter(verb=REGISTER_PAGE, object_type="documents.Page", object_key__in=set(addresses))
    return {(entry.object_key, entry.payload["version"], entry.payload["sha256"]) for entry in entries}
