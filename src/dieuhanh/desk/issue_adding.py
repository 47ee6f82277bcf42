"""Documents of the register that an entry may be written from, found by number or words."""

from __future__ import annotations

import msgspec

from dieuhanh.apps.digests.contents import EntryContent
from dieuhanh.apps.digests.materials import Found, materials_on
from dieuhanh.apps.documents.models import Mention
from dieuhanh.apps.search.query import SearchQuery
from dieuhanh.apps.search.searching import search
from dieuhanh.desk.issue_editing import token_of
from dieuhanh.desk.issue_sources import Place, SourcePart, document_ways, found_part

MOST_OFFERED = 20
LONGEST_WORDS = 200
LONGEST_ID = 18  # digits of a row's id


class Offer(msgspec.Struct, frozen=True):
    """An item of a page; `choice` is what the form sends for it, `there` says that the issue rests on it already."""

    choice: str
    part: SourcePart
    there: bool


def offers(words: str, entries: tuple[EntryContent, ...]) -> list[Offer]:
    """The items that report the documents found, the best first; a fixed number of queries."""
    hits = search(SearchQuery(words=words[:LONGEST_WORDS], page=1)) if words.strip() else None
    documents = [hit.document for hit in (*hits.numbered, *hits.hits)] if hits else []
    rows = Mention.objects.instruments().filter(designation__document__in=documents, item__digest__page__is_current=True)
    rank = {document: k for k, document in enumerate(documents)}
    fields = ("item__digest__page__source", "item__order", "designation__document")
    best: dict[Place, int] = {}
    for source, order, document in rows.values_list(*fields):
        best[source, order] = min(best.get((source, order), len(rank)), rank[document])
    chosen = sorted(best, key=lambda place: (best[place], place))[:MOST_OFFERED]
    found = {(one.source, one.order): one for one in materials_on({source for source, _ in chosen})}
    known = {source for entry in entries for source in entry.sources}
    ways = document_ways(chosen)
    return [Offer(choice_of(found[p]), found_part(found[p], ways), found[p].key in known) for p in chosen if p in found]


def choice_of(found: Found) -> str:
    return f"{found.source}-{token_of(found.key)}"


def chosen_items(choices: list[str]) -> list[Found]:
    """What the form named, as far as the current pages still say it, in the order of the form."""
    named = [(int(source), token) for source, _, token in (choice.partition("-") for choice in choices) if _is_id(source)]
    found = {(one.source, token_of(one.key)): one for one in materials_on({source for source, _ in named})}
    return [found[one] for one in dict.fromkeys(named) if one in found]


def _is_id(said: str) -> bool:
    return said.isascii() and said.isdecimal() and len(said) < LONGEST_ID
