"""Rows back into the digest that they were made from: the twin of `rows.py`.

What is shown is read from the rows and not from the original, so that it is what the register holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from dieuhanh.apps.documents import models as tables
from dieuhanh.extract import facts

ByItem = dict[int, tuple[Any, ...]]  # facts in reading order, by the id of their item


class ItemParts(msgspec.Struct, frozen=True):
    """The facts of all items of a digest, a kind each."""

    instruments: ByItem
    citations: ByItem
    officials: ByItem
    effective: ByItem
    relations: ByItem
    assignments: ByItem
    deadlines: ByItem
    targets: ByItem
    bodies: ByItem


def stored_digest(row: tables.Digest) -> facts.Digest:
    """The digest of a page, with a fixed number of queries; `row.page` is read too."""
    items = list(row.items.order_by("order"))
    parts = _parts([item.id for item in items])
    period = facts.Period(row.period_start, row.period_end) if row.period_start and row.period_end else None
    return facts.Digest(
        schema=facts.SCHEMA,
        text=row.page.text,
        title=row.title,
        publisher=row.publisher_name,
        period=period,
        lead=tuple(row.lead),
        items=tuple(_item(item, parts) for item in items),
        warnings=tuple(
            facts.Warning(w.code, w.message, None if w.start is None or w.end is None else (w.start, w.end))
            for w in row.warnings.order_by("order")
        ),
    )


def _item(row: tables.Item, parts: ItemParts) -> facts.Item:
    effective = parts.effective.get(row.id, ())
    return facts.Item(
        heading=row.heading,
        span=(row.start, row.end),
        lead_index=row.lead_index,
        instruments=parts.instruments.get(row.id, ()),
        officials=parts.officials.get(row.id, ()),
        effective=effective[0] if effective else None,
        citations=parts.citations.get(row.id, ()),
        relations=parts.relations.get(row.id, ()),
        assignments=parts.assignments.get(row.id, ()),
        deadlines=parts.deadlines.get(row.id, ()),
        targets=parts.targets.get(row.id, ()),
        bodies=parts.bodies.get(row.id, ()),
    )


def _parts(items: list[int]) -> ItemParts:
    mentions = list(tables.Mention.objects.filter(item__in=items).order_by("order"))
    assignments = list(tables.Assignment.objects.filter(item__in=items).order_by("order").prefetch_related("agencies"))
    places = {row.id: row.order for row in assignments}
    return ItemParts(
        instruments=_grouped((m for m in mentions if m.role == tables.Role.INSTRUMENT), _document),
        citations=_grouped((m for m in mentions if m.role == tables.Role.CITATION), _document),
        officials=_grouped(
            tables.Official.objects.filter(item__in=items).order_by("order"), lambda o: facts.Official(o.name, o.position, (o.start, o.end))
        ),
        effective=_grouped(tables.Effective.objects.filter(item__in=items), lambda e: facts.Effective(e.date, (e.start, e.end))),
        relations=_grouped(
            tables.Relation.objects.filter(item__in=items).order_by("order"),
            lambda r: facts.Relation(r.type, r.source_key, r.target_key, (r.start, r.end)),
        ),
        assignments=_grouped(assignments, _assignment),
        deadlines=_grouped(
            tables.Deadline.objects.filter(item__in=items).order_by("order"),
            lambda d: facts.Deadline(d.due, d.bound, d.recurrence, d.expression, places.get(d.assignment_id), (d.start, d.end)),
        ),
        targets=_grouped(
            tables.Target.objects.filter(item__in=items).order_by("order"),
            lambda t: facts.Target(t.subject, t.comparator, t.value, t.upper, t.unit, t.by, (t.start, t.end)),
        ),
        bodies=_grouped(tables.Body.objects.filter(item__in=items).order_by("order").prefetch_related("members"), _body),
    )


def _grouped(rows: Iterable[Any], fact: Callable[[Any], Any]) -> ByItem:
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.item_id].append(fact(row))
    return {item: tuple(found) for item, found in grouped.items()}


def _document(row: tables.Mention) -> facts.Document:
    return facts.Document(row.type, row.number, row.date, row.issuer_name, row.title, row.provision, row.key, (row.start, row.end))


def _assignment(row: tables.Assignment) -> facts.Assignment:
    agencies = sorted(row.agencies.all(), key=lambda agency: agency.order)
    lead = tuple(agency.name for agency in agencies if agency.part == tables.Part.LEAD)
    cooperating = tuple(agency.name for agency in agencies if agency.part == tables.Part.COOPERATING)
    return facts.Assignment(lead, cooperating, row.action, row.source_key, (row.start, row.end))


def _body(row: tables.Body) -> facts.Body:
    seats = sorted(row.members.all(), key=lambda member: member.order)
    members = tuple(facts.Member(seat.role, seat.post, seat.unit_name) for seat in seats)
    return facts.Body(row.name, members, row.standing_name, (row.start, row.end))
