"""A digest as a tree for people at a terminal: who must do what by when stands out, by weight and words as well as colour."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from dieuhanh.display import wording

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Assignment, Body, Deadline, Digest, Document, Item, Relation, RelationType, Target

WHO = "bold cyan"
WHEN = "bold red"
FIGURE = "bold green"
QUIET = "dim"
ALERT = "bold yellow"
ACTION_LENGTH = 280  # characters of an order: three lines and a half at 80 columns


def digest_tree(digest: Digest) -> Group:
    """One page: its title, a tree for each item, what a person should look at, and the count."""
    parts: list[Group | Tree | Text] = [_head(digest)]
    parts += [_item(position, item) for position, item in enumerate(digest.items, 1)]
    if digest.warnings:
        parts.append(_warnings(digest))
    parts.append(Text(f"Tổng cộng: {wording.counts(digest)}.", style="bold"))
    return Group(*(line for part in parts for line in (part, Text())))


def _head(digest: Digest) -> Group:
    title = Text(wording.one_line(digest.title or wording.UNTITLED), style="bold reverse")
    where = wording.one_line(digest.publisher or "Không rõ cơ quan đăng")
    when = wording.period(digest.period) if digest.period else "không rõ thời gian"
    return Group(title, Text(f"{where}, {when}"))


def _item(position: int, item: Item) -> Tree:
    tree = Tree(Text(f"{position}. {wording.one_line(item.heading)}", style="bold"), guide_style=QUIET)
    for document in item.instruments:
        tree.add(_document(document))
    for official in item.officials:
        tree.add(_said("Người chỉ đạo", wording.official(official)))
    if item.effective:
        tree.add(_said("Có hiệu lực", f"từ ngày {wording.day(item.effective.date)}", WHEN))
    names = wording.document_names(item)
    for _, orders in groupby(enumerate(item.assignments), key=_addressees):
        _add_orders(tree, list(orders), item.deadlines, names)
    for limit in item.deadlines:
        if limit.assignment is None:
            tree.add(_deadline(limit))
    for figure in item.targets:
        tree.add(_target(figure))
    for body in item.bodies:
        _add_body(tree, body)
    _add_relations(tree, item, names)
    related = {relation.target for relation in item.relations}
    cited = dict.fromkeys(wording.document(document) for document in item.citations if document.key not in related)
    if cited:
        tree.add(_said("Viện dẫn", "; ".join(cited), QUIET))
    return tree


def _said(label: str, words: str, style: str = "") -> Text:
    """A label and what it says, on one line that Rich folds to the terminal."""
    return Text.assemble(f"{label}: ", (words, style))


def _document(document: Document) -> Text:
    source = wording.document_source(document)
    return Text.assemble((wording.document(document), "bold"), f", {source}" if source else "")


def _addressees(numbered: tuple[int, Assignment]) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """Orders that follow one another to the same agencies stand under one line."""
    order = numbered[1]
    return order.lead, order.cooperating, order.source


def _add_orders(tree: Tree, orders: list[tuple[int, Assignment]], limits: tuple[Deadline, ...], names: dict[str, str]) -> None:
    """The agencies, then each thing that they must do and by when; orders of another authority say whose."""
    order = orders[0][1]
    line = Text.assemble("Giao: ", (wording.lead(order), WHO))
    if order.cooperating:
        line.append("; phối hợp: ").append(wording.names(order.cooperating), style="bold")
    if order.source:
        line.append(f" (theo {wording.one_line(names.get(order.source, order.source))})", style=QUIET)
    branch = tree.add(line)
    for index, same in orders:
        leaf = branch.add(Text(wording.shortened(same.action, ACTION_LENGTH)))
        for limit in limits:
            if limit.assignment == index:
                leaf.add(_deadline(limit))


def _deadline(limit: Deadline) -> Text:
    return _said("Thời hạn", wording.deadline(limit), WHEN)


def _target(figure: Target) -> Text:
    line = Text.assemble("Chỉ tiêu: ", wording.one_line(figure.subject), ": ", (wording.target_value(figure), FIGURE))
    return line.append(f", {wording.horizon(figure.by)}") if figure.by else line


def _add_body(tree: Tree, body: Body) -> None:
    branch = tree.add(_said("Tổ chức", wording.one_line(body.name), "bold"))
    for seats in wording.seats(body.members):
        branch.add(Text(seats))
    if body.standing:
        branch.add(_said("Cơ quan thường trực", wording.one_line(body.standing), WHO))


def _add_relations(tree: Tree, item: Item, names: dict[str, str]) -> None:
    """One line for each thing that one document does; the item's own document need not be named."""
    own = item.instruments[0].key if item.instruments else None

    def deed(relation: Relation) -> tuple[str, RelationType]:
        return relation.source, relation.type

    for (source, kind), relations in groupby(sorted(item.relations, key=deed), key=deed):
        label = wording.RELATIONS[kind].capitalize()
        if source != own:
            label = f"{wording.one_line(names.get(source, source))} {wording.RELATIONS[kind]}"
        targets = dict.fromkeys(wording.one_line(names.get(relation.target, relation.target)) for relation in relations)
        tree.add(_said(label, "; ".join(targets)))


def _warnings(digest: Digest) -> Tree:
    tree = Tree(Text("Cần xem lại", style=ALERT), guide_style=QUIET)
    for warning in digest.warnings:
        line = Text(wording.one_line(warning.message))
        if warning.span:
            start, end = warning.span
            line.right_crop(line.plain.endswith("."))
            line.append(f": “{wording.shortened(digest.text[start:end], ACTION_LENGTH)}”", style=QUIET)
        tree.add(line)
    return tree
