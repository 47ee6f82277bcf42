"""Taking pages into the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.announcing import Registering
from dieuhanh.apps.documents.models import note_changes
from dieuhanh.apps.documents.permissions import REGISTER_PAGE
from dieuhanh.apps.documents.reading import ReadPage
from dieuhanh.apps.documents.remembering import remember
from dieuhanh.apps.documents.versions import Outcome, Stored, Versions


class Registration(msgspec.Struct, frozen=True):
    """What became of one page; `version` is None where nothing was stored."""

    address: str
    outcome: Outcome
    version: int | None


def register_page(page: ReadPage, *, actor: Actor, at: dt.datetime) -> Registration:
    """Take one page into the register, or see that it is there already. Raises NotPermittedError."""
    return register_pages([page], actor=actor, at=at)[0]


def register_pages(pages: Sequence[ReadPage], *, actor: Actor, at: dt.datetime) -> list[Registration]:
    """Take pages into the register, all or none, with one entry a page that is new or changed.

    The register is the same however pages are put into batches. The addresses of a batch differ. The number of queries
    depends on the number of rows only where the database limits the size of a statement. Raises NotPermittedError.
    """
    if len({page.address for page in pages}) < len(pages):
        raise ValueError("an address may stand only once in a batch")
    with action(actor, REGISTER_PAGE, at) as ledger:
        versions = Versions(pages)
        outcomes = [versions.outcome(page) for page in pages]
        changing = [page for page, outcome in zip(pages, outcomes, strict=True) if outcome in (Outcome.NEW, Outcome.CHANGED)]
        stored = versions.store(changing, at) if changing else []
        if stored:
            supersedes = [one.old for one in stored if one.old is not None]
            registering = Registering(supersedes)
            remembered = remember([(one.row, one.page.digest) for one in stored], superseded=supersedes)
            for one in stored:
                ledger.append("documents.Page", one.page.address, _entry(one))
            note_changes(remembered.touched, ledger.sequence)
            registering.tell([one.row for one in stored], ledger)
    numbers = {one.page.address: one.row.version for one in stored}
    return [Registration(p.address, outcome, numbers.get(p.address)) for p, outcome in zip(pages, outcomes, strict=True)]


def _entry(one: Stored) -> dict[str, str | int]:
    """What the chain keeps of a page: enough to tell that neither bytes nor reader were exchanged."""
    return {
        "sha256": one.page.sha256,
        "version": one.row.version,
        "reader_version": one.page.reader_version,
        "items": len(one.page.digest.items),
    }
