"""What facts say of one another, after some were corrected, rejected or added: which order a deadline binds, which documents are meant."""

from __future__ import annotations

from msgspec.structs import replace

from dieuhanh.extract.facts import Assignment, Deadline, Document, Item, Relation, Span

Keys = dict[str, str | None]  # what became of the key of a document; None where it was rejected


def rewire(before: Item, after: Item) -> Item:
    """`after` with its deadlines, relations and quoted sources leading to its own facts; `before` is the item as read."""
    keys = _renamed(before, after)
    assignments = tuple(_quoting(assignment, keys) for assignment in after.assignments)
    relations = tuple(relation for relation in (_between(r, keys) for r in after.relations) if relation is not None)
    rewired = replace(after, assignments=assignments, relations=relations)
    if before.assignments == after.assignments and before.deadlines == after.deadlines:
        return rewired
    return replace(rewired, deadlines=tuple(_binding(deadline, before, after) for deadline in after.deadlines))


def _renamed(before: Item, after: Item) -> Keys:
    """The keys that are gone, with that of the document that now stands on the same words."""
    now = {document.span: document.key for document in _documents(after)}
    there = set(now.values())
    return {document.key: now.get(document.span) for document in _documents(before) if document.key not in there}


def _documents(item: Item) -> tuple[Document, ...]:
    return item.instruments + item.citations


def _quoting(assignment: Assignment, keys: Keys) -> Assignment:
    """An order quoted from a document that was rejected stays a quoted one, in the words of the page."""
    renamed = keys.get(assignment.source) if assignment.source else None
    return replace(assignment, source=renamed) if renamed else assignment


def _between(relation: Relation, keys: Keys) -> Relation | None:
    """None where one of its ends was rejected."""
    source, target = keys.get(relation.source, relation.source), keys.get(relation.target, relation.target)
    return None if source is None or target is None else replace(relation, source=source, target=target)


def _binding(deadline: Deadline, before: Item, after: Item) -> Deadline:
    """The order that it bound, where that stands; else the shortest order in whose words it is said."""
    if deadline.assignment is not None:
        bound, orders = before.assignments[deadline.assignment], after.assignments
        same = [k for k, a in enumerate(orders) if a == bound] or [k for k, a in enumerate(orders) if a.span == bound.span]
        if same:
            return replace(deadline, assignment=same[0])
    around = [k for k, a in enumerate(after.assignments) if a.span[0] <= deadline.span[0] and deadline.span[1] <= a.span[1]]
    return replace(deadline, assignment=min(around, key=lambda k: _length(after.assignments[k].span), default=None))


def _length(span: Span) -> int:
    return span[1] - span[0]
