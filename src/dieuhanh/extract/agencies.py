"""Lists of agencies: "Sở Tài chính, Sở Y tế và Công an tỉnh" → three canonical names.

Reads: Anchors.  Writes: AgencyList, the names with their places.
A member is a known agency (AGENCY) or opens with a word that agencies and collectives open with (HEAD) and goes on to the next
member, the predicate or a stop. "các sở, ban, ngành" stays one name since "ban" and "ngành" open no member.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Span
from dieuhanh.extract.lexicon import Role

_JOINT = re.compile(r"(?:[,;]|\s?,?\s?\b(?:và|cùng|với|hoặc|kể cả|cùng với)\b|\s?,?\s?(?:và\s)?(?:đề nghị|yêu cầu))\s$")
_STOP = re.compile(
    r"""
    [.:;!?…\n“”"] | \s\((?!cơ\ quan|sau\ đây|gọi|qua|[A-ZĐ&]) | \s[-–]\s(?=[Cc]ơ\ quan)
    | \s(?:để|nhằm|trong\ việc|trong\ công\ tác|là|đã|được|sẽ|không|chưa|đủ|bị|do|gồm|bao\ gồm|khi|nếu|mà|đang|vừa|về|đến|tại\ các|tổ\ chức|có(?!\ liên\ quan)|theo|từ|thuộc\ đối|cho|với|nêu|trong(?!\ và\ ngoài)|cũng|ngay|nhất\ là)\b
    """,
    re.VERBOSE,
)
_ASKED = re.compile(r"(?:\s?,|\s?,?\svà)\s$")  # "…, và đề nghị Ủy ban …" carries the list on
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_SPACES = re.compile(r"\s+")
_COMMITTEE = re.compile(r"\b[ỦU][yỷ] ?ban nhân dân\b|\bUỷ ban nhân dân\b", re.I)
_COUNCIL = re.compile(r"\bHội đồng nhân dân\b", re.I)
_FRONT = re.compile(r"\b(?:UBMTTQ|Ủy ban MTTQ|Uỷ ban MTTQ|UB MTTQ)(?: Việt Nam| VN)?\b")
_COLLECTIVE = re.compile(r"^(?:Các|Thủ trưởng|Cơ quan|Đơn vị|Lực lượng|Ngành|Chủ đầu tư|Lãnh đạo|Người đứng đầu|Cấp ủy|Chính quyền|Địa phương|Bên|Doanh nghiệp)\b")
_COMMON_CAPITALS = re.compile(r"\b(?:Sở|Ban|Ngành|Đoàn thể|Đơn vị|Cơ quan|Phòng|Huyện|Thành phố)(?=,|\s(?:và|ngành|liên quan|trực thuộc|thuộc)|$)")
_MODIFIER = re.compile(r"\s?(?:\([^()]*\)|(?:có )?liên quan|tỉnh|[-–] [Cc]ơ quan .*|nêu trên|trên địa bàn(?: tỉnh)?)?\s?")


class AgencyList(NamedTuple):
    """Names in reading order, and where the list's words stand."""

    names: tuple[str, ...]
    span: Span


def read_agencies(anchors: Anchors, start: int, limit: int, *, strict: bool) -> AgencyList | None:
    """Read the list that begins at `start`, not beyond `limit`; None where no agency begins there.

    `strict` refuses a list that does not run up to a predicate or a colon: the subject of a sentence must be followed by what it has to do.
    """
    text = anchors.text
    k = anchors.at(start)
    if k is None or not anchors.roles[k] & Role.ACTOR:
        return None
    members: list[tuple[int, int, int]] = []  # start, end, anchor
    while k is not None:
        end, following = _member_end(anchors, k, limit)
        members.append((anchors.starts[k], end, k))
        k = following
    end = members[-1][1]
    if strict and not _predicate_follows(anchors, end, limit):
        return None
    names = _names(anchors, members)
    return AgencyList(tuple(dict.fromkeys(names)), (start, end)) if names else None


def _member_end(anchors: Anchors, k: int, limit: int) -> tuple[int, int | None]:
    """Where the member at anchor k ends, and the anchor of the next member if the list goes on."""
    text = anchors.text
    first = anchors.ends[k]
    stop = _STOP.search(text, first, limit)
    boundary = stop.start() if stop else limit
    end = first
    for j in range(k + 1, len(anchors.starts)):
        start = anchors.starts[j]
        if start >= boundary:
            break
        if text.rfind("(", first, start) > text.rfind(")", first, start):
            continue
        roles = anchors.roles[j]
        if roles & Role.ACTOR and (joint := _JOINT.search(text, max(end, start - 14), start)) and _opens_member(anchors, k, j, joint.group()):
            return joint.start(), j
        if roles & Role.PREDICATE and text[start].islower() and not _is_noun(text, start, anchors.ends[j]):
            after = anchors.at(anchors.ends[j] + 1)
            joint = _ASKED.search(text, max(end, start - 6), start)
            if joint and roles & Role.ORDER and after is not None and anchors.roles[after] & Role.ACTOR:
                return joint.start(), after
            boundary = start
            break
    return first + len(text[first:boundary].rstrip(" ,")), None


def _opens_member(anchors: Anchors, k: int, j: int, joint: str) -> bool:
    """Whether the word at anchor j, after a joint, opens a member of its own rather than going on with a collective's words."""
    if anchors.roles[j] & Role.AGENCY:
        return True
    if anchors.text[anchors.ends[j] : anchors.ends[j] + 1] in ",;" and anchors.roles[j] & Role.CAPITAL:  # "các Sở, Ban, ngành"
        return False
    collective = not anchors.roles[k] & (Role.AGENCY | Role.BARE)
    return not (anchors.roles[j] & Role.BARE and collective and joint.strip() == ",")


def _is_noun(text: str, start: int, end: int) -> bool:
    """"các cơ quan, tổ chức, đơn vị": a word between commas that could also be a verb."""
    return text[start - 2 : start] == ", " and text[end : end + 1] == ","


def _predicate_follows(anchors: Anchors, end: int, limit: int) -> bool:
    text = anchors.text
    position = end
    while position < limit and text[position] in " ,":
        position += 1
    if position < limit and text[position] == ":":
        return True
    if text.startswith("(", position):
        closing = text.find(")", position, limit)
        if closing < 0:
            return False
        position = closing + 1
        while position < limit and text[position] in " ,":
            position += 1
    if position >= limit:
        return False
    k = anchors.at(position)
    return k is not None and bool(anchors.roles[k] & Role.PREDICATE) and not text.startswith(" của", anchors.ends[k])


def _names(anchors: Anchors, members: list[tuple[int, int, int]]) -> list[str]:
    text = anchors.text
    words = [_SPACES.sub(" ", _BRACKETS.sub("", text[s:e])).strip(" ,") for s, e, _ in members]
    provincial = bool(words) and words[-1].endswith(" tỉnh")
    names = []
    for (s, e, k), said in zip(members, words, strict=True):
        entry = anchors.entries[k]
        if anchors.roles[k] & Role.AGENCY and _is_modifier(anchors, text[anchors.ends[k] : e]):
            name = entry.name
            if provincial:
                name = anchors.lexicon.agencies.get(f"{name} tỉnh".lower(), name)
            names.append(name)
        else:
            names.append(canonical_collective(said))
    return [n for n in names if n]


def _is_modifier(anchors: Anchors, tail: str) -> bool:
    province = anchors.lexicon.province
    if province:
        tail = tail.removeprefix(f" tỉnh {province}").removeprefix(f" {province}")
    return _MODIFIER.fullmatch(tail) is not None


def canonical_collective(words: str) -> str:
    """A collective as the contract writes it: abbreviations of committees, small first letter, the page's words otherwise."""
    words = _COMMITTEE.sub("UBND", words)
    words = _COUNCIL.sub("HĐND", words)
    words = _FRONT.sub("Ủy ban Mặt trận Tổ quốc Việt Nam", words)
    if _COLLECTIVE.match(words):
        words = words[0].lower() + words[1:]
        words = _COMMON_CAPITALS.sub(lambda m: m.group().lower(), words)
    return words
