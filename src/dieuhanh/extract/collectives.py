"""Words for several agencies at once, as the contract writes them.

Reads: the words of one member of a list, lexicon.  Writes: one canonical collective, or the agencies that it names one by one
("UBND các huyện Bình Gia, Văn Lãng" → two).
"""

from __future__ import annotations

import re

from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.patterns import UPPER
from dieuhanh.text import fold

_COMMITTEE = re.compile(r"\b[ỦU][yỷ] ?ban nhân dân\b", re.I)
_COUNCIL = re.compile(r"\bHội đồng nhân dân\b", re.I)
_FRONT = re.compile(r"\b(?:UBMTTQ|Ủy ban MTTQ|Uỷ ban MTTQ|UB MTTQ)(?: Việt Nam| VN)?\b")
_COLLECTIVE = re.compile(r"^(?:Các|Thủ trưởng|Cơ quan|Đơn vị|Lực lượng|Ngành|Chủ đầu tư|Lãnh đạo|Người đứng đầu|Cấp ủy|Chính quyền|Địa phương|Bên|Doanh nghiệp)\b")
_COMMON_CAPITALS = re.compile(r"\b(?:Sở|Ban|Ngành|Đoàn thể|Đơn vị|Cơ quan|Phòng|Huyện|Thành phố)(?=,|\s(?:và|ngành|liên quan|trực thuộc|thuộc)|$)")
_OTHER_AGENCY = r"(?!Sở\s|Ban\s|Công\s|Bộ\s|Cục\s|Chi\scục|[ỦU][yỷ]\sban|UBND|HĐND|Hội\s|Đoàn\s|Liên\sđoàn|Trung\stâm|Thanh\stra|Kho\sbạc|Ngân\shàng|Văn\sphòng|Tỉnh|Đài\s|Báo\s|Chủ\stịch|Giám\sđốc|Viện|Tòa|Toà|Trường|Phòng|Nhà\s|Quỹ|Các\s|Đề\snghị|Giao\s|Yêu\scầu)"
_NAME = rf"{_OTHER_AGENCY}[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,3}}"
_COMMITTEE_OF = r"(?P<head>(?:[Cc]hủ\stịch\s)?(?:UBND|[ỦU][yỷ]\sban\snhân\sdân))"
_PLACES = re.compile(rf"{_COMMITTEE_OF}\scác\s(?P<kind>huyện|xã|phường|thị\strấn)\s?:?\s(?P<places>{_NAME}(?:(?:,|\svà|,\svà)\s(?:thành\sphố\s|phường\s|xã\s)?{_NAME})*)")
_ONE_PLACE = re.compile(rf"{_COMMITTEE_OF}\s(?:huyện|thành\sphố|thị\sxã|xã|phường|thị\strấn|đặc\skhu)\s{_NAME}")
_PLACE = re.compile(rf"(?:(?P<kind>thành phố|phường|xã)\s)?(?P<name>{_NAME})")
_DEPARTMENTS = re.compile(r"[Cc]ác [Ss]ở\s?:?\s(?P<names>[A-ZĐ].+)")
_JOINT = re.compile(r", và |, | và ")


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
    m = _PLACES.match(text, start, limit) or _ONE_PLACE.match(text, start, limit)
    return m.end() if m else None


def distribute(lexicon: Lexicon, words: str) -> list[str]:
    """The agencies that a collective names one by one; [] where it names none."""
    if " các " not in words and not words.startswith(("Các ", "các ")):
        return []
    if (m := _PLACES.fullmatch(_COMMITTEE.sub("UBND", words))) is not None:
        head = _COMMITTEE.sub("UBND", m["head"])
        return [f"{head[0].upper()}{head[1:]} {p['kind'] or m['kind']} {p['name']}" for p in _PLACE.finditer(m["places"])]
    if (m := _DEPARTMENTS.fullmatch(words)) is not None:
        return departments(lexicon, m["names"])
    return []


def departments(lexicon: Lexicon, words: str) -> list[str]:
    """Departments named without "Sở": "Tài chính, Thông tin và Truyền thông" → two; [] unless all are known."""
    pieces = _JOINT.split(words)
    joints = _JOINT.findall(words)
    found: list[str] = []
    k = 0
    while k < len(pieces):
        for last in range(min(len(pieces), k + 3), k, -1):
            said = pieces[k] + "".join(j + p for j, p in zip(joints[k : last - 1], pieces[k + 1 : last], strict=True))
            if (name := lexicon.agencies.get(fold(f"sở {said}"))) is not None:
                found.append(name)
                k = last
                break
        else:
            return []
    return found
