"""What an entry may rest on: the texts of its sources, and what is known of them besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dieuhanh.domain.composing.core import core_of
from dieuhanh.domain.composing.material import Material, label
from dieuhanh.domain.composing.opening import opening_of


def evidence_of(materials: Iterable[Material]) -> tuple[str, ...]:
    """Texts in which the words of an entry are looked up, each source's own first."""
    return tuple(text for material in materials for text in (material.words, *_values(material)) if text)


def _values(material: Material) -> Iterator[str]:
    """The values that people or other mentions on the page gave, worded as an entry words them."""
    item = material.item
    yield opening_of(material, "\n".join(core_of(material))) or ""
    yield from (f"{label(document)} của {document.issuer or ''}" for document in (*item.instruments, *item.citations))
    yield from (f"{person.name or ''}, {person.position}" for person in item.officials)
    yield "; ".join(name for order in item.assignments for name in (*order.lead, *order.cooperating))
