"""What other systems are told of documents that pages report for the first time, in the words of the contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dieuhanh.apps.audit.actions import Ledger
from dieuhanh.apps.documents.models import Document, Mention, Page
from dieuhanh.apps.webhooks.announcing import announce_all, somebody_listens
from dieuhanh.apps.webhooks.events import EventName

Identity = tuple[str, str, dt.date | None]  # number, issuer and day, by which a document is the same in another reading
Reported = tuple[Document, str]  # with the address of the page


class Registering:
    """What was reported before a batch of pages, and what the batch reports besides; where nobody listens, one query in all."""

    def __init__(self, superseded: Sequence[Page]) -> None:
        self._heard = somebody_listens(EventName.DOCUMENT_REGISTERED)
        self._before = {_identity(one) for one, _ in _reported_by(superseded)} if self._heard and superseded else set[Identity]()

    def tell(self, pages: Sequence[Page], ledger: Ledger) -> None:
        """Inside the action, once the pages of the batch are remembered."""
        if not self._heard:
            return
        found = {one.id: (one, address) for one, address in reversed(list(_reported_by(pages)))}
        elsewhere = Mention.objects.filter(role="instrument", designation__document__in=list(found)).exclude(item__digest__page__in=pages)
        known = set(elsewhere.values_list("designation__document", flat=True))
        new = [each for id_, each in sorted(found.items()) if id_ not in known and _identity(each[0]) not in self._before]
        announce_all(EventName.DOCUMENT_REGISTERED, [_told(one, address) for one, address in new], ledger)


def _reported_by(pages: Sequence[Page]) -> Iterator[Reported]:
    """The documents that these pages report, in their order."""
    rows = Mention.objects.filter(role="instrument", item__digest__page__in=pages).select_related(
        "designation__document", "item__digest__page__source"
    )
    for mention in rows.defer("item__digest__page__text").order_by("id"):
        if mention.designation and mention.designation.document:
            yield mention.designation.document, mention.item.digest.page.source.address


def _identity(document: Document) -> Identity:
    return document.number_key, document.issuer_key, document.date


def _told(document: Document, address: str) -> dict[str, object]:
    return {
        "document": document.id,
        "type": document.type,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "issuer": document.issuer_name,
        "title": document.title,
        "page": address,
    }
