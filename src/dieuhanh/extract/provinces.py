"""Which province a page speaks of: of those that there are or were, the one that it names most.

Reads: canonical text, the lists of provinces.  Writes: names of provinces and of their folders.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dieuhanh.extract.lists import NATIONAL, provincial, rows, spellings


@cache
def provinces() -> dict[str, str]:
    """Provinces with a folder of data: name as written ("Lạng Sơn") → folder ("langson")."""
    return {row["name"]: folder.name for folder in provincial() for row in rows(folder, "province")}


@cache
def names_of_provinces() -> dict[str, str]:
    """All provinces, old and new, with data or without: each spelling → name."""
    national = {spelling: row["name"] for row in rows(NATIONAL, "provinces") for spelling in spellings(row)}
    return national | {name: name for name in provinces()}


def province_named(text: str) -> str | None:
    """The province that the text names most ("tỉnh Lạng Sơn"); a person after "Chủ tịch UBND tỉnh" is none."""
    names = names_of_provinces()
    named = Counter(names[m["name"]] for m in _named().finditer(text))
    return named.most_common(1)[0][0] if named else None


def province_of(text: str) -> str | None:
    """Folder of the province that a text speaks of, if it has one; None where it speaks of another, or of none."""
    folders = provinces()
    named = province_named(text)
    if named is not None:
        return folders.get(named)
    return next((folder for name, folder in folders.items() if name in text), None)


@cache
def _named() -> re.Pattern[str]:
    longest_first = sorted(names_of_provinces(), key=len, reverse=True)
    return re.compile(rf"\btỉnh (?P<name>{'|'.join(map(re.escape, longest_first))})\b")
