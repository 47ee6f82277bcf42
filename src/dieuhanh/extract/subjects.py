"""The subject of an order: the agencies that a sentence or clause tells to do something.

Reads: Anchors, a span.  Writes: Subject.
Four shapes, tried from left to right: the agencies open the clause; a word of ordering stands before them ("yêu cầu các sở …");
an adverbial stands before them ("Định kỳ hằng tháng, các cơ quan …"); none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.agencies import AgencyList, read_agencies
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Role

OPENER = re.compile(
    r"""
    (?: Căn\ cứ | Trên\ cơ\ sở | Trong | Tại | Theo | Ngay | Để | Đối\ với | Định\ kỳ | Hằng | Hàng | Trước | Sau | Khi | Nếu | Năm | Từ
      | Nhằm | Với | Về | Thực\ hiện | Qua | Đến | Chậm\ nhất | Trường\ hợp | Cùng | Bên\ cạnh | Ngoài | Giai\ đoạn | Quý | Tháng | Hết )\b
    """,
    re.VERBOSE | re.I,
)
_LONGEST_OPENER = 420  # characters; the longest seen takes 262
_TO = re.compile(r"\s?:?\s(?:cho\s|tới\s|đến\s)?")
_ISSUER = re.compile(r"(?:(?:(?:đồng\ chí\ )?(?:Phó\ )?Chủ\ tịch\ (?:Thường\ trực\ )?)?(?:Thường\ trực\ |Lãnh\ đạo\ )?(?:UBND|HĐND)\ (?:tỉnh|thành\ phố)|(?:Phó\ )?Chủ\ tịch)", re.VERBOSE | re.I)


class Subject(NamedTuple):
    """Those who are ordered; where the word of ordering stands, if there is one."""

    agencies: AgencyList
    ordered_at: int | None


def find_subject(anchors: Anchors, start: int, end: int) -> Subject | None:
    """The first agencies of the clause that a predicate follows; the issuer itself is no addressee."""
    if found := _addressees(anchors, start, end):
        return Subject(found, None)
    opener_ends = min(end, start + _LONGEST_OPENER) if OPENER.match(anchors.text, start) else start
    k = anchors.index(start)
    while k < len(anchors.starts) and anchors.starts[k] < end:
        position, roles = anchors.starts[k], anchors.roles[k]
        if roles & Role.ORDER:
            to = _TO.match(anchors.text, anchors.ends[k])
            found = _addressees(anchors, to.end(), end) if to else None
            if found:
                return Subject(found, position)
        elif roles & Role.ACTOR and position < opener_ends and anchors.text[position - 2 : position] == ", ":
            if found := _addressees(anchors, position, end):
                return Subject(found, None)
        k += 1
    return None


def _addressees(anchors: Anchors, start: int, end: int) -> AgencyList | None:
    found = read_agencies(anchors, start, end, strict=True)
    return found if found is not None and not _ISSUER.fullmatch(found.names[0]) else None
