"""Which province a page speaks of: of those that there are or were, the one that it names most.

Reads: canonical text, the lists of provinces.  Writes: names of provinces and of their folders.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dieuhanh.extract.lists import NATIONAL, provincial, rows, spellings
from dieuhanh.extract.patterns import UPPER

_NAMED = re.compile(rf"\btỉnh (?P<words>[{UPPER}]\w+(?:(?: | ?[-–] ?)[{UPPER}]\w+){{0,4}})")


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
    named = Counter(name for m in _NAMED.finditer(text) if (name := _opening(m["words"])) is not None)
    return named.most_common(1)[0][0] if named else None


def _opening(words: str) -> str | None:
    """The province that some words open with: "Cao Bằng Nguyễn Văn An"."""
    names = names_of_provinces()
    while words and words not in names:
        words = words.rpartition(" ")[0]
    return names.get(words)


def province_of(text: str) -> str | None:
    """Folder of the province that a text speaks of, if it has one; None where it speaks of another, or of none."""
    folders = provinces()
    named = province_named(text)
    if named is not None:
        return folders.get(named)
    return next((folder for name, folder in folders.items() if name in text), None)
