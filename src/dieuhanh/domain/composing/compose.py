"""A week's materials to an issue.

Reads: Materials, rules, days.  Writes: ComposedIssue. The order in which the materials come changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from dieuhanh.domain.composing.core import core_of
from dieuhanh.domain.composing.material import Identity, Material, label
from dieuhanh.domain.composing.opening import opening_of
from dieuhanh.domain.composing.weeks import title_of
from dieuhanh.domain.composing.weight import Reason, Rule, Weighed, points, reasons_for
from dieuhanh.extract.facts import Period


class ComposedEntry(msgspec.Struct, frozen=True):
    """One document, or what was issued together; `sources` are names of materials, the one that it is written from first."""

    headline: str
    body: str  # paragraphs, a line each
    sources: tuple[str, ...]
    reasons: tuple[Reason, ...]


class ComposedIssue(msgspec.Struct, frozen=True):
    """An issue as it is composed, the weightiest entry first."""

    title: str
    entries: tuple[ComposedEntry, ...]


def compose(
    materials: Sequence[Material], period: Period, rules: Sequence[Rule], topics: Mapping[str, Sequence[str]] | None = None
) -> ComposedIssue:
    """The issue of these days; `topics` are those of each material by its name. No materials give an issue without entries."""
    found = []
    for group in _groups(sorted(materials, key=lambda material: material.name)):
        themes = [topic for material in group for topic in (topics or {}).get(material.name, ())]
        reasons = reasons_for(Weighed(group, themes, period), rules)
        found.append((-points(reasons), _age(group[0]), _entry(group, reasons)))
    return ComposedIssue(title_of(period), tuple(entry for *_, entry in sorted(found, key=lambda one: (*one[:2], one[2].sources))))


def _groups(materials: list[Material]) -> list[list[Material]]:
    """Materials that report one document stand together, the fullest first."""
    first: dict[Identity, int] = {}
    group_of = list(range(len(materials)))  # each points at an earlier member of its group, the first at itself
    for number, material in enumerate(materials):
        for identity in material.identities:
            other = _head(group_of, first.setdefault(identity, number))
            own = _head(group_of, number)
            group_of[max(own, other)] = min(own, other)
    groups: dict[int, list[Material]] = {}
    for number, material in enumerate(materials):
        groups.setdefault(_head(group_of, number), []).append(material)
    return [sorted(group, key=lambda material: (-material.fact_count, material.name)) for group in groups.values()]


def _head(group_of: list[int], number: int) -> int:
    while group_of[number] != number:
        number = group_of[number] = group_of[group_of[number]]
    return number


def _age(material: Material) -> tuple[dt.date, str]:
    """The day of the first document, then its number; what has no day stands last."""
    main = material.item.instruments[0] if material.item.instruments else None
    return (main.date or dt.date.max, main.number or "") if main else (dt.date.max, "")


def _entry(group: list[Material], reasons: tuple[Reason, ...]) -> ComposedEntry:
    material = group[0]
    paragraphs = core_of(material)
    opening = opening_of(material, "\n".join(paragraphs))
    body = [opening, *paragraphs] if opening else paragraphs
    return ComposedEntry(_headline(material), "\n".join(body), tuple(one.name for one in group), reasons)


def _headline(material: Material) -> str:
    """The source's own, else the document as brackets name it."""
    heading = " ".join(material.item.heading.split())
    return heading or "; ".join(label(document) for document in material.item.instruments)
