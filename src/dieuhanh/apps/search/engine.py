"""The index itself: the one module that knows Tantivy.

One document of the index for each document of the register, and one that holds the position up to which the index follows: both are
committed together, so that a process may die at any moment.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import tantivy
from tantivy import FieldType, Occur, Query

from dieuhanh.apps.search.entry import BEGINNING, IndexEntry, Position, Stored
from dieuhanh.apps.search.words import BREAK, pairs_of, plain, words_of
from dieuhanh.text import fold

SCHEMA = 1  # raise it with every change of the fields or of what they hold: another schema is another folder, built anew
HEAP = 64_000_000  # bytes that a writer gathers before it writes a segment
DAYS = 4_000_000  # more than any date's ordinal
MOST_VALUES = 1000  # of a facet that are counted …
SHOWN_VALUES = 50  # … and given back
SPARE = 10  # answers fetched beyond those asked for, to see whether equals go on behind them …
MOST_EQUAL = 4000  # … and as many at most

Condition = Query  # what a document must be; whoever asks puts them together with the functions below

_MARKER = "position"
_encoder, _stored, _position = msgspec.json.Encoder(), msgspec.json.Decoder(Stored), msgspec.json.Decoder(Position)


def _schema() -> tantivy.Schema:
    fields = tantivy.SchemaBuilder()
    fields.add_unsigned_field("document", indexed=True, fast=True)
    fields.add_unsigned_field("recency", fast=True)  # orders what nothing else orders: newest day first, then newest row
    fields.add_unsigned_field("day", indexed=True, fast=True)
    fields.add_unsigned_field("year", fast=True)
    for name in ("type", "issuer"):
        fields.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        fields.add_text_field(f"{name}_key", tokenizer_name="raw", index_option="basic")
    fields.add_text_field("known_by", tokenizer_name="raw", index_option="basic")
    fields.add_unsigned_field("agency", indexed=True)
    for name in ("exact", "plain"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")  # of plain words; half the price of positions
    fields.add_text_field("marker", tokenizer_name="raw", index_option="basic")
    fields.add_bytes_field("stored", stored=True)
    return fields.build()


_SCHEMA = _schema()


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
    year: list[tuple[float, int]]


NOTHING = Counts(0, [], [], [])


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
        return [_stored.decode(self._kept(match.address)) for match in matches]

    def counts(self, query: Condition) -> Counts:
        """How many answers there are, and what of."""
        terms = {name: {"terms": {"field": name, "size": SHOWN_VALUES, "segment_size": MOST_VALUES}} for name in ("type", "issuer", "year")}
        found = self._searcher.aggregate(query, terms)
        values = {name: [(bucket["key"], bucket["doc_count"]) for bucket in found[name]["buckets"]] for name in terms}
        return Counts(sum(count for _, count in values["year"]) + found["year"]["sum_other_doc_count"], **values)

    def _matches(self, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> list[Match]:
        recencies = self._searcher.fast_field_values("recency", [address for _, address in hits])
        matches = [Match(float(score or 0), int(recency or 0), address) for (score, address), recency in zip(hits, recencies, strict=True)]
        return sorted(matches, key=lambda match: (-match.score, -match.recency))

    def _read_position(self) -> Position:
        hits = self._searcher.search(_term("marker", _MARKER), 1, count=False).hits
        return _position.decode(self._kept(hits[0][1])) if hits else BEGINNING

    def _kept(self, address: tantivy.DocAddress) -> bytes:
        return self._searcher.doc(address).get_first("stored") or b""


class Writer:
    """Changes that are seen once they are committed, all together."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def clear(self) -> None:
        self._writer.delete_documents_by_query(Query.all_query())

    def replace(self, documents: Sequence[int], entries: Iterable[IndexEntry]) -> None:
        """These entries in place of whatever the index holds of these documents."""
        if documents:  # by query: by term, Tantivy 0.27 for Python deletes nothing where the term is a number, and does not say so
            self._writer.delete_documents_by_query(Query.term_set_query(_SCHEMA, "document", documents))
        for entry in entries:
            self._writer.add_document(_row(entry))

    def commit(self, position: Position) -> None:
        self._writer.delete_documents_by_query(_term("marker", _MARKER))
        row = tantivy.Document()
        row.add_text("marker", _MARKER)
        row.add_bytes("stored", _encoder.encode(position))
        self._writer.add_document(row)
        self._writer.commit()


class SearchIndex:
    """One folder with an index; `snapshot` is cheap, `writing` needs the folder for itself."""

    def __init__(self, folder: Path) -> None:
        """Opens what is there or makes an empty index. Raises OSError, ValueError where what is there is no index of ours."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._index = tantivy.Index(_SCHEMA, str(folder), reuse=True)
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


def has_words(field: str, words: Sequence[str]) -> Condition:
    """Documents with this word, or with these next to one another, in the field "exact" or "plain"."""
    return _term(field, words[0]) if len(words) == 1 else Query.phrase_query(_SCHEMA, field, list(words))


def is_typed(value: str) -> Condition:
    return _unscored(_term("type_key", _key(value)))


def is_issued_by(value: str) -> Condition:
    return _unscored(_term("issuer_key", _key(value)))


def is_known_by(value: str) -> Condition:
    return _unscored(_term("known_by", value))


def concerns(agencies: Iterable[int]) -> Condition:
    """At least one of them is concerned."""
    return _unscored(Query.boolean_query([(Occur.Should, _term("agency", agency)) for agency in agencies]))


def is_dated(first: int | None, last: int | None) -> Condition:
    """Between two days, as ordinals, both included; what has no day is not."""
    return _unscored(Query.range_query(_SCHEMA, "day", FieldType.Unsigned, first or 1, last or DAYS))


def all_of(queries: Sequence[Condition], but: Sequence[Condition] = ()) -> Condition:
    """What answers all of the first and none of the second; without any: every document."""
    wanted = [(Occur.Must, query) for query in queries] or [(Occur.Must, Query.all_query()), (Occur.MustNot, _term("marker", _MARKER))]
    return Query.boolean_query([*wanted, *((Occur.MustNot, query) for query in but)])


def rather(query: Condition, preferred: Sequence[str]) -> Condition:
    """The answers of a query, those better in which some of these pairs stand."""
    if not preferred:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.Should, _term("pairs", pair)) for pair in preferred)])


def is_document(document: int) -> Condition:
    return _term("document", document)


def _term(field: str, value: str | int) -> Condition:
    return Query.term_query(_SCHEMA, field, value, "freq")


def _key(value: str) -> str:
    """A name in the form in which it is compared."""
    return " ".join(words_of(plain(unicodedata.normalize("NFC", value))))


def _unscored(query: Condition) -> Condition:
    return Query.const_score_query(query, 0.0)


def _row(entry: IndexEntry) -> tantivy.Document:
    day = entry.date.toordinal() if entry.date else 0
    row = tantivy.Document()
    row.add_unsigned("document", entry.document)
    row.add_unsigned("recency", day << 40 | entry.document)
    row.add_unsigned("day", day)
    row.add_unsigned("year", entry.date.year if entry.date else 0)
    for name, value in (("type", entry.type), ("issuer", entry.issuer)):
        if value:
            row.add_text(name, value)
            row.add_text(f"{name}_key", _key(value))
    row.add_text("known_by", entry.known_by)
    for agency in entry.agencies:
        row.add_unsigned("agency", agency)
    parts = [words_of(fold(part)) for part in _parts(entry)]
    exact = f" {BREAK} ".join(" ".join(words) for words in parts)
    row.add_text("exact", exact)
    row.add_text("plain", plain(exact))
    row.add_text("pairs", plain(" ".join(pair for words in parts for pair in pairs_of(words))))
    stored = Stored(
        entry.document, entry.type, entry.number, entry.date, entry.issuer, entry.title, entry.known_by, entry.text, plain(entry.text)
    )
    row.add_bytes("stored", _encoder.encode(stored))
    return row


def _parts(entry: IndexEntry) -> list[str]:
    """A document's words; its title counts twice, for a word there says more than one somewhere in a digest."""
    names = [f"{entry.type} {entry.number or ''}", *entry.spellings, entry.issuer, entry.title, entry.title]
    return [part for part in (*names, *entry.text.split("\n")) if part]
