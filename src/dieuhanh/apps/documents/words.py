"""The words behind a fact, cut out of the page by the database, so that a list of a hundred mentions does not read a hundred pages."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from django.db.models import F, IntegerField, Model, QuerySet
from django.db.models.expressions import ExpressionWrapper
from django.db.models.functions import Greatest, Substr

AROUND = 180  # code points on either side
Row = TypeVar("Row", bound=Model)


class Words(msgspec.Struct, frozen=True):
    """What was marked, and the text of the same paragraph around it."""

    before: str
    marked: str
    after: str


def with_words(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Annotates facts of items with the text around their spans."""
    first = Greatest(ExpressionWrapper(F("start") - AROUND, IntegerField()), 0)
    length = ExpressionWrapper(F("end") - F("cut_from") + AROUND, IntegerField())
    position = ExpressionWrapper(F("cut_from") + 1, IntegerField())
    cut: QuerySet[Row] = rows.annotate(cut_from=first).annotate(cut=Substr("item__digest__page__text", position, length))
    return cut


def words_of(row: Any) -> Words:
    """Of a row that `with_words` annotated; the paragraph is cut between words, with an ellipsis."""
    start, end = row.start - row.cut_from, row.end - row.cut_from
    before, marked, after = row.cut[:start], row.cut[start:end], row.cut[end:]
    line_before, line_after = before.rpartition("\n"), after.partition("\n")
    head, tail = line_before[2], line_after[0]
    if not line_before[1] and row.cut_from:
        head = "… " + head.partition(" ")[2]
    if not line_after[1] and len(after) >= AROUND:
        tail = tail.rpartition(" ")[0] + " …"
    return Words(head.lstrip(), marked, tail.rstrip())
