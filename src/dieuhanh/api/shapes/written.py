"""Facts from rows to answers: a fixed number of queries for a page of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from django.db.models import Model, QuerySet

from dieuhanh.api.links import agency_address, digest_address, words_page
from dieuhanh.api.shapes.facts import AssignmentRow, Cited, DeadlineRow, Limit, MentionRow, Named, Place, RelationRow, TargetRow
from dieuhanh.api.shapes.known import DocumentRow, document_rows
from dieuhanh.apps.documents.models import AssignedAgency, Assignment, Deadline, Designation, Mention, Part, Relation, Role, Target
from dieuhanh.apps.documents.reported import reported_in
from dieuhanh.apps.documents.words import with_words, words_of
from dieuhanh.display.marks import ASSIGNMENT, CITATION, DEADLINE, INSTRUMENT, RELATION, TARGET, Kind

Row = TypeVar("Row", bound=Model)


def readable(rows: QuerySet[Row], *joined: str) -> QuerySet[Row]:
    """With the words of each and where they stand; never the text of the page."""
    return with_words(rows).select_related("item__digest__page__source", *joined).defer("item__digest__page__text", "item__digest__lead")


class Surroundings(msgspec.Struct, frozen=True):
    """What the rows of one page are tied to: the documents that their items report, and all documents that are meant, by id."""

    instruments: dict[int, list[int]]
    documents: dict[int, DocumentRow]

    def fact(self, row: Any, kind: Kind) -> dict[str, Any]:
        """What all facts have."""
        item = row.item
        place = Place(
            digest=digest_address(item.digest),
            item=item.order,
            heading=item.heading,
            page=words_page(item.digest, kind, item.order, row.order),
            instruments=tuple(self.documents[one] for one in self.instruments[item.id] if one in self.documents),
        )
        return {"id": row.id, "span": (row.start, row.end), "words": words_of(row), "place": place}

    def meant(self, designation: Designation | None) -> DocumentRow | None:
        return self.documents.get(designation.document_id or 0) if designation else None


def surroundings(rows: Sequence[Any], *designations: str) -> Surroundings:
    """With two queries; `designations` are the fields of the rows that mean documents."""
    instruments = reported_in(row.item_id for row in rows)
    named = (getattr(row, field) for row in rows for field in designations)
    meant = {one.document_id for one in named if one}
    return Surroundings(instruments, document_rows(meant.union(*instruments.values())))


def assignment_rows(rows: Sequence[Assignment]) -> Iterator[AssignmentRow]:
    around = surroundings(rows, "source")
    for row in rows:
        agencies = sorted(row.agencies.all(), key=lambda one: one.order)
        yield AssignmentRow(
            **around.fact(row, ASSIGNMENT),
            lead=_named(agencies, Part.LEAD),
            cooperating=_named(agencies, Part.COOPERATING),
            action=row.action,
            source=Cited(row.source_key, around.meant(row.source)) if row.source_key is not None else None,
            deadlines=tuple(_limit(one) for one in sorted(row.deadlines.all(), key=lambda one: one.order)),
        )


def _named(agencies: Iterable[AssignedAgency], part: Part) -> tuple[Named, ...]:
    return tuple(Named(one.name, agency_address(one.agency) if one.agency else None) for one in agencies if one.part == part)


def _limit(row: Any) -> Limit:
    return Limit(row.due, row.bound, row.recurrence, row.expression, (row.start, row.end))


def deadline_rows(rows: Sequence[Deadline]) -> Iterator[DeadlineRow]:
    around = surroundings(rows)
    for row in rows:
        said: dict[str, Any] = {field: getattr(row, field) for field in ("due", "bound", "recurrence", "expression")}
        yield DeadlineRow(**around.fact(row, DEADLINE), **said, assignment=row.assignment_id)


def target_rows(rows: Sequence[Target]) -> Iterator[TargetRow]:
    around = surroundings(rows)
    for row in rows:
        said: dict[str, Any] = {field: getattr(row, field) for field in ("subject", "comparator", "value", "upper", "unit", "by")}
        yield TargetRow(**around.fact(row, TARGET), **said)


def relation_rows(rows: Sequence[Relation]) -> Iterator[RelationRow]:
    around = surroundings(rows, "source", "target")
    for row in rows:
        source, target = Cited(row.source_key, around.meant(row.source)), Cited(row.target_key, around.meant(row.target))
        kind: Any = row.type
        yield RelationRow(**around.fact(row, RELATION), type=kind, source=source, target=target)


def mention_rows(rows: Sequence[Mention]) -> Iterator[MentionRow]:
    around = surroundings(rows, "designation")
    for row in rows:
        reported = row.role == Role.INSTRUMENT
        yield MentionRow(
            **around.fact(row, INSTRUMENT if reported else CITATION),
            role="instrument" if reported else "citation",
            type=row.type,
            number=row.number,
            date=row.date,
            issuer=row.issuer_name,
            title=row.title,
            provision=row.provision,
            key=row.key,
            document=around.meant(row.designation),
        )
