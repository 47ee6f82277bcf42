"""Members of a committee: "đồng chí Giám đốc Sở X làm Phó Trưởng ban", "Các Ủy viên là lãnh đạo các sở, ngành gồm: A, B".

Reads: Anchors, paragraphs.  Writes: Member, one for each seat; a list of agencies gives one member an agency.
"""

from __future__ import annotations

import re

from dieuhanh.extract.collectives import canonical_collective
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Member, Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.sentences import split_sentences
from dieuhanh.text import fold

_ROLE = r"""(?:(?:Đồng\s)?(?:Phó\s)?(?:Trưởng|Chủ\stịch|Tổ\strưởng|Tổ\sTrưởng|Trưởng\sđoàn)\s?(?:[Bb]an|[Tt]iểu\sban|[Hh]ội\sđồng|[Đđ]oàn)?(?:\s(?:Chỉ\sđạo|Tổ\schức))?(?:\s[Tt]hường\strực)?
    |Phó\strưởng\s[Bb]an(?:\s[Tt]hường\strực)?|Tổ\sphó(?:\s[Tt]hường\strực)?|Phó\sTrưởng\s[Bb]an(?:\s[Tt]hường\strực)?|Phó\s[Tt]rưởng\s[Đđ]oàn
    |[ỦU][yỷ]\sviên(?:\s[Tt]hường\strực)?|[Tt]hành\sviên(?:\s[Tt]hường\strực)?|[Tt]hư\ský)"""
_AS_ROLE = re.compile(rf"\s?(?:,\s)?(?:làm|giữ\schức(?:\svụ)?|là)\s?,?\s(?P<role>{_ROLE})(?=[\s,.;:]|$)", re.VERBOSE)
_ROLE_IS = re.compile(rf"(?:Các\s|Tham\sgia\s|Và\s)?(?P<role>{_ROLE})(?:\s(?:Ban|Tổ|Hội|Đoàn|Tiểu)\s[^:;.]{{0,60}}?)?(?:\s(?:có|cón\scó|còn\scó|là|gồm|bao\sgồm|gồm\scó)(?:\s(?:là|gồm|có))?\s?:?|\s?:)\s", re.VERBOSE | re.I)
_GROUP = r"(?:sở|ban|ngành|cơ\squan|đơn\svị|đoàn\sthể|tổ\schức|hội|địa\sphương|huyện|thành\sphố)"
_LIST_OPENS = re.compile(
    r"""
    (?P<post> (?:{post}) (?:,\s(?:{post}))* ) \s
    (?:thuộc\s|của\s)? (?:(?:một\ssố|các|những)\s)? {group} (?:[,\s]+(?:và\s)?{group})* (?:\s(?:tỉnh|liên\squan|sau(?:\sđây)?|có\sliên\squan))* \s?
    (?: (?:gồm|bao\sgồm|gồm\scó|như|là)\s?:? | : ) \s*
    """.format(post=r"(?:đại\sdiện\s)?lãnh\sđạo|Lãnh\sđạo|[Tt]hủ\strưởng|Trưởng\sphòng(?:\schuyên\smôn)?|[Cc]huyên\sviên|Trưởng|Giám\sđốc|Phó\sGiám\sđốc|[Đđ]ại\sdiện", group=_GROUP),
    re.VERBOSE,
)
_POST_WORD = re.compile(r"(?:đồng chí\s|các\s|mời\s|do\s|ông\s|bà\s)*", re.I)
_POST = re.compile(
    r"(?P<post>(?:(?:Phó\s)?(?:Chủ tịch|Giám đốc|Trưởng ban|Trưởng phòng|Cục trưởng|Chi cục trưởng|Chánh Văn phòng|Chánh Thanh tra|Tổng Biên tập|Tổng biên tập|Chỉ huy trưởng|Tham mưu trưởng|Bí thư|Viện trưởng|Chánh án|Hiệu trưởng|Chủ nhiệm|Trưởng)|Phó [Tt]rưởng [Bb]an|Phó trưởng [Bb]an|[Ll]ãnh đạo|[Đđ]ại diện(?: lãnh đạo)?|[Tt]hủ trưởng|[Cc]huyên viên|[Tt]rưởng)(?: Thường trực)?(?:,\s(?:Trưởng phòng(?: chuyên môn)?|chuyên viên|Phó Giám đốc))*)\s",
)
_IN_CHARGE = re.compile(r"\s?,?\sphụ trách\s", re.I)
_ALSO = re.compile(r"(?:Ngoài ra,?\s)?mời\s|(?:Ngoài ra,?\s)", re.I)
_COMMITTEE = re.compile(r"[ỦU][yỷ] ban nhân dân")


def find_members(anchors: Anchors, paragraphs: list[Span]) -> tuple[Member, ...]:
    """All seats in reading order."""
    found: list[Member] = []
    for paragraph in paragraphs:
        for sentence in split_sentences(anchors.text, paragraph):
            found += _read_sentence(anchors, sentence)
    return tuple(dict.fromkeys(found))


def _read_sentence(anchors: Anchors, sentence: Span) -> list[Member]:
    text = anchors.text
    start, end = sentence
    stop = end - (text[end - 1] == ".")
    if (m := _ROLE_IS.match(text, start, stop)) is not None:
        return _seats(anchors, m.end(), stop, _role(m["role"]))
    found: list[Member] = []
    for m in _AS_ROLE.finditer(text, start, stop):
        opening = start
        for split in re.finditer(r";\s|(?<=Ban)\s(?=đồng chí)|\sdo\s", text[start : m.start()]):
            opening = start + split.end()
        if (who := re.search(r"\bđồng chí\s|\bmời\s", text[opening : m.start()])) is not None:
            opening += who.start()
        found += _seats(anchors, opening, m.start(), _role(m["role"]))
        start = m.end()
        while start < stop and text[start] in " ,;":
            start += 1
    return found


def _role(words: str) -> str:
    words = " ".join(words.split())
    return words[0].upper() + words[1:]


def _seats(anchors: Anchors, start: int, end: int, role: str) -> list[Member]:
    """The posts of `start:end`, all with one role: single posts, then perhaps a list of agencies under one post."""
    listing = _LIST_OPENS.search(anchors.text, start, end)
    if listing is None:
        return _posts(anchors, start, end, role, "")
    before = anchors.text[start : listing.start()].rstrip(" ,").removesuffix(" và")
    return _posts(anchors, start, start + len(before), role, "") + _posts(anchors, listing.end(), end, role, listing["post"])


def _posts(anchors: Anchors, start: int, end: int, role: str, default: str) -> list[Member]:
    """One member a piece: a post with its agency, or an agency alone, which holds its seat through the post of the list."""
    found: list[Member] = []
    for piece_start, piece_end in _pieces(anchors, start, end):
        opening = _POST_WORD.match(anchors.text, piece_start, piece_end)
        at = opening.end() if opening else piece_start
        if (post := _POST.match(anchors.text, at, piece_end)) is not None:
            found.append(_single(anchors, at, piece_end, post, role))
        elif default and (unit := _unit(anchors, at, piece_end)):
            found.append(Member(role, default, unit))
    return found


def _single(anchors: Anchors, start: int, end: int, post: re.Match[str], role: str) -> Member:
    text = anchors.text
    unit_end = charge.start() if (charge := _IN_CHARGE.search(text, post.end(), end)) else end
    unit = _unit(anchors, post.end(), unit_end)
    words = text[start:end].strip(" ,") if charge else post["post"]
    return Member(role, words, unit)


def _pieces(anchors: Anchors, start: int, end: int) -> list[Span]:
    """A listing cut at commas and "và" that stand between members, not inside a name."""
    text = anchors.text
    pieces: list[Span] = []
    position = start
    k = anchors.index(start)
    covered = [(anchors.starts[j], anchors.ends[j]) for j in range(k, len(anchors.starts)) if anchors.starts[j] < end and anchors.roles[j] & Role.AGENCY]
    for m in re.finditer(r"\s?,\s?(?:và\s)?|;\s|\svà\s|:\s", text[start:end]):
        cut, after = start + m.start(), start + m.end()
        if any(s < cut < e for s, e in covered) or cut < position:
            continue
        if _opens_member(anchors, text, after, end, m.group()):
            pieces.append((position, cut))
            position = after
    pieces.append((position, end))
    return [(s, e) for s, e in pieces if text[s:e].strip()]


def _opens_member(anchors: Anchors, text: str, position: int, end: int, separator: str) -> bool:
    if ":" in separator:
        return False
    opening = _POST_WORD.match(text, position, end)
    at = opening.end() if opening else position
    if (post := _POST.match(text, at, end)) is not None:
        return text[at].isupper() or opening is not None and opening.end() > position or post["post"].lower() in ("lãnh đạo", "đại diện", "đại diện lãnh đạo")
    k = anchors.at(position)
    if k is not None and anchors.roles[k] & Role.ACTOR and text[position].isupper():
        return True
    return _short_name(anchors, position, end) is not None


def _short_name(anchors: Anchors, position: int, end: int) -> tuple[str, int] | None:
    """A department named without "Sở" ("Tài chính", "Thông tin và Truyền thông"): its canonical name and where it ends."""
    text = anchors.text
    stops = [m.start() + position for m in re.finditer(r"[,;.]|\svà\s|$", text[position : min(end, position + 60)])]
    for stop in reversed(stops[:3]):
        name = anchors.lexicon.agencies.get(fold(f"sở {text[position:stop]}".strip()))
        if name is not None:
            return name, stop
    return None


def _unit(anchors: Anchors, start: int, end: int) -> str | None:
    """The agency whose post it is; a department inside another keeps its words with the other's canonical name."""
    text = anchors.text
    while start < end and text[start] in " ,:":
        start += 1
    words = text[start:end].strip(" ,.;")
    if not words:
        return None
    k = anchors.at(start)
    if k is not None and anchors.roles[k] & Role.AGENCY:
        return anchors.name(k)
    if (short := _short_name(anchors, start, end)) is not None:
        return short[0]
    return canonical_collective(_with_canonical_tail(anchors, start, end))


def _with_canonical_tail(anchors: Anchors, start: int, end: int) -> str:
    """"Phòng X thuộc Sở VHTT&DL" → "Phòng X thuộc Sở Văn hóa, Thể thao và Du lịch"."""
    text = anchors.text
    for k in range(anchors.index(start), len(anchors.starts)):
        if anchors.starts[k] >= end:
            break
        if anchors.roles[k] & Role.AGENCY:
            return text[start : anchors.starts[k]] + anchors.name(k) + text[anchors.ends[k] : end]
    return text[start:end].strip(" ,.;")
