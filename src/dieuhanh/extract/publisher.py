"""Who publishes the page: the people's committee of the province that the page speaks of.

Reads: canonical text, lexicon.  Writes: canonical name, or None where the page names no province.
"""

from __future__ import annotations

import re
from collections import Counter

from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.patterns import UPPER

_PROVINCE = re.compile(rf"\b(?:UBND|[ỦU][yỷ] ban nhân dân|HĐND|địa bàn|trong) tỉnh (?P<name>[{UPPER}]\w+(?:[ -][{UPPER}]\w+){{0,3}})")


def find_publisher(text: str, lexicon: Lexicon) -> str | None:
    """The publisher that the province's data name; else the committee of the province named most."""
    if lexicon.publisher is not None:
        return lexicon.publisher
    named = Counter(m["name"] for m in _PROVINCE.finditer(text))
    return f"UBND tỉnh {named.most_common(1)[0][0]}" if named else None
