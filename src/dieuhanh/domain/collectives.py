"""Collective addressees opened into the agencies of a day: "các sở, ban, ngành", "UBND các huyện, thành phố" (cơ quan được nêu gộp).

What each opens to, and why:

- sở: the departments of the province; ban, ngành: what stands beside them under the UBND (Văn phòng, Thanh tra, a board); both lists are
  data of the province with a source a row (Nghị định 24/2014/NĐ-CP, since 01/3/2025 the province's own resolution);
- huyện, thành phố, thị xã: the committees of the second tier, which ended on 01/7/2025 (Luật 72/2025/QH15); "huyện" alone leaves
  the city out;
- xã, phường, thị trấn, đặc khu: the committees of the communes, likewise;
- "Chủ tịch UBND các …", "Giám đốc các sở", "Thủ trưởng các sở, ban, ngành": the agencies whose heads are meant.

Central agencies in the province (Công an tỉnh, Thuế tỉnh) are no "ngành" of the UBND and are named when they are meant. Words with a
restriction that no list knows ("liên quan", "biên giới", "được giao …") and all others stay one part and wait for a person.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

AgencyRow = tuple[str, str, dt.date | None, dt.date | None]  # name, kind, first day, last day; None: open

_PROVINCES = resources.files("dieuhanh.domain") / "data" / "vn"
_HEADS = re.compile(r"^(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|người đứng đầu) ")
_TAIL = re.compile(r" (?:tỉnh|cấp tỉnh|thuộc (?:ubnd )?tỉnh|trong tỉnh|trên địa bàn(?: tỉnh)?)$")
_DEPARTMENTS = re.compile(r"(?:các )?sở(?P<boards>,? ?(?:ban,? ?)?ngành(?: và)?|,? ?ban)?")
_BOARDS = re.compile(r"(?:các )?(?:ban, ?)?ngành")
_PLACES = re.compile(
    r"(?:ubnd |các ubnd )?(?:các |cấp )(?P<places>(?:(?:, ?| và )?(?:huyện|thành phố|thị xã|xã|phường|thị trấn|đặc khu))+)"
)
_PLACE = re.compile(r"huyện|thành phố|thị xã|xã|phường|thị trấn|đặc khu")
_TIERS = {"cấp huyện": ("huyện", "thành phố", "thị xã"), "cấp xã": ("xã", "phường", "thị trấn", "đặc khu")}
_COMMITTEE = re.compile(r"\b(?:ủy|uỷ) ban nhân dân\b")


class Opened(NamedTuple):
    """The agencies that a collective means on a day, in order of name, and the rule in Vietnamese; () and None where no rule knows it."""

    agencies: tuple[str, ...]
    rule: str | None


@cache
def departments() -> dict[str, str]:
    """The departments and boards of the provinces that we know, with their rank: "department" (sở) or "board" (ngang sở)."""
    tables = [folder / "departments.csv" for folder in _PROVINCES.iterdir() if folder.is_dir()]
    rows = [row for table in tables for row in csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"), newline=""))]
    return {row["name"]: row["rank"] for row in rows}


def open_collective(words: str, agencies: Iterable[AgencyRow], on: dt.date) -> Opened:
    """The agencies of a day that collective words mean; none where the words restrict them in a way that no rule knows.

    `agencies` are all that may be meant; only those that exist on the day are given.

    >>> rows = [("Sở Y tế", "province", None, None), ("UBND huyện Văn Quan", "district", None, dt.date(2025, 6, 30))]
    >>> open_collective("Chủ tịch UBND các huyện, thành phố", rows, dt.date(2024, 5, 1)).agencies
    ('UBND huyện Văn Quan',)
    """
    plain = _plain(words)
    present = sorted({name for name, _, first, last in agencies if (first is None or first <= on) and (last is None or on <= last)})
    if (m := _DEPARTMENTS.fullmatch(plain)) is not None:
        ranks = ("department", "board") if m["boards"] else ("department",)
        return Opened(_ranked(present, ranks), "các sở" + (" và cơ quan ngang sở" if m["boards"] else "") + " thuộc UBND tỉnh")
    if _BOARDS.fullmatch(plain):
        return Opened(_ranked(present, ("board",)), "các cơ quan ngang sở thuộc UBND tỉnh")
    if (m := _PLACES.fullmatch(plain)) is not None:
        kinds = next((kinds for tier, kinds in _TIERS.items() if plain.endswith(tier)), tuple(_PLACE.findall(m["places"])))
        heads = tuple(f"UBND {kind} " for kind in kinds)
        return Opened(tuple(name for name in present if name.startswith(heads)), f"UBND các {', '.join(kinds)} thuộc tỉnh")
    return Opened((), None)


def _ranked(names: list[str], ranks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if departments().get(name) in ranks)


def _plain(words: str) -> str:
    """Small letters, spaces folded, without the head of the agency and without what only says that it is the province's."""
    plain = _COMMITTEE.sub("ubnd", " ".join(words.lower().split()))
    return _TAIL.sub("", _HEADS.sub("", plain))
