"""A folder with an index: looked at as of one commit, changed by one writer."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import tantivy
from tantivy import Query

from dieuhanh.apps.search.engine.conditions import Condition, is_marker, is_one_of
from dieuhanh.apps.search.engine.fields import SCHEMA, position_in, position_row, row_of, stored_in
from dieuhanh.apps.search.entry import BEGINNING, IndexEntry, Position, Stored

HEAP = 64_000_000  # bytes that a writer gathers before it writes a segment
MOST_VALUES = 1000  # of a facet that are counted …
FACETS = {"type": 50, "issuer": 50, "year": 50, "topics": MOST_VALUES}  # … and so many given back
SPARE = 10  # answers fetched beyond those asked for, to see whether equals go on behind them …
MOST_EQUAL = 4000  # … and as many at most


class Match(msgspec.Struct, frozen=True):
    """A document of the index that answers a query."""

    score: float
    recency: int
    address: tantivy.DocAddress


class Counts(msgspec.Struct, frozen=True):
    """The number of all answers, and of those with each value of the facets, most first; an answer without a day has the year 0."""

    total: int
    type: list[tuple[str, int]]
    issuer: list[tuple[str, int]]
    topic: list[tuple[str, int]]
    year: list[tuple[float, int]]


NOTHING = Counts(0, [], [], [], [])


class Snapshot:
    """The index as of one commit."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self.position = self._read_position()

    def best(self, query: Condition, limit: int) -> list[Match]:
        """The first so many by score; of equals the newest first, for Tantivy itself orders them as it happened to write them."""
        fetched = limit + SPARE
        hits = self._searcher.search(query, fetched, count=False).hits
        while len(hits) == fetched < limit + MOST_EQUAL and hits[-1][0] == hits[limit - 1][0]:
            fetched = min(limit + MOST_EQUAL, 4 * fetched)
            hits = self._searcher.search(query, fetched, count=False).hits
        return self._matches(hits)[:limit]

    def newest(self, query: Condition, limit: int) -> list[Match]:
        return self._matches(self._searcher.search(query, limit, count=False, order_by_field="recency").hits)

    def stored(self, matches: Iterable[Match]) -> list[Stored]:
        return [stored_in(self._searcher.doc(match.address)) for match in matches]

    def counts(self, query: Condition) -> Counts:
        """How many answers there are, and what of."""
        terms = {name: {"terms": {"field": name, "size": size, "segment_size": MOST_VALUES}} for name, size in FACETS.items()}
        found = self._searcher.aggregate(query, terms)
        values = {name: [(bucket["key"], bucket["doc_count"]) for bucket in found[name]["buckets"]] for name in terms}
        topics: Counter[str] = Counter()
        for together, count in values.pop("topics"):
            topics.update(dict.fromkeys(together.split(), count))
        total = sum(count for _, count in values["year"]) + found["year"]["sum_other_doc_count"]
        return Counts(total, topic=topics.most_common(), **values)

    def _matches(self, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> list[Match]:
        recencies = self._searcher.fast_field_values("recency", [address for _, address in hits])
        matches = [Match(float(score or 0), int(recency or 0), address) for (score, address), recency in zip(hits, recencies, strict=True)]
        return sorted(matches, key=lambda match: (-match.score, -match.recency))

    def _read_position(self) -> Position:
        hits = self._searcher.search(is_marker(), 1, count=False).hits
        return position_in(self._searcher.doc(hits[0][1])) if hits else BEGINNING


class Writer:
    """Changes that are seen once they are committed, all together."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def clear(self) -> None:
        self._writer.delete_documents_by_query(Query.all_query())

    def replace(self, documents: Sequence[int], entries: Iterable[IndexEntry]) -> None:
        """These entries in place of whatever the index holds of these documents."""
        if documents:  # by query: by term, Tantivy 0.27 for Python deletes nothing where the term is a number, and does not say so
            self._writer.delete_documents_by_query(is_one_of(documents))
        for entry in entries:
            self._writer.add_document(row_of(entry))

    def commit(self, position: Position) -> None:
        self._writer.delete_documents_by_query(is_marker())
        self._writer.add_document(position_row(position))
        self._writer.commit()


class SearchIndex:
    """One folder with an index; `snapshot` is cheap, `writing` needs the folder for itself."""

    def __init__(self, folder: Path) -> None:
        """Opens what is there or makes an empty index. Raises OSError, ValueError where what is there is no index of ours."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._index = tantivy.Index(SCHEMA, str(folder), reuse=True)
        self._index.config_reader("manual")
        self._commit = (0, 0)
        self._snapshot: Snapshot | None = None
        self.snapshot()

    def snapshot(self) -> Snapshot:
        """The newest commit, whichever process made it. Raises FileNotFoundError, ValueError where the index is gone or damaged."""
        state = (self.folder / "meta.json").stat()
        commit = (state.st_ino, state.st_mtime_ns)  # a commit is a new file
        snapshot = self._snapshot
        if snapshot is None or commit != self._commit:
            self._index.reload()
            snapshot = Snapshot(self._index.searcher())
            self._commit, self._snapshot = commit, snapshot
        return snapshot

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Raises ValueError where another process writes."""
        writer = self._index.writer(HEAP, 1)
        try:
            yield Writer(writer)
        finally:
            writer.rollback()
            writer.wait_merging_threads()


def discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
