"""What stands first in an issue: points by rules that people state, each with its reason.

Reads: Material, rules as data.  Writes: Reasons. Their points are added up; of equals the older document stands first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import msgspec

from dieuhanh.domain.composing.material import Material
from dieuhanh.domain.identity import symbol_of
from dieuhanh.extract.facts import Document, Period


class Rule(msgspec.Struct, frozen=True):
    """`measure` is a key of MEASURES, `value` what it is compared with; `label` says the rule to people."""

    code: str
    measure: str
    value: str
    points: int
    label: str


class Reason(msgspec.Struct, frozen=True):
    """A rule that an entry meets; `words` are those of the sources that meet it."""

    code: str
    label: str
    points: int
    words: str


class Weighed(msgspec.Struct, frozen=True):
    """What the measures look at: the materials of one entry, its topics, the days of the issue."""

    materials: Sequence[Material]
    topics: Sequence[str]
    period: Period

    @property
    def instruments(self) -> list[Document]:
        return [document for material in self.materials for document in material.item.instruments]


Measure = Callable[[Weighed, str], str | None]


def reasons_for(weighed: Weighed, rules: Iterable[Rule]) -> tuple[Reason, ...]:
    """The rules that are met, the weightiest first."""
    met = [Reason(r.code, r.label, r.points, words) for r in rules if (words := MEASURES[r.measure](weighed, r.value)) is not None]
    return tuple(sorted(met, key=lambda reason: (-reason.points, reason.code)))


def points(reasons: Iterable[Reason]) -> int:
    return sum(reason.points for reason in reasons)


def _of_type(weighed: Weighed, value: str) -> str | None:
    return next((d.type for d in weighed.instruments if d.type == value), None)


def _legal(weighed: Weighed, _: str) -> str | None:
    """A legal normative document has the year in its number (NĐ 78/2025/NĐ-CP): 04/2024/QĐ-UBND."""
    return next((d.number for d in weighed.instruments if d.number and symbol_of(d.number) and d.number.count("/") == 2), None)


def _agencies(weighed: Weighed, value: str) -> str | None:
    orders = [order for material in weighed.materials for order in material.item.assignments]
    named = dict.fromkeys(name for order in orders for name in (*order.lead, *order.cooperating))
    return f"{len(named)} cơ quan" if len(named) >= int(value) else None


def _deadline(weighed: Weighed, value: str) -> str | None:
    last = weighed.period.end + dt.timedelta(days=int(value))
    limits = [limit for material in weighed.materials for limit in material.item.deadlines]
    return next((limit.expression for limit in limits if limit.due and weighed.period.start <= limit.due <= last), None)


def _targets(weighed: Weighed, value: str) -> str | None:
    count = sum(len(material.item.targets) for material in weighed.materials)
    return f"{count} chỉ tiêu" if count >= int(value) else None


def _relation(weighed: Weighed, value: str) -> str | None:
    relations = [relation for material in weighed.materials for relation in material.item.relations]
    return next((relation.target for relation in relations if relation.type == value), None)


def _body(weighed: Weighed, _: str) -> str | None:
    return next((body.name for material in weighed.materials for body in material.item.bodies), None)


def _effective(weighed: Weighed, _: str) -> str | None:
    return next((m.text[slice(*m.item.effective.span)] for m in weighed.materials if m.item.effective), None)


def _topic(weighed: Weighed, value: str) -> str | None:
    return value if value in weighed.topics else None


def _position(weighed: Weighed, value: str) -> str | None:
    officials = [official for material in weighed.materials for official in material.item.officials]
    return next((official.position for official in officials if official.position == value), None)


MEASURES: dict[str, Measure] = {
    "type": _of_type,
    "legal": _legal,
    "agencies": _agencies,
    "deadline": _deadline,
    "targets": _targets,
    "relation": _relation,
    "body": _body,
    "effective": _effective,
    "topic": _topic,
    "position": _position,
}
