"""Districts and communes: how they are called, by rule. Their people's committee is the agency.

A place that was a district until 30/6/2025 and whose name a commune bears since is also called by its name alone; which of the two is
meant, the day tells. Names of other communes are common words ("Đoàn Kết") and mean nobody without "xã".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

COMMITTEE, LONG = "UBND", "Ủy ban nhân dân"
DISTRICT = "huyện"
_UNIT = re.compile(rf"{COMMITTEE} (?P<unit>(?P<kind>{DISTRICT}|thành phố|xã|phường|thị trấn) (?P<place>.+))")


def district_place(name: str) -> str | None:
    """The place of a rural district: "UBND huyện Hữu Lũng" → "Hữu Lũng"; None for any other agency."""
    m = _UNIT.fullmatch(name)
    return m["place"] if m and m["kind"] == DISTRICT else None


def unit_names(name: str, districts: Collection[str]) -> Iterator[str]:
    """What the people's committee of that name is called besides; nothing for any other agency. `districts` are places of districts.

    >>> list(unit_names("UBND xã Hữu Lũng", {"Hữu Lũng"})), list(unit_names("UBND xã Đoàn Kết", {"Hữu Lũng"}))
    (['xã Hữu Lũng', 'UBND Hữu Lũng', 'Hữu Lũng'], ['xã Đoàn Kết'])
    """
    m = _UNIT.fullmatch(name)
    if m:
        yield m["unit"]
        if m["place"] in districts:
            yield from (f"{COMMITTEE} {m['place']}", m["place"])


def former_commune_names(commune: str, district: str) -> tuple[str, ...]:
    """Of a commune that is no more, the canonical name first: alone its name may be that of several.

    >>> former_commune_names("xã Hòa Bình", "huyện Chi Lăng")[0::3]
    ('UBND xã Hòa Bình, huyện Chi Lăng', 'UBND xã Hòa Bình')
    """
    forms = (f"{COMMITTEE} {commune}", f"{LONG} {commune}", commune)
    return (*(f"{form}, {district}" for form in forms), *forms)
