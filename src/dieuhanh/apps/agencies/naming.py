"""The form in which names of agencies are compared."""

from __future__ import annotations

from dieuhanh.text import fold


def name_key(name: str) -> str:
    """One key for one name, whatever its capitals, spaces and placement of tone marks.

    >>> name_key("Uỷ ban  nhân dân tỉnh")
    'ủy ban nhân dân tỉnh'
    """
    return " ".join(fold(name).split())
