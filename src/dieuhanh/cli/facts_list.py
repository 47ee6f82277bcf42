"""The facts of one item as HTML lists, each fact linked to its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from dieuhanh.display import wording
from dieuhanh.display.marks import (
    ASSIGNMENT,
    BODY,
    CITATION,
    DEADLINE,
    EFFECTIVE,
    INSTRUMENT,
    OFFICIAL,
    RELATION,
    TARGET,
    Kind,
    Mark,
    back_label,
)

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Assignment, Body, Deadline, Document, Item, Relation, Target

ACTION_LENGTH = 200  # characters of an order beside the text that holds it whole


def facts_html(item: Item, marks: Mapping[Kind, Sequence[Mark]]) -> str:
    """A heading and a list for each kind of fact that the item holds."""
    names = wording.document_names(item)
    lists: tuple[tuple[Kind, list[str]], ...] = (
        (INSTRUMENT, [_document(document) for document in item.instruments]),
        (OFFICIAL, [escape(wording.official(person)) for person in item.officials]),
        (EFFECTIVE, [f"Từ ngày <strong>{wording.day(item.effective.date)}</strong>"] if item.effective else []),
        (ASSIGNMENT, [_order(index, order, item, marks[DEADLINE], names) for index, order in enumerate(item.assignments)]),
        (DEADLINE, [_deadline(limit) for limit in item.deadlines]),
        (TARGET, [_target(figure) for figure in item.targets]),
        (BODY, [_body(body) for body in item.bodies]),
        (RELATION, [_relation(relation, names) for relation in item.relations]),
        (CITATION, [_document(document) for document in item.citations]),
    )
    return "".join(_list(kind, marks[kind], facts) for kind, facts in lists if facts) or "<p>Không tìm thấy dữ kiện nào trong mục này.</p>"


def _list(kind: Kind, marks: Sequence[Mark], facts: list[str]) -> str:
    rows = "".join(entry(mark, fact) for mark, fact in zip(marks, facts, strict=True))
    return f"<h3>{kind.heading}</h3>\n<ul>{rows}</ul>\n"


def entry(mark: Mark, fact: str) -> str:
    """One fact, already HTML, under the anchor that its words link to."""
    return f'<li id="{mark.fact_id}">{back_label(mark)} {fact}</li>\n'


def _document(document: Document) -> str:
    source = wording.document_source(document)
    return f"<strong>{escape(wording.document(document))}</strong>{escape(f', {source}') if source else ''}"


def _order(index: int, order: Assignment, item: Item, deadline_marks: Sequence[Mark], names: dict[str, str]) -> str:
    """Who, with whom, what, by when, and on whose word where it is not the province's."""
    parts = [f"<strong>{escape(wording.lead(order))}</strong>"]
    if order.cooperating:
        parts.append(f"; phối hợp: {escape(wording.names(order.cooperating))}")
    if order.source:
        parts.append(f" <em>(theo {escape(wording.one_line(names.get(order.source, order.source)))})</em>")
    parts.append(f"<br>{escape(wording.shortened(order.action, ACTION_LENGTH))}")
    for limit, mark in zip(item.deadlines, deadline_marks, strict=True):
        if limit.assignment == index:
            parts.append(f'<br>Thời hạn: <a href="#{mark.fact_id}"><strong class="due">{escape(wording.deadline(limit))}</strong></a>')
    return "".join(parts)


def _deadline(limit: Deadline) -> str:
    return f'<strong class="due">{escape(wording.deadline(limit))}</strong>'


def _target(figure: Target) -> str:
    by = f", {wording.horizon(figure.by)}" if figure.by else ""
    return f"{escape(wording.one_line(figure.subject))}: <strong>{escape(wording.target_value(figure))}</strong>{escape(by)}"


def _body(body: Body) -> str:
    seats = [escape(seat) for seat in wording.seats(body.members)]
    if body.standing:
        seats.append(f"Cơ quan thường trực: {escape(wording.one_line(body.standing))}")
    rows = "".join(f"<li>{seat}</li>" for seat in seats)
    return f"<strong>{escape(wording.one_line(body.name))}</strong>{f'<ul>{rows}</ul>' if rows else ''}"


def _relation(relation: Relation, names: dict[str, str]) -> str:
    source, target = (escape(wording.one_line(names.get(key, key))) for key in (relation.source, relation.target))
    return f"{source} <strong>{wording.RELATIONS[relation.type]}</strong> {target}"
