"""The fields of the index, and what each holds of a document."""

from __future__ import annotations

import unicodedata

import msgspec
import tantivy

from dieuhanh.apps.search.entry import IndexEntry, Position, Stored
from dieuhanh.apps.search.words import BREAK, pairs_of, plain, words_of
from dieuhanh.text import fold

VERSION = 3  # raise it with every change of the fields or of what they hold: another version is another folder, built anew
MARKER = "position"

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
    fields.add_text_field("topic", tokenizer_name="raw", index_option="basic")  # as many as it has
    fields.add_text_field("topics", fast=True, tokenizer_name="raw", index_option="basic")  # all in one word: counting many takes tenfold
    for name in ("exact", "plain"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")  # of plain words; half the price of positions
    fields.add_text_field("marker", tokenizer_name="raw", index_option="basic")
    fields.add_bytes_field("stored", stored=True)
    return fields.build()


SCHEMA = _schema()


def row_of(entry: IndexEntry) -> tantivy.Document:
    day = entry.date.toordinal() if entry.date else 0
    row = tantivy.Document()
    row.add_unsigned("document", entry.document)
    row.add_unsigned("recency", day << 40 | entry.document)
    row.add_unsigned("day", day)
    row.add_unsigned("year", entry.date.year if entry.date else 0)
    for name, value in (("type", entry.type), ("issuer", entry.issuer)):
        if value:
            row.add_text(name, value)
            row.add_text(f"{name}_key", name_key(value))
    row.add_text("known_by", entry.known_by)
    for agency in entry.agencies:
        row.add_unsigned("agency", agency)
    for topic in entry.topics:
        row.add_text("topic", topic)
    row.add_text("topics", " ".join(sorted(entry.topics)))
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


def position_row(position: Position) -> tantivy.Document:
    row = tantivy.Document()
    row.add_text("marker", MARKER)
    row.add_bytes("stored", _encoder.encode(position))
    return row


def stored_in(row: tantivy.Document) -> Stored:
    return _stored.decode(_kept(row))


def position_in(row: tantivy.Document) -> Position:
    return _position.decode(_kept(row))


def name_key(value: str) -> str:
    """A name in the form in which it is compared."""
    return " ".join(words_of(plain(unicodedata.normalize("NFC", value))))


def _kept(row: tantivy.Document) -> bytes:
    return row.get_first("stored") or b""
