"""Back from rows to the contract: what the register holds of pages, as digests. One query a table, whatever the number of pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from dieuhanh.apps.documents import models as tables
from dieuhanh.extract import facts

Rows = dict[int, list[Any]]  # rows by the id of their parent, in reading order


def stored_digests(pages: Sequence[tables.Page]) -> dict[int, facts.Digest]:
    """The digests of these pages by the id of the page, with the decisions of people in them; superseded versions have none."""
    digests = tables.Digest.objects.filter(page__in=pages)
    texts = {page.id: page.text for page in pages}
    warnings = _rows(tables.Warning, "digest", digest__in=digests)
    items = _items(tables.Item.objects.filter(digest__in=digests).order_by("digest", "order"))
    return {
        row.page_id: facts.Digest(
            schema=facts.SCHEMA,
            text=texts[row.page_id],
            title=row.title,
            publisher=row.publisher_name,
            period=facts.Period(row.period_start, row.period_end) if row.period_start and row.period_end else None,
            lead=tuple(row.lead),
            items=tuple(items[row.id]),
            warnings=tuple(facts.Warning(w.code, w.message, None if w.start is None else (w.start, w.end)) for w in warnings[row.id]),
        )
        for row in digests
    }


def _rows(model: Any, parent: str, **conditions: object) -> Rows:
    by_parent: Rows = defaultdict(list)
    for row in model.objects.filter(**conditions).order_by(parent, "order", "id"):
        by_parent[getattr(row, f"{parent}_id")].append(row)
    return by_parent


def _items(items: Any) -> dict[int, list[facts.Item]]:
    here = {"item__in": items}
    officials, relations = _rows(tables.Official, "item", **here), _rows(tables.Relation, "item", **here)
    targets, bodies = _rows(tables.Target, "item", **here), _rows(tables.Body, "item", **here)
    documents = {role: _rows(tables.Mention, "item", role=role, **here) for role in tables.Role}
    assignments, deadlines = _rows(tables.Assignment, "item", **here), _rows(tables.Deadline, "item", **here)
    agencies = _rows(tables.AssignedAgency, "assignment", assignment__item__in=items)
    members = _rows(tables.Member, "body", body__item__in=items)
    effective = {row.item_id: row for row in tables.Effective.objects.filter(item__in=items)}
    by_digest: dict[int, list[facts.Item]] = defaultdict(list)
    for row in items:
        numbers = {assignment.id: number for number, assignment in enumerate(assignments[row.id])}
        by_digest[row.digest_id].append(
            facts.Item(
                heading=row.heading,
                span=_span(row),
                lead_index=row.lead_index,
                instruments=tuple(_document(m) for m in documents[tables.Role.INSTRUMENT][row.id]),
                officials=tuple(facts.Official(o.name, o.position, _span(o)) for o in officials[row.id]),
                effective=_effective(effective.get(row.id)),
                citations=tuple(_document(m) for m in documents[tables.Role.CITATION][row.id]),
                relations=tuple(facts.Relation(r.type, r.source_key, r.target_key, _span(r)) for r in relations[row.id]),
                assignments=tuple(_assignment(a, agencies[a.id]) for a in assignments[row.id]),
                deadlines=tuple(_deadline(d, numbers) for d in deadlines[row.id]),
                targets=tuple(facts.Target(t.subject, t.comparator, t.value, t.upper, t.unit, t.by, _span(t)) for t in targets[row.id]),
                bodies=tuple(_body(b, members[b.id]) for b in bodies[row.id]),
            )
        )
    return by_digest


def _document(row: tables.Mention) -> facts.Document:
    return facts.Document(row.type, row.number, row.date, row.issuer_name, row.title, row.provision, row.key, _span(row))


def _effective(row: tables.Effective | None) -> facts.Effective | None:
    return None if row is None else facts.Effective(row.date, (row.start, row.end))


def _assignment(row: tables.Assignment, agencies: list[tables.AssignedAgency]) -> facts.Assignment:
    lead, cooperating = (tuple(a.name for a in agencies if a.part == part) for part in (tables.Part.LEAD, tables.Part.COOPERATING))
    return facts.Assignment(lead, cooperating, row.action, row.source_key, _span(row))


def _deadline(row: Any, numbers: dict[int, int]) -> facts.Deadline:
    return facts.Deadline(row.due, row.bound, row.recurrence, row.expression, numbers.get(row.assignment_id), _span(row))


def _body(row: tables.Body, members: list[tables.Member]) -> facts.Body:
    return facts.Body(row.name, tuple(facts.Member(m.role, m.post, m.unit_name) for m in members), row.standing_name, _span(row))


def _span(row: Any) -> facts.Span:
    return row.start, row.end
