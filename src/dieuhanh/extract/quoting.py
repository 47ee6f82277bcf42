"""Which document a quoted order comes from: "Tại Công văn số 5533/BYT-DP …, Bộ Y tế đề nghị UBND các tỉnh …".

Reads: Anchors, the central documents that the item names.  Writes: the key of the document, or None where the province orders.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Role

_ORDERER_BACK = 90  # characters before a word of ordering in which the one who orders stands
_OWN = re.compile(
    r"(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân) (?:tỉnh|thành phố)|đồng chí |Chủ tịch|Tỉnh ủy|Văn phòng UBND",
    re.I,
)
_SPEAKS = re.compile(r"\b(?:nêu rõ|yêu cầu|đề nghị|chỉ đạo|nhấn mạnh|lưu ý)\b")
_PLACES = re.compile(r"(?:Tại|Theo|Trong|Căn cứ)\s", re.I)
_KIND_OF = re.compile(
    r"(?:(?:Tại|Theo|Trong) )?"
    r"(?:Công văn|Công điện|Văn bản|Chỉ thị|Quyết định|Thông báo|Nghị quyết|Kế hoạch|Thông tư|Kết luận)\s(?:của|này|trên|nêu)",
    re.I,
)


class Quotable(NamedTuple):
    """A document of a central body that an item names: where, who issued it, its key."""

    start: int
    end: int
    issuer: str
    key: str


def quoted_source(anchors: Anchors, quotable: list[Quotable], start: int, subject: int, ordered_at: int | None) -> str | None:
    """Key of the document that the words `start:subject` quote an order from; None where they quote none."""
    if not quotable:
        return None
    head = anchors.text[start:subject]
    first = bisect_left(quotable, start, key=lambda q: q.start)
    here = quotable[first : bisect_left(quotable, subject, lo=first, key=lambda q: q.start)]
    speaks = _SPEAKS.search(head) is not None
    if not here and not speaks and not _KIND_OF.match(head):
        return None
    orderer = _orderer(anchors, start, ordered_at if ordered_at is not None else subject)
    if orderer is not None and anchors.lexicon.levels.get(orderer) != "central":
        return None
    if here and (orderer is not None or speaks or _PLACES.match(head)):
        return here[-1].key
    if orderer is None or not (speaks or _KIND_OF.match(head)):
        return None
    return next((quotable[k].key for k in range(first - 1, -1, -1) if quotable[k].issuer == orderer), None)


def _orderer(anchors: Anchors, start: int, position: int) -> str | None:
    """Who speaks last before `position`: the name of an agency, or the province's own words."""
    own = None
    for m in _OWN.finditer(anchors.text, max(start, position - _ORDERER_BACK), position):
        own = m
    for k in range(anchors.index(position) - 1, -1, -1):
        if anchors.starts[k] < start:
            break
        if anchors.roles[k] & Role.AGENCY:
            return own.group() if own is not None and own.start() >= anchors.starts[k] else anchors.name(k)
    return own.group() if own else None
