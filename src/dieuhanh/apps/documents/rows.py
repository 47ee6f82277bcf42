"""One function a kind of fact: from what an item says to its rows.

The day on which an item's names are read is that of its first dated instrument, else the last of the page's period.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dieuhanh.apps.documents import models as tables
from dieuhanh.extract import facts

Named = dict[str, int | None]  # ids of the designations of an item by the keys of its documents


class ItemFacts(msgspec.Struct, frozen=True):
    """An item with its row, the designations of its documents, and the day on which its names are read."""

    row: tables.Item
    item: facts.Item
    named: Named
    day: dt.date | None


def items_of(digest: tables.Digest, items: tuple[facts.Item, ...], named: list[Named]) -> Iterator[ItemFacts]:
    for order, item in enumerate(items):
        row = tables.Item(digest_id=digest.id, order=order, heading=item.heading, lead_index=item.lead_index, **span_of(item.span))
        issued = next((document.date for document in item.instruments if document.date), None)
        yield ItemFacts(row, item, named[order], issued or digest.period_end)


def warnings_of(digest: tables.Digest, warnings: tuple[facts.Warning, ...]) -> Iterator[tables.Warning]:
    for order, warning in enumerate(warnings):
        start, end = warning.span or (None, None)
        yield tables.Warning(digest_id=digest.id, order=order, code=warning.code, message=warning.message, start=start, end=end)


def officials_of(one: ItemFacts) -> Iterator[tables.Official]:
    for order, official in enumerate(one.item.officials):
        yield tables.Official(item_id=one.row.id, order=order, name=official.name, position=official.position, **span_of(official.span))


def effective_of(one: ItemFacts) -> Iterator[tables.Effective]:
    effective = one.item.effective
    if effective:
        yield tables.Effective(item_id=one.row.id, date=effective.date, **span_of(effective.span))


def mentions_of(one: ItemFacts) -> Iterator[tables.Mention]:
    for role, documents in ((tables.Role.INSTRUMENT, one.item.instruments), (tables.Role.CITATION, one.item.citations)):
        for order, document in enumerate(documents):
            yield tables.Mention(
                item_id=one.row.id,
                role=role,
                order=order,
                designation_id=one.named[document.key],
                type=document.type,
                number=document.number,
                date=document.date,
                issuer_name=document.issuer,
                title=document.title,
                provision=document.provision,
                key=document.key,
                **span_of(document.span),
            )


def relations_of(one: ItemFacts) -> Iterator[tables.Relation]:
    for order, relation in enumerate(one.item.relations):
        yield tables.Relation(
            item_id=one.row.id,
            order=order,
            type=relation.type,
            source_id=one.named.get(relation.source),
            target_id=one.named.get(relation.target),
            source_key=relation.source,
            target_key=relation.target,
            **span_of(relation.span),
        )


def assignments_of(one: ItemFacts) -> list[tables.Assignment]:
    return [
        tables.Assignment(
            item_id=one.row.id,
            order=order,
            action=assignment.action,
            source_id=one.named.get(assignment.source) if assignment.source else None,
            source_key=assignment.source,
            **span_of(assignment.span),
        )
        for order, assignment in enumerate(one.item.assignments)
    ]


def deadlines_of(one: ItemFacts, assignments: list[tables.Assignment]) -> Iterator[tables.Deadline]:
    for order, deadline in enumerate(one.item.deadlines):
        yield tables.Deadline(
            item_id=one.row.id,
            order=order,
            assignment_id=None if deadline.assignment is None else assignments[deadline.assignment].id,
            due=deadline.due,
            bound=deadline.bound,
            recurrence=deadline.recurrence,
            expression=deadline.expression,
            **span_of(deadline.span),
        )


def targets_of(one: ItemFacts) -> Iterator[tables.Target]:
    for order, target in enumerate(one.item.targets):
        yield tables.Target(
            item_id=one.row.id,
            order=order,
            subject=target.subject,
            comparator=target.comparator,
            value=target.value,
            upper=target.upper,
            unit=target.unit,
            by=target.by,
            **span_of(target.span),
        )


def span_of(span: facts.Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
