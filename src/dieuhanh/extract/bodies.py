"""Committees, councils and working groups that an item sets up or renews, with their members.

Reads: Anchors, an item's headline and paragraphs.  Writes: Body.
"""

from __future__ import annotations

import re

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Body, Span
from dieuhanh.extract.members import find_members
from dieuhanh.extract.agencies import read_agencies

_KINDS = r"(?:Ban\sChỉ\sđạo|Ban\schỉ\sđạo|Ban\sTổ\schức|Ban\sVận\sđộng|Ban\sQuản\slý|Ban\sĐại\sdiện|Hội\sđồng|Tổ\scông\stác|Tổ\sCông\stác|Tổ\sgiúp\sviệc|Tổ\sthẩm\sđịnh|Tổ\sbiên\stập|Tổ\scông\snghệ|Tổ\schuyên\sgia|Đoàn\skiểm\stra|Đoàn\scông\stác|Đoàn\sgiám\ssát|Tiểu\sban|Ban\sSoạn\sthảo|Ban\sĐiều\shành|Ban\sChỉ\shuy|Trung\stâm\s[Cc]hỉ\shuy)"
_SET_UP = re.compile(rf"(?:[Kk]iện\stoàn|[Tt]hành\slập|[Tt]hay\sđổi,\sbổ\ssung\sthành\sviên|[Bb]ổ\ssung\sthành\sviên)\s(?:lại\s)?(?:các\sthành\sviên\s|thành\sviên\s)?(?P<name>{_KINDS}\b[^.;()\n]*?)\s?(?=[.;(\n]|\sđối\svới|\sgồm|$)", re.VERBOSE)
_STANDING = re.compile(r"\slà\s[Cc]ơ\squan\s[Tt]hường\strực")
_OPENING = 3  # paragraphs in which an item says what it sets up


def find_bodies(anchors: Anchors, heading: Span, paragraphs: list[Span]) -> list[Body]:
    """Bodies of an item, each once, under the words of the headline where it names them."""
    text = anchors.text
    named: dict[str, re.Match[str]] = {}
    for start, end in (heading, *paragraphs[:_OPENING]):
        for m in _SET_UP.finditer(text, start, end):
            named.setdefault(_key(m["name"]), m)
    found = []
    for k, m in enumerate(_shortest(named)):
        members = find_members(anchors, paragraphs) if k == 0 else ()
        span = next((o.span() for p in paragraphs[:_OPENING] for o in _SET_UP.finditer(text, *p) if _key(o["name"]) == _key(m["name"])), m.span())
        found.append(Body(m["name"].strip(" ,"), members, _standing(anchors, paragraphs) if k == 0 else None, span))
    return found


def _key(name: str) -> str:
    return name.lower().strip(" ,")


def _shortest(named: dict[str, re.Match[str]]) -> list[re.Match[str]]:
    """One match a body: a name that only goes on from another's words is the same body."""
    kept: list[str] = []
    for key in named:
        if not any(key.startswith(other) or other.startswith(key) for other in kept):
            kept.append(key)
    return [named[key] for key in kept]


def _standing(anchors: Anchors, paragraphs: list[Span]) -> str | None:
    """The standing agency: the last agency that stands before "là cơ quan Thường trực"."""
    for start, end in paragraphs:
        if (m := _STANDING.search(anchors.text, start, end)) is not None:
            k = anchors.index(m.start()) - 1
            while k >= 0 and anchors.starts[k] >= start:
                agencies = read_agencies(anchors, anchors.starts[k], m.start(), strict=False)
                if agencies is not None and agencies.span[1] == m.start():
                    return agencies.names[-1]
                k -= 1
    return None
