"""Who publishes the page: the people's committee of the province that the page speaks of.

Reads: canonical text, lexicon.  Writes: canonical name, or None where the page names no province.
"""

from __future__ import annotations

from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.provinces import province_named


def find_publisher(text: str, lexicon: Lexicon) -> str | None:
    """The publisher that the province's data name; else the committee of the province named most."""
    if lexicon.publisher is not None:
        return lexicon.publisher
    province = province_named(text)
    return f"UBND tỉnh {province}" if province else None
