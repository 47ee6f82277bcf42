"""Who directs, signs or chairs: "Đồng chí Dương Xuân Huyên, Phó Chủ tịch Thường trực UBND tỉnh chỉ đạo".

Reads: canonical text, an item's paragraphs.  Writes: Official. Those who only attend ("Dự phiên họp có …") are none.
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Official, Span
from dieuhanh.extract.patterns import UPPER

_NAME = rf"(?P<name>[{UPPER}]\w*(?:\s[{UPPER}]\w*){{1,4}})"
_POST = r"""
    (?: (?:Phó\s)? (?:Bí\sthư|Chủ\stịch|Chánh\sVăn\sphòng|Giám\sđốc|Trưởng\s[Bb]an|Trưởng\s[Đđ]oàn) (?:\sThường\strực)?
        (?: \s(?:HĐND|UBND|Hội\sđồng\snhân\sdân|[ỦU][yỷ]\sban\snhân\sdân|Tỉnh\s[ủu][ỷy]|Thành\s[ủu][ỷy]|Huyện\s[ủu][ỷy]|Đảng\sủy) (?:\s(?:tỉnh|thành\sphố|huyện(?:\s[A-ZĐ]\w+){1,2}))? )?
      | [ỦU][yỷ]\sviên\s[^,.;()]{3,60} )
"""
_POSITION = rf"(?P<position>{_POST} (?:\s?,\s{_POST})*)"
_DIRECTS = r"""
    (?: \s(?:vừa|đã|cũng|tiếp\stục|có|nêu\srõ,|vừa\scó)\b ){0,2} (?: \s(?:văn\sbản|ý\skiến|buổi|cuộc)\b ){0,2}
    \s?(?: \( | (?:ban\shành|chỉ\sđạo|chủ\strì|chủ\stọa|yêu\scầu|đề\snghị|giao|ký|kết\sluận|nhấn\smạnh|đánh\sgiá|quyết\sđịnh|Quyết\sđịnh|phê\sduyệt|thống\snhất|đồng\sý|phát\sbiểu|lưu\sý|làm\sviệc|điều\shành|tiếp|kiểm\stra|nhất\strí|cơ\sbản|công\sbố|ủy\squyền|phân\scông)\b )
"""
_NAMED = re.compile(rf"[đĐ]ồng\schí\s{_NAME}\s?[,–-]\s?{_POSITION}(?={_DIRECTS})", re.VERBOSE)
_NAME_LAST = re.compile(rf"(?:(?<=[.;:\n,”]\s)|(?<=\n)|[đĐ]ồng\schí\s|\A) {_POSITION} \s {_NAME} (?={_DIRECTS})", re.VERBOSE)
_UNNAMED = re.compile(rf"(?:(?<=[.;:\n]\s)|(?<=\n)|(?<=,\s)|\A) (?:[đĐ]ồng\schí\s)? {_POSITION} (?={_DIRECTS})", re.VERBOSE)
_RELAYED = re.compile(rf"ý\skiến\s(?:chỉ\sđạo\s)?của\s(?:[đĐ]ồng\schí\s)?{_NAME}\s?[,–-]\s?{_POSITION}", re.VERBOSE)
_ATTENDS = re.compile(r"\b(?:[Dd]ự|tham dự|cùng dự|tham gia|với sự (?:tham dự|tham gia))\b[^.;]{0,80}$")
_COMMITTEE = re.compile(r"[ỦU][yỷ] ban nhân dân")


def find_officials(text: str, paragraphs: list[Span]) -> list[Official]:
    """Each person once; a post without a person once, unless a person is named with it."""
    named: dict[tuple[str, str], Official] = {}
    posts: dict[str, Official] = {}
    for start, end in paragraphs:
        for pattern in (_NAMED, _NAME_LAST, _RELAYED):
            for m in pattern.finditer(text, start, end):
                if not _ATTENDS.search(text, max(start, m.start() - 90), m.start()):
                    position = _position(m["position"])
                    named.setdefault((m["name"], position), Official(m["name"], position, m.span()))
        for m in _UNNAMED.finditer(text, start, end):
            if "UBND tỉnh" in (position := _position(m["position"])):
                posts.setdefault(position, Official(None, position, m.span()))
    held = {o.position for o in named.values()}
    found = [*named.values(), *(o for position, o in posts.items() if position not in held)]
    return sorted(_once(found), key=lambda o: o.span)


def _once(officials: list[Official]) -> list[Official]:
    """A person said twice with a shorter position counts once."""
    kept: list[Official] = []
    for o in officials:
        if o.name is None or all(o.name != other.name for other in kept):
            kept.append(o)
    return kept


def _position(words: str) -> str:
    return _COMMITTEE.sub("UBND", " ".join(words.split()))
