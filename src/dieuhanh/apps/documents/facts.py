"""The facts of digests as rows, for many pages at once, a table at a time.

Parents go in first and their children carry plain numbers: rows that hold whole parents take Django a quarter longer to insert.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.audit.inserting import insert
from dieuhanh.apps.documents import models as tables
from dieuhanh.apps.documents.bearing import Name
from dieuhanh.apps.documents.resolution import Resolution
from dieuhanh.apps.documents.rows import (
    ItemFacts,
    Named,
    assignments_of,
    deadlines_of,
    effective_of,
    items_of,
    mentions_of,
    officials_of,
    relations_of,
    span_of,
    targets_of,
    warnings_of,
)
from dieuhanh.extract import facts


class DigestFacts(msgspec.Struct, frozen=True):
    """A digest, the page that it stands on, and the names of its items' documents by their keys."""

    page: tables.Page
    digest: facts.Digest
    names: list[dict[str, Name | None]]


class FactRows:
    """Takes in digests, then inserts all that they say."""

    def __init__(self, directory: AgencyDirectory, resolution: Resolution) -> None:
        self._directory = directory
        self._resolution = resolution
        self._digests: list[DigestFacts] = []

    def add(self, page: tables.Page, digest: facts.Digest) -> None:
        """Note what the digest names, so that it can be resolved before anything is inserted."""
        page_day = digest.period.end if digest.period else None
        self._digests.append(DigestFacts(page, digest, [self._names(item, page_day) for item in digest.items]))

    def insert(self) -> list[tables.Digest]:
        """Write all, in the order in which they were added; the documents must be resolved."""
        digests = insert((self._digest(one) for one in self._digests), keyed=True)
        insert(w for row, one in zip(digests, self._digests, strict=True) for w in warnings_of(row, one.digest.warnings))
        items = [item for row, one in zip(digests, self._digests, strict=True) for item in items_of(row, one.digest.items, self._ids(one))]
        insert((item.row for item in items), keyed=True)
        for rows in (officials_of, effective_of, mentions_of, relations_of, targets_of):
            insert(row for item in items for row in rows(item))
        self._insert_work(items)
        self._insert_bodies(items)
        return digests

    def _names(self, item: facts.Item, page_day: dt.date | None) -> dict[str, Name | None]:
        names = {d.key: self._resolution.note(d, tables.Role.INSTRUMENT, page_day) for d in item.instruments}
        return names | {d.key: self._resolution.note(d, tables.Role.CITATION, page_day) for d in item.citations}

    def _ids(self, one: DigestFacts) -> list[Named]:
        return [{key: self._resolution.id_of(name) for key, name in names.items()} for names in one.names]

    def _digest(self, one: DigestFacts) -> tables.Digest:
        digest, period = one.digest, one.digest.period
        return tables.Digest(
            page_id=one.page.id,
            title=digest.title,
            publisher_name=digest.publisher,
            publisher_id=self._directory.resolve(digest.publisher, period.end if period else None),
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            lead=list(digest.lead),
        )

    def _insert_work(self, items: list[ItemFacts]) -> None:
        assignments = [assignments_of(one) for one in items]
        insert((row for rows in assignments for row in rows), keyed=True)
        insert(row for one, rows in zip(items, assignments, strict=True) for row in self._agencies(one, rows))
        insert(row for one, rows in zip(items, assignments, strict=True) for row in deadlines_of(one, rows))

    def _agencies(self, one: ItemFacts, rows: list[tables.Assignment]) -> Iterator[tables.AssignedAgency]:
        for row, assignment in zip(rows, one.item.assignments, strict=True):
            for part, names in ((tables.Part.LEAD, assignment.lead), (tables.Part.COOPERATING, assignment.cooperating)):
                for order, name in enumerate(names):
                    agency = self._directory.given_work(name, one.day)
                    yield tables.AssignedAgency(assignment_id=row.id, part=part, order=order, name=name, agency_id=agency)

    def _insert_bodies(self, items: list[ItemFacts]) -> None:
        bodies = [(self._body(one, order, body), body, one.day) for one in items for order, body in enumerate(one.item.bodies)]
        insert((row for row, _, _ in bodies), keyed=True)
        insert(
            tables.Member(
                body_id=row.id,
                order=order,
                role=member.role,
                post=member.post,
                unit_name=member.unit,
                unit_id=self._directory.resolve(member.unit, day),
            )
            for row, body, day in bodies
            for order, member in enumerate(body.members)
        )

    def _body(self, one: ItemFacts, order: int, body: facts.Body) -> tables.Body:
        standing = self._directory.resolve(body.standing, one.day)
        return tables.Body(
            item_id=one.row.id, order=order, name=body.name, standing_name=body.standing, standing_id=standing, **span_of(body.span)
        )
