"""Lists of agencies: "Sở Tài chính, Sở Y tế và Công an tỉnh" → three canonical names.

Reads: Anchors.  Writes: AgencyList, the names with their places.
A member is complete where a row names it: a known agency (AGENCY), a collective of fixed words (WHOLE: "các sở, ban, ngành"), the
committee of a place. Any other opens with a word that agencies and collectives open with (HEAD) and goes on to the next member, the
predicate or a stop.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.collectives import canonical_collective, distribute, more_departments, more_places, named_places_end
from dieuhanh.extract.facts import Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.open_names import end_of_open_name, opens_member, relative_end
from dieuhanh.extract.predicates import predicate_follows
from dieuhanh.text import fold

_JOINT = re.compile(r"\s?(?:[,;]\s?(?:và\s)?|(?:và|hoặc|kể cả)\s)(?:(?:đề nghị|yêu cầu)\s)?")
_MODIFIER = re.compile(
    r"""(?: \s?\([^()]*\) | \s(?:có\ )?liên\ quan | \s[-–]\ [Cc]ơ\ quan\ [^,.;:]* | \snêu\ trên | \strên\ địa\ bàn(?:\ (?:toàn\ )?tỉnh)?
          | \stừ\ [A-ZĐ]\w+(?:\ [A-ZĐ]\w+){0,3}\ đến\ [A-ZĐ]\w+(?:\ [A-ZĐ]\w+){0,3}  # "các tỉnh từ Quảng Ninh đến Quảng Trị"
          | \schính\ trị\ -\ xã\ hội | \skhác
          | \scòn\ lại | \s(?:trực\ )?thuộc\ (?:UBND\ )?tỉnh | \sbiên\ giới(?:\ phía\ Bắc)? | \s(?:trong|trên)\ cả\ nước
          | \s(?:miền\ núi|vùng\ cao)(?:\ phía\ Bắc)?
          | ,\ cơ\ quan\ [Tt]hường\ trực(?:\ của\ [^,.;:]{3,60})?(?=,\ )
          | ,\ (?:nơi|đơn\ vị|địa\ phương)\ [^,.;:()]{5,90}(?=,\ (?:phải|cần|có\ trách\ nhiệm|chịu\ trách\ nhiệm)\b) )+""",
    re.VERBOSE,
)
_COMMITTEE_OF = re.compile(r"(?P<chair>(?:Chủ tịch )?)UBND (?!các\b|tỉnh\b|cấp\b)")
_APPOSITION = re.compile(r", (?:nơi|đơn vị|địa phương) [^,.;:()]+$")
_OF_PLACES = re.compile(  # "Sở Y tế các tỉnh, thành phố", "Kho bạc Nhà nước Khu vực VI": one name of its own
    r"""\s[Kk]hu\ vực\ (?:[IVX]+|\d+)\b
      | \scác\ (?:tỉnh|huyện|xã|quận) (?: (?:,|\ và)\ (?:thành\ phố|thị\ xã|thị\ trấn|phường|huyện|quận|đặc\ khu) )*
        (?:\ trực\ thuộc\ Trung\ ương | \ trên\ địa\ bàn(?:\ tỉnh)? )? (?=[\s,.;:]|$)""",
    re.VERBOSE,
)
_MODIFIER_OPENS = " (lc-–ntkbmv"  # second characters of the above: a quick look before the pattern
_BRACKETS = re.compile(r"\s?\([^()]*\)")


class AgencyList(NamedTuple):
    """Names in reading order, and where the list's words stand."""

    names: tuple[str, ...]
    span: Span


class _Member(NamedTuple):
    """One member: the anchor that opens it, its words, whether they are a complete name, the anchor of the next member."""

    anchor: int
    start: int
    end: int
    complete: bool
    following: int | None
    names: tuple[str, ...] = ()  # where it is several, with "Sở" or "UBND" said once before them


def read_agencies(anchors: Anchors, start: int, limit: int, *, strict: bool) -> AgencyList | None:
    """Read the list that begins at `start`, not beyond `limit`; None where no agency begins there.

    `strict` refuses a list that nothing follows which its members could have to do: the subject of an order.
    """
    k = anchors.at(start)
    if k is None or not anchors.roles[k] & Role.ACTOR:
        return None
    members: list[_Member] = []
    following: int | None = k
    while following is not None:
        members.append(_read_member(anchors, following, limit))
        following = members[-1].following
    last = members[-1]
    if strict and not predicate_follows(anchors, last.end, limit, complete=last.complete):
        return None
    names = _names(anchors, members)
    return AgencyList(tuple(dict.fromkeys(names)), (start, last.end)) if names else None


def _read_member(anchors: Anchors, k: int, limit: int) -> _Member:
    start, end = anchors.starts[k], anchors.ends[k]
    if anchors.text[start:end].lower().endswith("các sở"):  # "các sở: Tài chính, Y tế", "Giám đốc các sở: …"
        post = anchors.text[start : end - len("các sở")]
        also, closed = more_departments(anchors.lexicon, anchors.text, end, limit)
        if also:
            return _Member(k, start, closed, True, _next_member(anchors, k, closed, limit), tuple(post + name for name in also))
    places = named_places_end(anchors.text, start, limit)
    if places is not None or anchors.roles[k] & (Role.AGENCY | Role.WHOLE):
        closed = _end_of_name(anchors, places or end, limit)
        if places is None and (of_places := _OF_PLACES.match(anchors.text, closed, limit)):
            return _Member(k, start, of_places.end(), False, _next_member(anchors, k, of_places.end(), limit))
        if not anchors.roles[k] & Role.AGENCY and places is None and (relative := relative_end(anchors, closed, limit)) is not None:
            return _Member(k, start, relative, False, None)
        if (several := _several(anchors, k, closed, limit)) is not None:
            return several
        if not (anchors.roles[k] & Role.WHOLE and places is None and _goes_on(anchors, closed, limit)):
            return _Member(k, start, closed, True, _next_member(anchors, k, closed, limit))
    closed, following = end_of_open_name(anchors, k, limit)
    if following is None and (relative := relative_end(anchors, closed, limit)) is not None:
        closed = relative
    return _Member(k, start, closed, False, following)


def _several(anchors: Anchors, k: int, end: int, limit: int) -> _Member | None:
    """The departments or districts that a list goes on with after the one that is named to `end`; None where it goes on with none."""
    text, start, lexicon = anchors.text, anchors.starts[k], anchors.lexicon
    if text.startswith("Sở ", start):
        more, closed = more_departments(lexicon, text, end, limit)
        names = [anchors.name(k), *more]
    elif (head := _COMMITTEE_OF.match(text, start, end)) is not None:
        more, closed = more_places(lexicon, text, end, limit)
        own = lexicon.agencies.get(fold(text[head.end("chair") : end]), text[head.end("chair") : end])
        names = [head["chair"] + name for name in (own, *more)]
    else:
        return None
    return _Member(k, start, closed, True, _next_member(anchors, k, closed, limit), tuple(names)) if more else None


def _end_of_name(anchors: Anchors, end: int, limit: int) -> int:
    """Where a complete name ends with the province's name, "liên quan" and brackets after it."""
    text, province = anchors.text, anchors.lexicon.province
    for tail in (f" tỉnh {province}", f" {province}") if province else ():
        if text.startswith(tail, end):
            end += len(tail)
            break
    modifier = _MODIFIER.match(text, end, limit) if text[end + 1 : end + 2] in _MODIFIER_OPENS else None
    return _before_predicate(anchors, end, modifier.end()) if modifier else end


def _before_predicate(anchors: Anchors, start: int, end: int) -> int:
    """Where what explains a name ends: before a predicate behind "tỉnh" ("- cơ quan Thường trực Ban Chỉ đạo 389 tỉnh | mở …")."""
    for k in range(anchors.index(start), anchors.index(end)):
        at = anchors.starts[k]
        if anchors.roles[k] & Role.PREDICATE and anchors.text.endswith("tỉnh ", start, at) and anchors.text[at].islower():
            return at - 1
    return end


def _goes_on(anchors: Anchors, end: int, limit: int) -> bool:
    """Whether a collective goes on after its fixed words: "các sở, ban, ngành, đơn vị có liên quan"."""
    text = anchors.text
    if text.startswith(" và ", end):
        return anchors.at(end + 4) is None and text[end + 4 : end + 5].islower()
    if not text.startswith(", ", end) or end + 2 >= limit or not text[end + 2].islower():
        return False
    j = anchors.at(end + 2)
    return j is None or bool(anchors.roles[j] & Role.BARE) or not anchors.roles[j] & (Role.ACTOR | Role.PREDICATE)


def _next_member(anchors: Anchors, k: int, end: int, limit: int) -> int | None:
    """Anchor of the member that a joint after `end` adds, if there is one."""
    joint = _JOINT.match(anchors.text, end, limit)
    j = anchors.at(joint.end()) if joint is not None else None
    if joint is None or j is None or not anchors.roles[j] & Role.ACTOR:
        return None
    return j if opens_member(anchors, k, j, joint.group()) else None


def _names(anchors: Anchors, members: list[_Member]) -> list[str]:
    """Canonical names; a closing "… tỉnh" holds for all: "Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể tỉnh"."""
    words = [_without_brackets(anchors.text[m.start : m.end]).strip(" ,") for m in members]
    provincial = words[-1].endswith(" tỉnh")
    names: list[str] = []
    for m, said in zip(members, words, strict=True):
        if m.names:
            names += m.names
        elif anchors.roles[m.anchor] & Role.AGENCY and m.complete:
            name = anchors.name(m.anchor)
            names.append(anchors.lexicon.agencies.get(f"{name} tỉnh".lower(), name) if provincial else name)
        else:
            names += distribute(anchors.lexicon, _APPOSITION.sub("", said)) or [canonical_collective(said)]
    return [name for name in names if name]


def _without_brackets(words: str) -> str:
    return _BRACKETS.sub("", words) if "(" in words else words
