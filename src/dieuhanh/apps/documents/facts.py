"""The facts of digests as rows, collected for many pages and inserted a table at a time, parents first."""

from __future__ import annotations

import datetime as dt

from django.db import models

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.documents import models as tables
from dieuhanh.apps.documents.resolution import Resolution
from dieuhanh.extract import facts

TABLES: tuple[type[models.Model], ...] = (
    tables.Digest,
    tables.Warning,
    tables.Item,
    tables.Official,
    tables.Effective,
    tables.Mention,
    tables.Relation,
    tables.Assignment,
    tables.AssignedAgency,
    tables.Deadline,
    tables.Target,
    tables.Body,
    tables.Member,
)


class FactRows:
    """Rows of all tables in the order in which they must be inserted."""

    def __init__(self, directory: AgencyDirectory, resolution: Resolution) -> None:
        self._directory = directory
        self._resolution = resolution
        self._rows: dict[type[models.Model], list[models.Model]] = {table: [] for table in TABLES}

    def insert(self) -> dict[type[models.Model], int]:
        """Write all; how many of each table."""
        for table, rows in self._rows.items():
            table._default_manager.bulk_create(rows)
        return {table: len(rows) for table, rows in self._rows.items()}

    def add(self, page: tables.Page, digest: facts.Digest) -> None:
        """All rows of one page."""
        period = digest.period
        row = tables.Digest(
            page=page,
            title=digest.title,
            publisher_name=digest.publisher,
            publisher_id=self._directory.resolve(digest.publisher, period.end if period else None),
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            lead=list(digest.lead),
        )
        self._keep(row)
        for order, warning in enumerate(digest.warnings):
            start, end = warning.span or (None, None)
            self._keep(tables.Warning(digest=row, order=order, code=warning.code, message=warning.message, start=start, end=end))
        for order, item in enumerate(digest.items):
            self._add_item(row, order, item)

    def _add_item(self, digest: tables.Digest, order: int, item: facts.Item) -> None:
        row = tables.Item(digest=digest, order=order, heading=item.heading, lead_index=item.lead_index, **_span(item.span))
        self._keep(row)
        for k, official in enumerate(item.officials):
            self._keep(tables.Official(item=row, order=k, name=official.name, position=official.position, **_span(official.span)))
        if item.effective:
            self._keep(tables.Effective(item=row, date=item.effective.date, **_span(item.effective.span)))
        self._add_documents(row, item, digest.period_end)
        self._add_bodies(row, item)

    def _add_documents(self, row: tables.Item, item: facts.Item, page_day: dt.date | None) -> None:
        named: dict[str, tables.Designation | None] = {}
        for role, documents in ((tables.Role.INSTRUMENT, item.instruments), (tables.Role.CITATION, item.citations)):
            for k, document in enumerate(documents):
                named[document.key] = designation = self._resolution.note(document, role, page_day)
                self._keep(_mention(row, role, k, document, designation))
        for k, relation in enumerate(item.relations):
            self._keep(
                tables.Relation(
                    item=row,
                    order=k,
                    type=relation.type,
                    source=named.get(relation.source),
                    target=named.get(relation.target),
                    source_key=relation.source,
                    target_key=relation.target,
                    **_span(relation.span),
                )
            )
        self._add_assignments(row, item, named)

    def _add_assignments(self, row: tables.Item, item: facts.Item, named: dict[str, tables.Designation | None]) -> None:
        day = _day(row, item)
        made = []
        for k, assignment in enumerate(item.assignments):
            source = assignment.source
            made.append(
                tables.Assignment(
                    item=row,
                    order=k,
                    action=assignment.action,
                    source=named.get(source) if source else None,
                    source_key=source,
                    **_span(assignment.span),
                )
            )
            self._keep(made[-1])
            for part, names in ((tables.Part.LEAD, assignment.lead), (tables.Part.COOPERATING, assignment.cooperating)):
                for place, name in enumerate(names):
                    agency = self._directory.resolve(name, day)
                    self._keep(tables.AssignedAgency(assignment=made[-1], part=part, order=place, name=name, agency_id=agency))
        for k, deadline in enumerate(item.deadlines):
            self._keep(_deadline(row, k, deadline, made))
        for k, target in enumerate(item.targets):
            self._keep(_target(row, k, target))

    def _add_bodies(self, row: tables.Item, item: facts.Item) -> None:
        day = _day(row, item)
        for k, body in enumerate(item.bodies):
            standing = self._directory.resolve(body.standing, day)
            made = tables.Body(item=row, order=k, name=body.name, standing_name=body.standing, standing_id=standing, **_span(body.span))
            self._keep(made)
            for seat, member in enumerate(body.members):
                unit = self._directory.resolve(member.unit, day)
                self._keep(tables.Member(body=made, order=seat, role=member.role, post=member.post, unit_name=member.unit, unit_id=unit))

    def _keep(self, row: models.Model) -> None:
        self._rows[type(row)].append(row)


def _day(row: tables.Item, item: facts.Item) -> dt.date | None:
    """The day on which the item's names are read: that of its first dated instrument, else the last of the page's period."""
    return next((document.date for document in item.instruments if document.date), row.digest.period_end)


def _span(span: facts.Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


def _mention(
    row: tables.Item, role: tables.Role, order: int, document: facts.Document, designation: tables.Designation | None
) -> tables.Mention:
    return tables.Mention(
        item=row,
        role=role,
        order=order,
        designation=designation,
        type=document.type,
        number=document.number,
        date=document.date,
        issuer_name=document.issuer,
        title=document.title,
        provision=document.provision,
        key=document.key,
        **_span(document.span),
    )


def _deadline(row: tables.Item, order: int, deadline: facts.Deadline, assignments: list[tables.Assignment]) -> tables.Deadline:
    return tables.Deadline(
        item=row,
        order=order,
        assignment=None if deadline.assignment is None else assignments[deadline.assignment],
        due=deadline.due,
        bound=deadline.bound,
        recurrence=deadline.recurrence,
        expression=deadline.expression,
        **_span(deadline.span),
    )


def _target(row: tables.Item, order: int, target: facts.Target) -> tables.Target:
    return tables.Target(
        item=row,
        order=order,
        subject=target.subject,
        comparator=target.comparator,
        value=target.value,
        upper=target.upper,
        unit=target.unit,
        by=target.by,
        **_span(target.span),
    )
