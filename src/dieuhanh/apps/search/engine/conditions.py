"""What a document must be to answer: conditions, put together by whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tantivy import FieldType, Occur, Query

from dieuhanh.apps.search.engine.fields import MARKER, SCHEMA, name_key

DAYS = 4_000_000  # more than any date's ordinal

Condition = Query


def has_words(field: str, words: Sequence[str]) -> Condition:
    """Documents with this word, or with these next to one another, in the field "exact" or "plain"."""
    return _term(field, words[0]) if len(words) == 1 else Query.phrase_query(SCHEMA, field, list(words))


def is_typed(value: str) -> Condition:
    return _unscored(_term("type_key", name_key(value)))


def is_issued_by(value: str) -> Condition:
    return _unscored(_term("issuer_key", name_key(value)))


def is_known_by(value: str) -> Condition:
    return _unscored(_term("known_by", value))


def is_about(topic: str) -> Condition:
    """The code of a topic."""
    return _unscored(_term("topic", topic))


def concerns(agencies: Iterable[int]) -> Condition:
    """At least one of them is concerned."""
    return _unscored(Query.boolean_query([(Occur.Should, _term("agency", agency)) for agency in agencies]))


def is_dated(first: int | None, last: int | None) -> Condition:
    """Between two days, as ordinals, both included; what has no day is not."""
    return _unscored(Query.range_query(SCHEMA, "day", FieldType.Unsigned, first or 1, last or DAYS))


def all_of(queries: Sequence[Condition], but: Sequence[Condition] = ()) -> Condition:
    """What answers all of the first and none of the second; without any: every document."""
    wanted = [(Occur.Must, query) for query in queries] or [(Occur.Must, Query.all_query()), (Occur.MustNot, is_marker())]
    return Query.boolean_query([*wanted, *((Occur.MustNot, query) for query in but)])


def rather(query: Condition, preferred: Sequence[str]) -> Condition:
    """The answers of a query, those better in which some of these pairs stand."""
    if not preferred:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.Should, _term("pairs", pair)) for pair in preferred)])


def is_document(document: int) -> Condition:
    return _term("document", document)


def is_one_of(documents: Sequence[int]) -> Condition:
    return Query.term_set_query(SCHEMA, "document", documents)


def is_marker() -> Condition:
    """The row that holds the position."""
    return _term("marker", MARKER)


def _term(field: str, value: str | int) -> Condition:
    return Query.term_query(SCHEMA, field, value, "freq")


def _unscored(query: Condition) -> Condition:
    return Query.const_score_query(query, 0.0)
