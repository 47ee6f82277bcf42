"""From the entries of issues to the documents and items of the register that they rest on, by the words that name their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from dieuhanh.apps.digests.models import EntrySource, Issue
from dieuhanh.apps.documents.models import Mention


class EntryOrigin(msgspec.Struct, frozen=True):
    """What an entry rests on as far as the register still holds it: ids of documents and of items, in reading order."""

    documents: tuple[int, ...]
    items: tuple[int, ...]


def origins_of(issues: Iterable[Issue]) -> dict[tuple[int, int], EntryOrigin]:
    """By issue and key of entry; an entry whose sources are gone is missing. Two queries."""
    sources = EntrySource.objects.filter(entry__issue__in=list(issues)).order_by("entry__order", "order")
    rows = list(sources.values_list("entry__issue_id", "entry__key", "address", "heading", "document_key"))
    items = _items({address for _, _, address, _, _ in rows}, {heading for _, _, _, heading, _ in rows})
    found: defaultdict[tuple[int, int], list[tuple[int, list[int]]]] = defaultdict(list)
    for issue, key, *source in rows:
        found[issue, key] += items.get((source[0], source[1], source[2]), [])
    return {
        key: EntryOrigin(tuple(dict.fromkeys(d for _, ids in met for d in ids)), tuple(dict.fromkeys(item for item, _ in met)))
        for key, met in found.items()
    }


def _items(addresses: set[str], headings: set[str]) -> dict[tuple[str, str, str], list[tuple[int, list[int]]]]:
    """The items at these places with the documents that they report, by address, headline and key of the first document."""
    mentions = Mention.objects.instruments().filter(
        item__digest__page__is_current=True, item__digest__page__source__address__in=addresses, item__heading__in=headings
    )
    fields = ("item_id", "item__digest__page__source__address", "item__heading", "key", "designation__document_id")
    names: dict[int, tuple[str, str, str]] = {}
    documents: defaultdict[int, list[int]] = defaultdict(list)
    for item, address, heading, key, document in mentions.order_by("item", "order").values_list(*fields):
        names.setdefault(item, (address, heading, key))
        if document is not None:
            documents[item].append(document)
    found: defaultdict[tuple[str, str, str], list[tuple[int, list[int]]]] = defaultdict(list)
    for item, name in names.items():
        found[name].append((item, documents[item]))
    return found
