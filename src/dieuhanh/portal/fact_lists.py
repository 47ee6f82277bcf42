"""The facts of an item as lines of a list, with links to the pages of the documents and agencies that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dieuhanh.apps.documents.models import AssignedAgency, Digest, Mention
from dieuhanh.display import wording
from dieuhanh.display.marks import ASSIGNMENT, BODY, CITATION, DEADLINE, EFFECTIVE, INSTRUMENT, OFFICIAL, RELATION, TARGET, Kind, Mark
from dieuhanh.extract import facts
from dieuhanh.portal.links import DocumentLink, document_links, named_link

ACTION_LENGTH = 240  # characters of an order beside the text that holds it whole


class ItemLinks(msgspec.Struct, frozen=True):
    """Where the documents of an item lead by their keys, and its agencies by their names."""

    documents: dict[str, DocumentLink]
    agencies: dict[str, str]


def links_of(digest: Digest) -> list[ItemLinks]:
    """One for each item, in order."""
    documents: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for mention in Mention.objects.filter(item__digest=digest, designation__document__isnull=False).select_related("designation"):
        if mention.designation and mention.designation.document_id:
            documents[mention.item_id][mention.key] = mention.designation.document_id
    agencies: defaultdict[int, dict[str, str]] = defaultdict(dict)
    named = AssignedAgency.objects.filter(assignment__item__digest=digest, agency__isnull=False)
    for one in named.select_related("agency", "assignment"):
        agencies[one.assignment.item_id][one.name] = named_link(one.name, one.agency).url or ""
    links = document_links(id_ for keys in documents.values() for id_ in keys.values())
    return [
        ItemLinks({key: links[id_] for key, id_ in documents[item].items() if id_ in links}, agencies[item])
        for item in digest.items.order_by("order").values_list("id", flat=True)
    ]


def fact_lists(item: facts.Item, marks: Mapping[Kind, Sequence[Mark]], links: ItemLinks) -> list[tuple[Kind, list[SafeString]]]:
    """Every kind with its lines, in the order of the item's own."""
    names = wording.document_names(item)
    return [
        (INSTRUMENT, [_document(one, links) for one in item.instruments]),
        (OFFICIAL, [format_html("{}", wording.official(one)) for one in item.officials]),
        (EFFECTIVE, [format_html("Từ ngày <strong>{}</strong>", wording.day(item.effective.date))] if item.effective else []),
        (ASSIGNMENT, [_order(index, one, item, marks[DEADLINE], names, links) for index, one in enumerate(item.assignments)]),
        (DEADLINE, [format_html('<strong class="due">{}</strong>', wording.deadline(one)) for one in item.deadlines]),
        (TARGET, [_target(one) for one in item.targets]),
        (BODY, [_body(one) for one in item.bodies]),
        (RELATION, [_relation(one, names, links) for one in item.relations]),
        (CITATION, [_document(one, links) for one in item.citations]),
    ]


def _document(one: facts.Document, links: ItemLinks) -> SafeString:
    source = wording.document_source(one)
    return format_html("{}{}", _named(wording.document(one), one.key, links), f", {source}" if source else "")


def _named(words: str, key: str, links: ItemLinks) -> SafeString:
    link = links.documents.get(key)
    return format_html('<a href="{}">{}</a>', link.url, words) if link else format_html("<strong>{}</strong>", words)


def _agencies(names: tuple[str, ...], links: ItemLinks) -> SafeString:
    return format_html_join("; ", "{}", ((_agency(name, links.agencies.get(name)),) for name in names))


def _agency(name: str, url: str | None) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, wording.one_line(name)) if url else format_html("{}", wording.one_line(name))


def _order(
    index: int, one: facts.Assignment, item: facts.Item, limits: Sequence[Mark], names: dict[str, str], links: ItemLinks
) -> SafeString:
    """Who, with whom, what, by when, and on whose word where it is not the province's."""
    lead = _agencies(one.lead, links) if one.lead else wording.lead(one)
    cooperating = format_html("; phối hợp: {}", _agencies(one.cooperating, links)) if one.cooperating else ""
    source = format_html(" (theo {})", _named(names.get(one.source, one.source), one.source, links)) if one.source else ""
    due = format_html_join(
        "",
        '<br>Thời hạn: <a href="#{}"><strong class="due">{}</strong></a>',
        ((mark.fact_id, wording.deadline(limit)) for limit, mark in zip(item.deadlines, limits, strict=True) if limit.assignment == index),
    )
    action = wording.shortened(one.action, ACTION_LENGTH)
    return format_html("<strong>{}</strong>{}{}<br>{}{}", lead, cooperating, source, action, due)


def _target(one: facts.Target) -> SafeString:
    by = f", {wording.horizon(one.by)}" if one.by else ""
    return format_html("{}: <strong>{}</strong>{}", wording.one_line(one.subject), wording.target_value(one), by)


def _body(one: facts.Body) -> SafeString:
    seats = wording.seats(one.members)
    if one.standing:
        seats.append(f"Cơ quan thường trực: {wording.one_line(one.standing)}")
    rows = format_html_join("", "<li>{}</li>", ((seat,) for seat in seats))
    return format_html("<strong>{}</strong>{}", wording.one_line(one.name), format_html("<ul>{}</ul>", rows) if seats else "")


def _relation(one: facts.Relation, names: dict[str, str], links: ItemLinks) -> SafeString:
    source, target = (_named(wording.one_line(names.get(key, key)), key, links) for key in (one.source, one.target))
    return format_html("{} {} {}", source, wording.RELATIONS[one.type], target)
