"""`search`: the one query behind the command, the page and the API.

Documents come in tiers: those that have all words with their accents, then those that have them whatever the accents. Within a tier
by relevance (BM25 of the words and of neighbours among them), of equals the newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from dieuhanh.apps.documents.models import Document, Knowledge
from dieuhanh.apps.search.engine import conditions
from dieuhanh.apps.search.engine.conditions import Condition
from dieuhanh.apps.search.engine.index import NOTHING, Counts, Match, Snapshot
from dieuhanh.apps.search.entry import Stored
from dieuhanh.apps.search.following import current_index, follow
from dieuhanh.apps.search.highlighting import best_fragment, marked, opening
from dieuhanh.apps.search.numbers import documents_numbered
from dieuhanh.apps.search.query import LAST_PAGE, PAGE_SIZE, SearchQuery
from dieuhanh.apps.search.results import FacetCount, Facets, Hit, SearchResults
from dieuhanh.apps.search.words import Unit, pairs_of, units_of

PATIENCE = 2.0  # seconds that a search waits for the index to follow the register
FACET_VALUES = 10
_ALONGSIDE = ThreadPoolExecutor(thread_name_prefix="search")


def search(query: SearchQuery, *, patience: float = PATIENCE) -> SearchResults:
    """The documents that answer the query, best first; what was just registered is found. Raises OSError, DatabaseError."""
    index = current_index()
    current = follow(index, patience=patience)
    snapshot = index.snapshot()
    units = units_of(query.words)
    numbered = documents_numbered(query.words)
    offset = (query.page - 1) * PAGE_SIZE
    counts, found = _asked(snapshot, query, units, numbered, offset) if units or not query.words.strip() else (NOTHING, [])
    return SearchResults(
        total=counts.total + len(numbered),
        pages=min(LAST_PAGE, max(-(-counts.total // PAGE_SIZE), 1 if numbered else 0)),
        numbered=tuple(_row_hit(rank, row, units) for rank, row in enumerate(numbered, 1)) if query.page == 1 else (),
        hits=tuple(_hit(len(numbered) + offset + rank, one, units) for rank, one in enumerate(found, 1)),
        facets=_facets(counts),
        behind=not current,
    )


def _asked(
    snapshot: Snapshot, query: SearchQuery, units: Sequence[Unit], numbered: Sequence[Document], offset: int
) -> tuple[Counts, list[Stored]]:
    """What all answers are of, and one page of them; asked side by side, for Tantivy lets other threads work meanwhile."""
    filters, but = _filters(query), [conditions.is_document(document.id) for document in numbered]
    counting = _ALONGSIDE.submit(snapshot.counts, conditions.all_of([*filters, *_all(units, "plain")], but))
    answers = _newest if query.newest_first or not units else _answers
    found = snapshot.stored(answers(snapshot, units, filters, but, offset))
    return counting.result(), found


def _answers(snapshot: Snapshot, units: Sequence[Unit], filters: list[Condition], but: list[Condition], offset: int) -> list[Match]:
    """One page of the tiers, one after another."""
    end = offset + PAGE_SIZE
    exact = _all(units, "exact")
    pairs = pairs_of([unit.plain[0] for unit in units if len(unit.plain) == 1])
    found = snapshot.best(conditions.rather(conditions.all_of([*filters, *exact], but), pairs), end)
    if len(found) < end:
        others = [*but, conditions.all_of(exact)] if found else but
        found += snapshot.best(conditions.rather(conditions.all_of([*filters, *_all(units, "plain")], others), pairs), end - len(found))
    return found[offset:end]


def _newest(snapshot: Snapshot, units: Sequence[Unit], filters: list[Condition], but: list[Condition], offset: int) -> list[Match]:
    """One page of all that answer, whatever their accents, by their day."""
    return snapshot.newest(conditions.all_of([*filters, *_all(units, "plain")], but), offset + PAGE_SIZE)[offset:]


def _all(units: Sequence[Unit], form: str) -> list[Condition]:
    said = dict.fromkeys(unit.exact if form == "exact" else unit.plain for unit in units)
    return [conditions.has_words(form, words) for words in said]


def _filters(query: SearchQuery) -> list[Condition]:
    filters = []
    if query.type:
        filters.append(conditions.is_typed(query.type))
    if query.issuer:
        filters.append(conditions.is_issued_by(query.issuer))
    if query.known_by:
        filters.append(conditions.is_known_by(query.known_by))
    if query.topic:
        filters.append(conditions.is_about(query.topic))
    if query.agencies:
        filters.append(conditions.concerns(query.agencies))
    if query.first_day or query.last_day:
        first, last = query.first_day, query.last_day
        filters.append(conditions.is_dated(first.toordinal() if first else None, last.toordinal() if last else None))
    return filters


def _hit(rank: int, found: Stored, units: Sequence[Unit]) -> Hit:
    return Hit(
        rank=rank,
        document=found.document,
        type=found.type,
        number=found.number,
        date=found.date,
        issuer=found.issuer,
        title=marked(found.title, units) if found.title else None,
        known_by=found.known_by,
        fragment=best_fragment(found.text, found.plain, units) if units else opening(found.text),
    )


def _row_hit(rank: int, row: Document, units: Sequence[Unit]) -> Hit:
    """From the database alone: a number is found even while the index is behind."""
    return Hit(
        rank=rank,
        document=row.id,
        type=row.type,
        number=row.number,
        date=row.date,
        issuer=row.issuer_name,
        title=marked(row.title, units) if row.title else None,
        known_by=Knowledge(row.known_by),
        fragment=None,
    )


def _facets(counts: Counts) -> Facets:
    years = sorted((year, count) for year, count in counts.year if year)
    return Facets(
        types=_commonest(counts.type),
        issuers=_commonest(counts.issuer),
        topics=_commonest(counts.topic, most=len(counts.topic)),  # a scheme is short, and its page shows all
        years=tuple(FacetCount(str(int(year)), count) for year, count in reversed(years)),
    )


def _commonest(values: list[tuple[str, int]], most: int = FACET_VALUES) -> tuple[FacetCount, ...]:
    ordered = sorted(values, key=lambda value: (-value[1], value[0]))
    return tuple(FacetCount(value, count) for value, count in ordered[:most])
