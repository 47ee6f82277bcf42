"""Collective addressees opened into the agencies of a day: "các sở, ban, ngành", "UBND các huyện, thành phố" (cơ quan được nêu gộp).

What each opens to, and why:

- sở, ban, ngành (of the province): the departments and what stands beside them, the UBND's own specialised agencies
  (Luật Tổ chức chính quyền địa phương; Nghị định 24/2014/NĐ-CP, Nghị định 150/2025/NĐ-CP on specialised agencies of a province);
- sở: the departments alone; "ban, ngành" the others of that kind;
- huyện, thành phố (of the province): the committees of the second tier, which ended on 01/7/2025 (Luật 72/2025/QH15);
- xã, phường, thị trấn, đặc khu: the committees of the communes;
- "Chủ tịch UBND các …", "Giám đốc các sở", "Thủ trưởng các sở, ban, ngành": the agencies whose heads are meant.

Words with a restriction that no list knows ("liên quan", "biên giới", "được giao …") and all others stay one part and wait for a person.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

AgencyRow = tuple[str, str, dt.date | None, dt.date | None]  # name, kind, first day, last day; None: open

_HEADS = re.compile(r"^(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|người đứng đầu) ", re.IGNORECASE)
_TAIL = re.compile(r" (?:tỉnh|cấp tỉnh|thuộc (?:ubnd )?tỉnh|trong tỉnh|trên địa bàn(?: tỉnh)?|thuộc tỉnh)$")
_DEPARTMENTS = re.compile(r"các sở(?:, ?(?:ban, ?ngành|ban ngành|ngành|ban)| ban ngành)?")
_ONLY_DEPARTMENTS = "các sở"
_OTHERS = re.compile(r"các (?:ban, ?ngành|ngành)")
_DISTRICTS = re.compile(r"(?:ubnd |các ubnd )?(?:các )?(?:huyện, ?(?:thị xã, ?)?thành phố|huyện và thành phố|cấp huyện|huyện|quận, ?huyện)")
_COMMUNES = re.compile(r"(?:ubnd )?(?:các )?(?:xã, ?phường(?:, ?(?:thị trấn|đặc khu))*|xã|phường|cấp xã|xã, ?thị trấn)")
_ALIKE = re.compile(r"\bủy ban nhân dân\b|\buỷ ban nhân dân\b")


class Rule(NamedTuple):
    """How one sort of collective opens: which words, which agencies, and in which words the rule is told to people."""

    words: re.Pattern[str]
    holds: Callable[[str, str], bool]  # of name and kind
    told: str


def _is_department(name: str, kind: str) -> bool:
    return kind == "province" and name.startswith("Sở ")


def _is_specialised(name: str, kind: str) -> bool:
    """A department or what stands beside the departments: Văn phòng UBND tỉnh, Thanh tra tỉnh, a board of the UBND."""
    return _is_department(name, kind) or (kind == "province" and name.startswith(("Văn phòng UBND", "Thanh tra", "Ban ")))


def _is_other(name: str, kind: str) -> bool:
    return _is_specialised(name, kind) and not _is_department(name, kind)


def _is_district(name: str, _kind: str) -> bool:
    return name.startswith(("UBND huyện ", "UBND thành phố ", "UBND thị xã "))


def _is_commune(name: str, _kind: str) -> bool:
    return name.startswith(("UBND xã ", "UBND phường ", "UBND thị trấn ", "UBND đặc khu "))


RULES = (
    Rule(re.compile(re.escape(_ONLY_DEPARTMENTS)), _is_department, "các sở thuộc UBND tỉnh"),
    Rule(_DEPARTMENTS, _is_specialised, "các sở và cơ quan ngang sở thuộc UBND tỉnh"),
    Rule(_OTHERS, _is_other, "các cơ quan ngang sở thuộc UBND tỉnh"),
    Rule(_DISTRICTS, _is_district, "UBND các huyện, thành phố thuộc tỉnh"),
    Rule(_COMMUNES, _is_commune, "UBND các xã, phường, thị trấn thuộc tỉnh"),
)


class Opened(NamedTuple):
    """The agencies that a collective means on a day, in order of name, and the rule in Vietnamese; none and None where no rule knows it."""

    agencies: tuple[str, ...]
    rule: str | None


def open_collective(words: str, agencies: Iterable[AgencyRow], on: dt.date) -> Opened:
    """The agencies of a day that collective words mean; nothing where the words restrict them in a way that no rule knows.

    >>> rows = [("Sở Y tế", "province", None, None), ("UBND huyện Văn Quan", "district", None, dt.date(2025, 6, 30))]
    >>> open_collective("Chủ tịch UBND các huyện, thành phố", rows, dt.date(2024, 5, 1)).agencies
    ('UBND huyện Văn Quan',)
    """
    plain = _plain(words)
    rule = next((r for r in RULES if r.words.fullmatch(plain)), None)
    if rule is None:
        return Opened((), None)
    found = sorted({name for name, kind, first, last in agencies if rule.holds(name, kind) and _exists(first, last, on)})
    return Opened(tuple(found), rule.told)


def _plain(words: str) -> str:
    """Small letters, spaces folded, without the head of the agency and without what only says that it is the province's."""
    plain = _ALIKE.sub("ubnd", " ".join(words.lower().split()))
    return _TAIL.sub("", _HEADS.sub("", plain))


def _exists(first: dt.date | None, last: dt.date | None, on: dt.date) -> bool:
    return (first is None or first <= on) and (last is None or on <= last)
