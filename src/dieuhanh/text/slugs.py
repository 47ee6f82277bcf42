"""Words as a part of an address: ASCII, lower case, hyphens."""

from __future__ import annotations

import re
import unicodedata

NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Accents and all signs go; what differs only in them becomes the same.

    >>> slug("238/VP-KGVX"), slug("Sở Tài nguyên và Môi trường"), slug("04/2024/QĐ-UBND")
    ('238-vp-kgvx', 'so-tai-nguyen-va-moi-truong', '04-2024-qd-ubnd')
    """
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return NOT_PLAIN.sub("-", "".join(c for c in parts if not unicodedata.combining(c))).strip("-")
