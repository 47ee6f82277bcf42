"""What other systems are told of documents that pages report for the first time, in the words of the contract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dieuhanh.apps.audit.actions import Ledger
from dieuhanh.apps.documents.models import Mention, Page
from dieuhanh.apps.webhooks.announcing import announce_all, somebody_listens
from dieuhanh.apps.webhooks.events import EventName

Identity = tuple[str, str, Any]  # number, issuer and day, by which a document is the same in another reading


class Registering:
    """What was reported before a batch of pages, and what the batch reports besides; where nobody listens, one query in all."""

    def __init__(self, superseded: Sequence[Page]) -> None:
        self._heard = somebody_listens(EventName.DOCUMENT_REGISTERED)
        self._before = {_identity(one) for one in _reporting(superseded)} if self._heard and superseded else set[Identity]()

    def tell(self, pages: Sequence[Page], ledger: Ledger) -> None:
        """Inside the action, once the pages of the batch are remembered."""
        if not self._heard:
            return
        found = {_identity(one): one for one in reversed(list(_reporting(pages)))}
        ids = [one.designation.document_id for one in found.values()]
        elsewhere = Mention.objects.filter(role="instrument", designation__document__in=ids).exclude(item__digest__page__in=pages)
        known = set(elsewhere.values_list("designation__document", flat=True))
        new = [one for key, one in found.items() if key not in self._before and one.designation.document_id not in known]
        announce_all(EventName.DOCUMENT_REGISTERED, [_told(one) for one in sorted(new, key=lambda one: one.id)], ledger)


def _reporting(pages: Sequence[Page]) -> Iterator[Mention]:
    """Where these pages report documents that are known by now, in their order."""
    rows = Mention.objects.filter(role="instrument", item__digest__page__in=pages, designation__document__isnull=False)
    yield from rows.select_related("designation__document", "item__digest__page__source").defer("item__digest__page__text").order_by("id")


def _identity(mention: Mention) -> Identity:
    document = mention.designation.document
    if document is None:
        raise ValueError("a mention of no document")
    return document.number_key, document.issuer_key, document.date


def _told(mention: Mention) -> dict[str, Any]:
    document = mention.designation.document
    if document is None:
        raise ValueError("a mention of no document")
    return {
        "document": document.id,
        "type": document.type,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "issuer": document.issuer_name,
        "title": document.title,
        "page": mention.item.digest.page.source.address,
    }
