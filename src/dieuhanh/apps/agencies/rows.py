"""The lists of agencies that come with the product, as rows.

The reader's own lists name the agencies; `data/` of this app adds communes that are no more, which the reader need not know by name, and
successions that a single column cannot hold.
Where the nation and a province name the same agency, the province's row wins and the spellings are put together.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from dieuhanh.apps.agencies.units import district_place, former_commune_names, unit_names

NATION = "vn"
READERS_LISTS = resources.files("dieuhanh.extract") / "data" / NATION
OUR_LISTS = resources.files("dieuhanh.apps.agencies") / "data" / NATION
DAY = dt.timedelta(days=1)


class AgencyRow(msgspec.Struct, frozen=True):
    """One agency; `names` are all its spellings, the canonical name first."""

    place: str
    code: str
    name: str
    kind: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    names: tuple[str, ...]


class SuccessionRow(msgspec.Struct, frozen=True):
    """Canonical names, and the first day of the successor where it is known."""

    predecessor: str
    successor: str
    on: dt.date | None


def agency_rows() -> list[AgencyRow]:
    """Every agency once, by its canonical name."""
    rows: dict[str, AgencyRow] = {}
    for place, row in _listed("agencies"):
        known = rows.get(row["name"])
        spellings = [row["name"], *filter(None, row["aliases"].split("|")), *(known.names if known else ())]
        rows[row["name"]] = _agency(place, row, row["code"], row["kind"], spellings)
    districts = set(filter(None, map(district_place, rows)))
    known_by_rule = [
        msgspec.structs.replace(row, names=_each_once([*row.names, *unit_names(row.name, districts)])) for row in rows.values()
    ]
    return [*known_by_rule, *_former_communes()]


def _former_communes() -> Iterator[AgencyRow]:
    """The same code may be that of a commune of today."""
    for place, row in _listed("communes"):
        names = former_commune_names(row["name"], row["district"])
        yield _agency(place, row | {"name": names[0], "valid_from": ""}, f"UBND-{row['code']}-cũ", "commune", names)


def _agency(place: str, row: dict[str, str], code: str, kind: str, names: Iterable[str]) -> AgencyRow:
    return AgencyRow(place, code, row["name"], kind, _day(row["valid_from"]), _day(row["valid_to"]), _each_once(names))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def succession_rows() -> list[SuccessionRow]:
    """Who took over from whom, each pair once; a successor that no row names is left out."""
    rows: dict[tuple[str, str], SuccessionRow] = {}
    names = {row.name for row in agency_rows()}
    for _, row in _listed("agencies"):
        if row["successor"] in names:
            last = _day(row["valid_to"])
            rows[row["name"], row["successor"]] = SuccessionRow(row["name"], row["successor"], last + DAY if last else None)
    for _, row in _listed("successions"):
        rows[row["predecessor"], row["successor"]] = SuccessionRow(row["predecessor"], row["successor"], _day(row["on"]))
    return list(rows.values())


def _listed(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of a table with the place they are for: the nation's first, then each province's."""
    folders = [(NATION, READERS_LISTS), (NATION, OUR_LISTS)]
    for lists in (READERS_LISTS, OUR_LISTS):
        folders += [(folder.name, folder) for folder in sorted(lists.iterdir(), key=lambda entry: entry.name) if folder.is_dir()]
    for place, folder in folders:
        yield from ((place, row) for row in _rows(folder / f"{table}.csv"))


def _rows(file: Traversable) -> Iterator[dict[str, str]]:
    if file.is_file():
        yield from csv.DictReader(file.read_text(encoding="utf-8").splitlines())


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
