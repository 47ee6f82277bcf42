"""What an entry may rest on: the texts of its sources, and what is known of them besides."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from dieuhanh.domain.composing.core import core_of
from dieuhanh.domain.composing.material import Material, label
from dieuhanh.domain.composing.opening import opening_of
from dieuhanh.domain.readings import find_figures
from dieuhanh.extract.facts import Span
from dieuhanh.text.days import written_day

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}")  # values of find_figures: a day with its year, a day without


def evidence_of(materials: Iterable[Material]) -> tuple[str, ...]:
    """Texts in which the words of an entry are looked up, each source's own first."""
    return tuple(text for material in materials for text in (material.words, *_values(material)) if text)


def _values(material: Material) -> Iterator[str]:
    """The values that people, rules or other mentions on the page gave, worded as an entry words them."""
    item = material.item
    yield opening_of(material, "\n".join(core_of(material))) or ""
    yield _with_days_as_known(material)
    yield from (f"{label(document)} của {document.issuer or ''}" for document in (*item.instruments, *item.citations))
    yield from (f"Đồng chí {person.name}, {person.position} chỉ đạo" for person in item.officials if person.name)
    yield "; ".join(name for order in item.assignments for name in (*order.lead, *order.cooperating))


def _with_days_as_known(material: Material) -> str:
    """The source's words with the days that follow from them in their places ("trước ngày 31/3" in 2024); "" where none differ."""
    item, text = material.item, material.text
    known = [(limit.span, limit.due) for limit in item.deadlines]
    known += [(document.span, document.date) for document in (*item.instruments, *item.citations)]
    changes = sorted({change for span, date in known if date for change in _changed_day(text, span, date)}, reverse=True)
    start, end = item.span
    for (first, last), words in changes:
        text, end = text[:first] + words + text[last:], end + len(words) - (last - first)
    return text[start:end] if changes else ""


def _changed_day(text: str, span: Span, date: dt.date) -> Iterator[tuple[Span, str]]:
    """Where the only day of these words stands, if it is written as another one than is known."""
    days = [figure for figure in find_figures(text[slice(*span)]) if _DAY.fullmatch(figure.value)]
    if len(days) == 1 and days[0].value != date.isoformat():
        first, last = days[0].span
        yield (span[0] + first, span[0] + last), written_day(date)
