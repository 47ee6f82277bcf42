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
      | Nhằm | Với | Về | Thực\ hiện | Qua | Đến | Chậm\ nhất | Trường\ hợp | Cùng | Bên\ cạnh | Ngoài | Giai\ đoạn | Quý | Tháng | Hết
      | Cho\ ý\ kiến | Kết\ luận | Phát\ biểu | Tiếp\ thu | Xét | Trước\ mắt | Thời\ gian\ (?:tới|qua|này)
      | Ở | Kinh\ phí | Song\ song )\b
    """,
    re.VERBOSE | re.I,
)
_EARLIER = re.compile(r"(?:.*,\s)?(?:trước (?:đó|đây)|hồi (?:tháng|đầu|giữa|cuối|năm)|năm (?:ngoái|trước))\b.*\sđã\s$", re.I)
_LONGEST_OPENER = 420  # characters; the longest seen takes 262
_SHORT_OPENER = 40
_APART = ("Riêng ", "riêng ")  # before the first word: "Riêng tiền ăn trưa, Sở Y tế …"
_CLOSE = 8  # characters between one who asks and the word that says so: " đã ", " có "
_LEADS_ON = ("chỉ đạo", "Chỉ đạo", "lưu ý", "Lưu ý")  # opening a clause these say what to do, not who
_TO = re.compile(r"(?:\s?\([^()]*\))?\s?:?\s(?:cho\s|tới\s|đến\s)?(?:(?:các\s)?đồng\schí:?\s)?(?:\((?:\d{1,2}|[a-zđ])\)\s)?")
_TOPIC = re.compile(r"(?:Riêng )?[đĐ]ối với |[tT]rách nhiệm của ")
_LEADS = re.compile(r"\s(?:chủ trì|làm đầu mối),?\s(?:phối hợp|thực hiện|tham mưu|triển khai|tổ chức)\b")
_ISSUER = re.compile(
    r"""
    (?: (?:(?:đồng\ chí\ )?(?:Phó\ )?Chủ\ tịch\ (?:Thường\ trực\ )?)?(?:Thường\ trực\ |Lãnh\ đạo\ )?(?:UBND|HĐND)\ tỉnh\b(?!,)
      | (?:Phó\ )?Chủ\ tịch$ )
    """,
    re.VERBOSE | re.I,
)
_BELOW = re.compile(r"chỉ đạo (?!UBND|[ỦU][yỷ] ban|Chủ tịch|Sở|các [sS]ở|các tỉnh|các địa phương)")  # its own, so it acts itself
_MINISTER = re.compile(r"(?:Phó )?Thủ tướng|Bộ trưởng|Thứ trưởng|Thống đốc|Tổng Thanh tra|Chủ nhiệm Ủy ban", re.I)


class Subject(NamedTuple):
    """Those who are ordered; where the word of ordering stands, if there is one."""

    agencies: AgencyList
    ordered_at: int | None


def find_subject(anchors: Anchors, start: int, end: int) -> Subject | None:
    """The first agencies of the clause that a predicate follows; the issuer and a central agency that asks are no addressees."""
    if found := _addressees(anchors, start, end) or _topic(anchors, start, end):
        return Subject(found, None)
    opener_ends = _opener_ends(anchors, start, end)
    for k in anchors.callers.between(start, end):
        position, roles = anchors.starts[k], anchors.roles[k]
        if roles & Role.ORDER:
            if subject := _ordered(anchors, k, start, end):
                return subject
        elif roles & Role.ACTOR:
            read = _addressees if _may_open(anchors.text, position, opener_ends) else _leaders
            if found := read(anchors, position, end):
                return Subject(found, None)
    return None


def _ordered(anchors: Anchors, k: int, start: int, end: int) -> Subject | None:
    """Those whom the word of ordering at anchor k addresses."""
    text, position = anchors.text, anchors.starts[k]
    if position == start and text.startswith(_LEADS_ON, position):
        return None
    if text.startswith("đã ", position - 3) and _EARLIER.fullmatch(text, start, position):  # what was ordered before the week
        return None
    to = _TO.match(text, anchors.ends[k])
    found = _addressees(anchors, to.end(), end, asked_by_centre=_of_centre(anchors, k)) if to else None
    found = found or _recipients(anchors, k, start)
    return Subject(found, position) if found else None


def _recipients(anchors: Anchors, k: int, start: int) -> AgencyList | None:
    """Those to whom a letter goes that the word of ordering at anchor k speaks for: "gửi UBND các tỉnh, đề nghị thông báo …"."""
    text, position = anchors.text, anchors.starts[k]
    sent = text.rfind("gửi ", start, position)
    if sent < 0 or not text.startswith(", ", position - 2):
        return None
    found = read_agencies(anchors, sent + 4, position - 2, strict=False)
    return found._replace(span=(found.span[0], anchors.ends[k])) if found and found.span[1] == position - 2 else None


def _may_open(text: str, position: int, opener_ends: int) -> bool:
    """Whether a subject may begin here: after a colon, or after a comma that closes an adverbial."""
    before = text[position - 2 : position]
    return before == ": " or (before == ", " and position < opener_ends)


def _opener_ends(anchors: Anchors, start: int, end: int) -> int:
    """Up to where an adverbial may go on before the subject; a short one that a predicate follows has no subject."""
    if OPENER.match(anchors.text, start) is None and not anchors.text.endswith(_APART, 0, start):
        return start
    comma = anchors.text.find(", ", start, min(end, start + _SHORT_OPENER))
    if comma >= 0 and (k := anchors.at(comma + 2)) is not None and anchors.roles[k] & Role.PREDICATE:
        return start
    return min(end, start + _LONGEST_OPENER)


def _of_centre(anchors: Anchors, k: int) -> bool:
    """Whether a central agency, or the people's council, stands right before the word of ordering at anchor k."""
    j = k - 1
    if j < 0 or not anchors.roles[j] & Role.AGENCY or anchors.starts[k] - anchors.ends[j] > _CLOSE:
        return False
    return anchors.lexicon.levels.get(anchors.name(j)) == "central" or anchors.name(j) == "HĐND tỉnh"


def _addressees(anchors: Anchors, start: int, end: int, *, asked_by_centre: bool = False) -> AgencyList | None:
    """Those who are told to do something; the province's own committee only where the centre asks it."""
    found = read_agencies(anchors, start, end, strict=True)
    if found is None or (_ISSUER.match(found.names[0]) and not asked_by_centre):
        return None
    central = anchors.lexicon.levels.get(found.names[0]) == "central" or _MINISTER.match(found.names[0]) is not None
    if central and _asks(anchors, found.span[1], end):
        return None
    return found


def _topic(anchors: Anchors, start: int, end: int) -> AgencyList | None:
    """Those whom a clause is about up to a colon: "Đối với UBND các xã, phường: rà soát …", "Trách nhiệm của Sở Y tế: …"."""
    topic = _TOPIC.match(anchors.text, start, end)
    found = read_agencies(anchors, topic.end(), end, strict=True) if topic else None
    return found if found and anchors.text.startswith(":", found.span[1]) else None


def _leaders(anchors: Anchors, position: int, end: int) -> AgencyList | None:
    """Those by whom something is done: "… do Sở Tư pháp chủ trì, phối hợp với Công an tỉnh thực hiện"."""
    found = _addressees(anchors, position, end) if anchors.text.startswith(" do ", position - 4) else None
    return found if found and _LEADS.match(anchors.text, found.span[1], end) else None


def _asks(anchors: Anchors, position: int, end: int) -> bool:
    """Whether those before `position` order others: "Bộ Y tế đề nghị UBND các tỉnh"."""
    k = anchors.index(position)
    if k >= len(anchors.starts) or anchors.starts[k] >= min(end, position + 4) or not anchors.roles[k] & Role.ORDER:
        return False
    return _BELOW.match(anchors.text, anchors.starts[k]) is None
