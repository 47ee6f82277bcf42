"""Words for several agencies at once, as the contract writes them.

Reads: the words of one member of a list, lexicon.  Writes: one canonical collective, or the agencies that it names one by one
("UBND các huyện Bình Gia, Văn Lãng" → two).
"""

from __future__ import annotations

import re
from functools import lru_cache

from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.patterns import UPPER
from dieuhanh.text import fold

_COMMITTEE = re.compile(r"\b[ỦU][yỷ] ?ban nhân dân\b", re.I)
_COUNCIL = re.compile(r"\bHội đồng nhân dân\b", re.I)
_FRONT = re.compile(r"\b(?:UBMTTQ|Ủy ban MTTQ|Uỷ ban MTTQ|UB MTTQ)(?: Việt Nam| VN)?\b")
_COLLECTIVE = re.compile(
    r"""(?: Các | Thủ\ trưởng | Cơ\ quan | Đơn\ vị | Lực\ lượng | Ngành | Chủ\ đầu\ tư | Lãnh\ đạo | Người\ đứng\ đầu | Cấp\ ủy
          | Chính\ quyền | Địa\ phương | Bên | Doanh\ nghiệp )\b""",
    re.VERBOSE,
)
_COMMON_CAPITALS = re.compile(
    r"""\b(?:Sở|Ban|Ngành|Đoàn\ thể|Đơn\ vị|Cơ\ quan|Phòng|Huyện|Thành\ phố)
        (?=, | \s(?:và|ngành|liên\ quan|trực\ thuộc|thuộc) | $)""",
    re.VERBOSE,
)
_NO_PLACE = r"""(?! (?: Sở | Ban | Công | Bộ | Cục | Hội | Đoàn | Đài | Báo | Nhà | Các | Giao ) \s
                  | Chi\ cục | [ỦU][yỷ]\ ban | UBND | HĐND | Liên\ đoàn | Trung\ tâm | Thanh\ tra | Kho\ bạc | Ngân\ hàng | Văn\ phòng
                  | Tỉnh | Chủ\ tịch | Giám\ đốc | Viện | T[òo]a | Toà | Trường | Phòng | Quỹ | Đề\ nghị | Yêu\ cầu )"""
_PLACE = rf"{_NO_PLACE}[{UPPER}]\w+(?:['’]\w+)?(?:\s[{UPPER}]\w*(?:['’]\w+)?){{0,3}}"  # Đắk R'lấp
_HEAD = r"(?P<head>(?:[Cc]hủ\ tịch\ )?(?:UBND|[ỦU][yỷ]\ ban\ nhân\ dân))"
_HEAD_OPENS = "UỦCc"
_PLACES = re.compile(
    rf"""{_HEAD}\ các\ (?P<kind>huyện|xã|phường|thị\ trấn)\s?:?\s
         (?P<places>{_PLACE}(?:(?:,|\ và|,\ và)\s(?:(?:thành\ phố|phường|xã)\s)?{_PLACE})*)""",
    re.VERBOSE,
)
_ONE_PLACE = re.compile(
    rf"""{_HEAD}\ (?: (?:huyện|thành\ phố|thị\ xã|đặc\ khu)\s{_PLACE}
                     | (?:xã|phường|thị\ trấn)\s{_PLACE}
                       (?:,?\s(?:huyện|thành\ phố|thị\ xã)\s{_PLACE})? )  # the district that it lies in
    """,
    re.VERBOSE,
)
_MORE_PLACES = re.compile(rf"(?:,\s|,?\svà\s)(?P<kind>(?:huyện|thành\ phố|thị\ xã)\ )?(?P<name>{_PLACE})", re.VERBOSE)
_EACH_PLACE = re.compile(rf"(?:(?P<kind>thành\ phố|phường|xã)\s)?(?P<name>{_PLACE})", re.VERBOSE)
_DEPARTMENTS = re.compile(r"[Cc]ác [Ss]ở\s?:?\s(?P<names>[A-ZĐ].+)")
_JOINT = re.compile(r", và |, | và ")
_COLON = re.compile(r"\s?:?\s")
_NAME_ENDS = re.compile(r"(?=[,.;:()\n]|\s(?:và\s|[a-zđà-ỹ])|$)")
_LONGEST_NAME = 60
_LONGEST_DEPARTMENT = 3  # pieces between joints: "Văn hóa, Thể thao và Du lịch"


@lru_cache(maxsize=4096)
def canonical_collective(words: str) -> str:
    """A collective in the contract's words: abbreviations of committees, small first letter, the page's words otherwise."""
    words = _COMMITTEE.sub("UBND", words)
    words = _COUNCIL.sub("HĐND", words)
    words = _FRONT.sub("Ủy ban Mặt trận Tổ quốc Việt Nam", words)
    if _COLLECTIVE.match(words):
        words = words[0].lower() + words[1:]
        words = _COMMON_CAPITALS.sub(lambda m: m.group().lower(), words)
    return words


def named_places_end(text: str, start: int, limit: int) -> int | None:
    """Where the committee of one place or of several ends that is named at `start`; None where none is ("UBND các huyện, thành phố")."""
    if text[start] not in _HEAD_OPENS:
        return None
    m = _PLACES.match(text, start, limit) or _ONE_PLACE.match(text, start, limit)
    return m.end() if m else None


def distribute(lexicon: Lexicon, words: str) -> list[str]:
    """The agencies that a collective names one by one; [] where it names none."""
    if words[0] in _HEAD_OPENS and (m := _PLACES.fullmatch(words)) is not None:
        head = _COMMITTEE.sub("UBND", m["head"])
        each = _EACH_PLACE.finditer(m["places"])
        return [f"{head[0].upper()}{head[1:]} {place['kind'] or m['kind']} {place['name']}" for place in each]
    if (m := _DEPARTMENTS.fullmatch(words)) is not None:
        return departments(lexicon, m["names"])
    return []


def more_departments(lexicon: Lexicon, text: str, position: int, limit: int) -> tuple[list[str], int]:
    """Departments that a list goes on with, "Sở" said once before them, and where the last ends: ", Xây dựng và Công Thương"."""
    names: list[str] = []
    while (joint := _JOINT.match(text, position, limit)) is not None or (not names and (joint := _COLON.match(text, position, limit))):
        found = _department_at(lexicon, text, joint.end(), limit)
        if found is None:
            break
        names.append(found[0])
        position = found[1]
    return names, position


def _department_at(lexicon: Lexicon, text: str, start: int, limit: int) -> tuple[str, int] | None:
    """The department named without "Sở" at `start` and where it ends, the longest name first."""
    if not text[start : start + 1].isupper():
        return None
    ends = [m.start() for m in _NAME_ENDS.finditer(text, start, min(limit, start + _LONGEST_NAME))]
    for end in reversed(ends):
        if (name := lexicon.agencies.get(fold(f"sở {text[start:end]}"))) is not None:
            return name, end
    return None


def more_places(lexicon: Lexicon, text: str, position: int, limit: int) -> tuple[list[str], int]:
    """Committees of districts that a list goes on with, "UBND" said once before them, and where the last ends: ", Văn Lãng và Bình Gia"."""
    names: list[str] = []
    while (place := _MORE_PLACES.match(text, position, limit)) is not None:
        name = lexicon.agencies.get(fold(f"ubnd {place['kind'] or ''}{place['name']}"))
        if name is None:
            break
        names.append(name)
        position = place.end()
    return names, position


def departments(lexicon: Lexicon, words: str) -> list[str]:
    """Departments named without "Sở": "Tài chính, Thông tin và Truyền thông" → two; [] unless all are known."""
    pieces = _JOINT.split(words)
    joints = _JOINT.findall(words)
    found: list[str] = []
    k = 0
    while k < len(pieces):
        for count in range(min(_LONGEST_DEPARTMENT, len(pieces) - k), 0, -1):
            said = pieces[k] + "".join(map(str.__add__, joints[k : k + count - 1], pieces[k + 1 : k + count]))
            if (name := lexicon.agencies.get(fold(f"sở {said}"))) is not None:
                found.append(name)
                k += count
                break
        else:
            return []
    return found
