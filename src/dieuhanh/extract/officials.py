"""Who directs, signs or chairs: "Đồng chí Dương Xuân Huyên, Phó Chủ tịch Thường trực UBND tỉnh chỉ đạo".

Reads: canonical text, an item's paragraphs.  Writes: Official. Those who only attend ("Dự phiên họp có …") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieuhanh.extract.facts import Official, Span
from dieuhanh.extract.patterns import UPPER
from dieuhanh.extract.provinces import names_of_provinces

_NAME = rf"(?:[{UPPER}]\w*(?:\s[{UPPER}]\w*){{1,4}})"
_COUNCIL = r"(?:HĐND|UBND|Hội\sđồng\s[Nn]hân\sdân|[ỦU][yỷ]\s[Bb]an\s[Nn]hân\sdân)"
_POST = rf"""
    (?: (?:Quyền\s|nguyên\s)? (?:Phó\s)? (?:Chủ\stịch|Bí\sthư|Chánh\sVăn\sphòng) (?:\s[Tt]hường\strực)?
        (?: \s(?: {_COUNCIL} (?:\s(?:[Tt]ỉnh|[Tt]hành\sphố|TP|huyện|thị\sxã|xã|phường)(?![\w]))?
                | (?:Tỉnh|Thành|Huyện|Thị|Đảng)\s[ủu][ỷy] ) )?
      | (?: [ỦU][yỷ]\sviên | UVBTV | UVBCH ) \s (?:Ban\s|BTV\s|BCH\s|Trung\sương|Tỉnh|Thành|dự\skhuyết|Bộ\sChính)
        [^,.;()\n]{{0,60}}? (?=\s?[,–-]\s)
      | Tỉnh\s[ủu][ỷy]\sviên | Thành\s[ủu][ỷy]\sviên
    )
"""
_OFFICE = rf"""
    (?: {_POST}
      | (?:Phó\s)? (?:Giám\sđốc|Trưởng\s[Bb]an|Trưởng\s[Đđ]oàn|Tổ\strưởng|Chánh\sThanh\stra|Chỉ\shuy\strưởng|Cục\strưởng) \b
        [^,.;:()\n]{{0,70}}? )
"""
_DIRECTS = r"""
    (?: \s?,?\s (?:vừa|đã|cũng|tiếp\stục|vừa\scó|nêu\srõ,|đồng\sthời|trực\stiếp|đồng|sẽ|thay\smặt\s[^,.;()]{3,40})(?!\w) ){0,3}
    (?: \s?\( | \s?,?\s (?:có\s|cho\s|ra\s|phát\s)? (?:văn\sbản|ý\skiến|buổi|cuộc|công\svăn|Công\svăn|công\sđiện|Công\sđiện|chỉ\sđạo)\b
      | \s?,?\s (?:có\s)? (?:ban\shành|chỉ\sđạo|chủ\strì|chủ\stọa|chủ\stoạ|yêu\scầu|đề\snghị|giao|ký|kết\sluận|nhấn\smạnh
        |đánh\sgiá|[Qq]uyết\sđịnh|phê\sduyệt|thống\snhất|đồng\sý
        |phát\sbiểu|lưu\sý|làm\sviệc|điều\shành|tiếp|kiểm\stra|nhất\strí|cơ\sbản|công\sbố|[ủu][ỷy]\squyền
        |phân\scông|thành\slập|kiện\stoàn|khẳng\sđịnh|nêu\srõ|chỉ\srõ|đôn\sđốc|chấp\sthuận|cho\sphép|công\snhận
        |bổ\snhiệm|điều\sđộng|chấn\schỉnh|phát\sđộng|dẫn\sđầu|biểu\sdương|ghi\snhận|quán\striệt
        |tặng|khen|thông\sbáo|gợi\sý|phát\slệnh|chỉ\sra|hoan\snghênh|thăm|nghe)\b )
"""
_POSITION = rf"(?P<position>{_OFFICE} (?:\s?(?:,|–|-|kiêm)\s{_POST}){{0,4}})"
_TAIL = rf"(?P<tail>\s{_NAME})?(?:\s?[-–,]\s(?:Phó\s)?Trưởng\s[Bb]an[^,.;:()\n]{{0,60}}?(?={_DIRECTS}))?"
_NAMED = re.compile(
    rf"(?:[đĐ]ồng\schí|[ôÔ]ng|[bB]à)\s(?P<name>{_NAME})\s?[,(–-]\s?{_POSITION}{_TAIL}\)?(?P<directs>{_DIRECTS})?", re.VERBOSE
)
_POSTED = re.compile(rf"(?:(?P<comrade>[đĐ]ồng\schí|[ôÔ]ng|[bB]à)\s)?{_POSITION}{_TAIL}(?P<directs>{_DIRECTS})?", re.VERBOSE)
# Most people and posts are announced by one of these; the rest of the grammar is read around them.
_TRACES = ("hủ tịch ", "ồng chí ", "Bí thư Tỉnh ")
_ADDRESSES = (" ông ", "Ông ", " bà ", "Bà ")
_BEFORE_POST = ("Phó ", "Quyền ", "đồng chí ", "Đồng chí ")

_ATTENDS = re.compile(
    r"\b(?:[Dd]ự (?:phiên|buổi|cuộc|họp|hội|lễ|có|và|kỳ|còn|đại)|(?:[Tt]ham|[Cc]ùng) dự|(?:sự|cùng) tham gia|tham gia có|[Cc]ó mặt)\b"
    r"[^.;]{0,110}$"
)
_RELAYED = re.compile(
    r"(?:ý kiến(?: chỉ đạo| kết luận| phát biểu)?|kết luận|chỉ đạo|chủ trì|[ủu][ỷy] quyền|phân công)\s(?:[^.;,]{0,30}\s)?của\s$"
)
_SAID_ON = re.compile(r"truyền đạt|[Tt]hông báo|dưới sự|được sự|thừa [ủu][ỷy] quyền")
_CARRIED_OUT = re.compile(r"(?:thực hiện|triển khai|theo|[Cc]ăn cứ|quán triệt|tại|nêu tại)\s[^.;,]{0,70}$", re.I)
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:!?…”]\s|[^\W\d]\)?,\s|\d,?\s|\b(?:vừa qua|qua|này|trên|đó)\s)$")
_IN_LIST = re.compile(
    r"(?:(?:UBND|HĐND)\b(?![-–/])|[ỦU][yỷ] ban nhân dân|Tỉnh [ủu][ỷy]|Chính phủ|Bộ trưởng|Thủ trưởng)[^,.;:]{0,30},\s(?:và\s)?$"
)
_OPENED = re.compile(
    r"(?:(?<![^\n])|[.;:]\s)(?:Thực hiện|Triển khai|Cụ thể hóa|Căn cứ|Theo|Tại|Xét|Trên cơ sở|Tiếp theo|Sau|Để|Nhằm)\s[^.;:]*$"
)
_WORDS = ((re.compile(r"[ỦU][yỷ] [Bb]an [Nn]hân dân"), "UBND"), (re.compile(r"Hội đồng [Nn]hân dân"), "HĐND"))
_PROVINCIAL = re.compile(r"(?:(?:UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân)(?: tỉnh| [Tt]hành phố)?|[ủu][ỷy]|Văn phòng)$", re.I)
_PERSON = 70  # characters from "ông" over a name to the post
_READ = 600  # characters from a person or a post in which it is read to its end
_LONGEST_OPENER = 400
_LISTED = 60  # characters before a post in which the member of a list before it ends
_BACK = 120  # characters before a post in which its sentence says whether one attends or is quoted


def find_officials(text: str, paragraphs: list[Span]) -> list[Official]:
    """Each person once; a post without a person once, unless a person is named with it."""
    named: dict[str, Official] = {}
    posts: dict[str, Official] = {}
    for official in _read(text, paragraphs):
        if official.name is None:
            posts.setdefault(official.position, official)
        else:
            named.setdefault(official.name, official)
    held = {post for o in named.values() for post in (o.position, *o.position.split(", "))}  # "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"
    return sorted([*named.values(), *(o for position, o in posts.items() if position not in held)], key=lambda o: o.span)


def _read(text: str, paragraphs: list[Span]) -> Iterator[Official]:
    if not paragraphs:
        return
    read_to = -1
    for place in _places(text, paragraphs[0][0], paragraphs[-1][1]):
        if place < read_to:
            continue
        opening = max(0, place - _BACK)
        start = max(opening, text.rfind("\n", opening, place) + 1)
        end = text.find("\n", place, place + _READ)
        end = min(len(text), place + _READ) if end < 0 else end
        m = _NAMED.match(text, place, end)
        official = None
        if m is not None:
            official = _named(text, m, m["name"], start)
        elif (m := _POSTED.match(text, place, end)) is not None:
            tail = (m["tail"] or "").strip()
            person = tail if tail and tail not in names_of_provinces() and _PROVINCIAL.search(m["position"]) else None
            official = _named(text, m, person, start) if person else _unnamed(text, m, start)
        if m is not None:
            read_to = m.end("position")
        if official is not None:
            yield official


def _places(text: str, start: int, end: int) -> list[int]:
    """Where a person or a post may begin, in reading order."""
    found = set()
    for trace in _TRACES:
        at = text.find(trace, start, end)
        while at >= 0:
            place = at - trace[0].islower()
            for word in _BEFORE_POST:
                if text.startswith(word, place - len(word)):
                    place -= len(word)
            found.add(max(start, place))
            for address in _ADDRESSES:
                if (person := text.rfind(address, max(start, at - _PERSON), at)) >= 0:
                    found.add(person + address.startswith(" "))
            at = text.find(trace, at + 1, end)
    return sorted(found)


def _named(text: str, m: re.Match[str], name: str, start: int) -> Official | None:
    """A person who directs: by the verb that follows, or since the words before hand on what they said."""
    before = text[max(start, m.start() - _BACK) : m.start()]
    if _attends(before):
        return None
    position = _position(m["position"])
    if m["directs"] is None and not (
        before.endswith("của ") and _RELAYED.search(before[-60:]) and ("UBND" in position or _SAID_ON.search(before))
    ):
        return None
    return Official(name, position, (m.start(), max(m.end("position"), m.end("tail"))))


def _unnamed(text: str, m: re.Match[str], start: int) -> Official | None:
    """A post of the province's committee that opens the clause of what it orders, or whose words are handed on."""
    position = _position(m["position"])
    if not position.endswith(("UBND tỉnh", "UBND Thành phố")) or "," in position:
        return None
    before = text[max(start, m.start() - _BACK) : m.start()]
    if _attends(before):
        return None
    if m["directs"] is None:
        if not before.endswith("của ") or not _RELAYED.search(before[-60:]) or not _SAID_ON.search(before) or _CARRIED_OUT.search(before):
            return None
    elif m["comrade"] is None and not (_OPENS_CLAUSE.search(before[-14:]) and _stands_alone(text, start, m)):
        return None
    return Official(None, position, (m.start(), m.end("position")))


def _stands_alone(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether a post after a comma is no member of a list: "Thực hiện Chỉ thị của Chính phủ, Chủ tịch UBND tỉnh giao Sở …"."""
    if not _IN_LIST.search(text, max(start, m.start() - _LISTED), m.start()):
        return True
    line = max(text.rfind("\n", 0, m.start()) + 1, m.start() - _LONGEST_OPENER)
    return text[m.end() : m.end() + 1] not in ".,;" and _OPENED.search(text, line, m.start()) is not None


def _attends(before: str) -> bool:
    """Whether the words before a person say that people attend."""
    return ("dự " in before or "Dự " in before or "tham gia" in before or "ó mặt" in before) and _ATTENDS.search(before) is not None


def _position(words: str) -> str:
    said = " ".join(words.split())
    for written, short in _WORDS:
        said = written.sub(short, said)
    return said
