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
from dieuhanh.extract.collectives import canonical_collective, distribute, more_departments, named_places_end
from dieuhanh.extract.facts import Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.predicates import predicate_follows, tasks_of_a_body

_JOINT = re.compile(r"\s?(?:[,;]\s?(?:và\s)?|(?:và|hoặc|kể cả)\s)(?:(?:đề nghị|yêu cầu)\s)?")
_JOINT_BEFORE = re.compile(r"(?:[,;]|\s?,?\s?\b(?:và|hoặc|kể cả)\b|\s?,?\s?(?:và\s)?(?:đề nghị|yêu cầu))\s$")
_ASKED = re.compile(r"(?:\s?,|\s?,?\svà)\s$")  # "…, và đề nghị Ủy ban …" carries the list on
_STOP = re.compile(
    r"""
    [.:;!?…\n“”"|]
    | \s\((?!cơ\ quan|sau\ đây|gọi|qua|[A-ZĐ&])             # a bracket, unless it only explains the name
    | \s[-–]\s(?=[Cc]ơ\ quan)
    | \s(?: để | nhằm | là | đã | được | sẽ | không | chưa | đủ | bị | do | gồm | bao\ gồm | khi | nếu | mà | đang | vừa | về | đến
          | tại\ các | theo | từ | thuộc\ đối | cho | với | nêu | cũng | ngay | nhất\ là
          | trong(?!\ và\ ngoài) | có(?!\ liên\ quan) )\b
    """,
    re.VERBOSE,
)
_DUTY = re.compile(r"\s[^,.;:()\n]{2,70}?(?=\s(?:có|chịu) trách nhiệm\b)")  # "… có sản phẩm được công nhận có trách nhiệm …"
_RELATIVE = re.compile(
    r"""(?: sử\ dụng | sản\ xuất | kinh\ doanh | khai\ thác | nhận\ ủy\ thác | trồng | hoạt\ động | thi\ công | chăn\ nuôi | chế\ biến
          | giết\ mổ | xuất\ khẩu | nhập\ khẩu | tư\ vấn | đóng\ quân | đóng\ trên\ địa\ bàn )\b""",
    re.VERBOSE,
)
_WHO = re.compile(
    r"""\s(?: được\s(?:giao|phân\scông|kiểm\stra|thanh\stra|ủy\squyền)(?:\schủ\strì|(?P<whole>\snhiệm\svụ))? | sử\sdụng
          | có(?!\s(?i:trách|liên|nhiệm|ý|thẩm|văn|kế|phương|giải|biện|hướng|chính|cơ|sự|công|tờ|báo|thông|quyết|chỉ)) )\b""",
    re.VERBOSE,
)
_RELATIVE_REACH = 70  # characters from such a verb to the predicate: "sử dụng năng lượng trọng điểm tiếp tục triển khai"
_MODIFIER = re.compile(
    r"""(?: \s?\([^()]*\) | \s(?:có\ )?liên\ quan | \s[-–]\ [Cc]ơ\ quan\ [^,.;:]* | \snêu\ trên | \strên\ địa\ bàn(?:\ (?:toàn\ )?tỉnh)?
          | \skhác | \scòn\ lại | \s(?:trực\ )?thuộc\ (?:UBND\ )?tỉnh | \sbiên\ giới(?:\ phía\ Bắc)? | \s(?:trong|trên)\ cả\ nước
          | ,\ cơ\ quan\ [Tt]hường\ trực(?:\ của\ [^,.;:]{3,60})?(?=,\ ) )+""",
    re.VERBOSE,
)
_EVERYWHERE = re.compile(  # "Sở Y tế các tỉnh, thành phố": one name for all of them
    r"""\scác\ (?:tỉnh|huyện|xã|quận) (?: (?:,|\ và)\ (?:thành\ phố|thị\ xã|thị\ trấn|phường|huyện|quận|đặc\ khu) )*
        (?:\ trực\ thuộc\ Trung\ ương | \ trên\ địa\ bàn(?:\ tỉnh)? )? (?=[\s,.;:]|$)""",
    re.VERBOSE,
)
_MODIFIER_OPENS = " (lc-–ntkb"  # second characters of the above: a quick look before the pattern
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
    also: tuple[str, ...] = ()  # departments after it with "Sở" said once


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
    places = named_places_end(anchors.text, start, limit)
    if places is not None or anchors.roles[k] & (Role.AGENCY | Role.WHOLE):
        closed = _end_of_name(anchors, places or end, limit)
        if places is None and (everywhere := _EVERYWHERE.match(anchors.text, closed, limit)):
            return _Member(k, start, everywhere.end(), False, _next_member(anchors, k, everywhere.end(), limit))
        if not anchors.roles[k] & Role.AGENCY and places is None and (relative := _relative_end(anchors, closed, limit)) is not None:
            return _Member(k, start, relative, False, None)
        if anchors.text.startswith("Sở ", start):
            also, closed = more_departments(anchors.lexicon, anchors.text, closed, limit)
            return _Member(k, start, closed, True, _next_member(anchors, k, closed, limit), tuple(also))
        if not (anchors.roles[k] & Role.WHOLE and places is None and _goes_on(anchors, closed, limit)):
            return _Member(k, start, closed, True, _next_member(anchors, k, closed, limit))
    if anchors.text[start:end].lower() == "các sở":
        also, closed = more_departments(anchors.lexicon, anchors.text, end, limit)
        if also:
            return _Member(k, start, closed, True, _next_member(anchors, k, closed, limit), tuple(also))
    closed, following = _end_of_open_name(anchors, k, limit)
    if following is None and (relative := _relative_end(anchors, closed, limit)) is not None:
        closed = relative
    return _Member(k, start, closed, False, following)


def _end_of_name(anchors: Anchors, end: int, limit: int) -> int:
    """Where a complete name ends with the province's name, "liên quan" and brackets after it."""
    text, province = anchors.text, anchors.lexicon.province
    for tail in (f" tỉnh {province}", f" {province}") if province else ():
        if text.startswith(tail, end):
            end += len(tail)
            break
    modifier = _MODIFIER.match(text, end, limit) if text[end + 1 : end + 2] in _MODIFIER_OPENS else None
    return modifier.end() if modifier else end


def _relative_end(anchors: Anchors, end: int, limit: int) -> int | None:
    """Where a relative clause after a collective ends, at the predicate: "các sở, ngành được giao phụ trách tiêu chí | ban hành …"."""
    text = anchors.text
    opens = _WHO.match(text, end, limit)
    if opens is None:
        return None
    within = range(anchors.index(opens.end()), anchors.index(min(limit, opens.end() + _RELATIVE_REACH)))
    verbs = [j for j in within if anchors.roles[j] & Role.PREDICATE and text[anchors.starts[j]].islower()]
    if verbs and opens["whole"] is None and anchors.starts[verbs[0]] == opens.end() + 1:  # what they were given to do belongs to it
        del verbs[0]
    if not verbs or any(sign in text[opens.end() : anchors.starts[verbs[0]]] for sign in ",;:.("):
        return None
    return anchors.starts[verbs[0]] - 1


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
    return j if _opens_member(anchors, k, j, joint.group()) else None


def _end_of_open_name(anchors: Anchors, k: int, limit: int) -> tuple[int, int | None]:
    """Where a name ends that only its first word announces, and the anchor of the next member if the list goes on."""
    text, end = anchors.text, anchors.ends[k]
    boundary, has_duty = _boundary(text, end, limit)
    for j in range(k + 1, len(anchors.starts)):
        at, roles = anchors.starts[j], anchors.roles[j]
        if at >= boundary:
            break
        if not roles & (Role.ACTOR | Role.PREDICATE) or text.rfind("(", end, at) > text.rfind(")", end, at):
            continue
        joint = _JOINT_BEFORE.search(text, max(end, at - 14), at) if roles & Role.ACTOR else None
        if joint is not None and _opens_member(anchors, k, j, joint.group()):
            return joint.start(), j
        if not has_duty and _is_predicate(anchors, k, j, boundary):
            asked = _asked(anchors, end, j)
            if asked is not None:
                return asked
            boundary = at
            break
    return end + len(text[end:boundary].rstrip(" ,")), None


def _boundary(text: str, end: int, limit: int) -> tuple[int, bool]:
    """How far a name may go: to the first word or sign that no name holds, or to "có trách nhiệm" behind it, which ends any name."""
    stop = _STOP.search(text, end, limit)
    if stop is None:
        return limit, False
    duty = _DUTY.match(text, stop.start(), limit)
    return (duty.end(), True) if duty else (stop.start(), False)


def _opens_member(anchors: Anchors, k: int, j: int, joint: str) -> bool:
    """Whether the word at anchor j, after a joint, opens a member of its own rather than going on with a collective's words."""
    if anchors.roles[j] & Role.AGENCY:
        return True
    if anchors.text[anchors.ends[j] : anchors.ends[j] + 1] in ",;" and anchors.roles[j] & Role.CAPITAL:  # "các Sở, Ban, ngành"
        return False
    collective = not anchors.roles[k] & (Role.AGENCY | Role.BARE)
    return not (anchors.roles[j] & Role.BARE and collective and joint.strip() == ",")


def _is_predicate(anchors: Anchors, k: int, j: int, boundary: int) -> bool:
    """Whether the word at anchor j opens the predicate rather than belonging to the name that opens at anchor k."""
    text, at = anchors.text, anchors.starts[j]
    if not anchors.roles[j] & Role.PREDICATE or not text[at].islower():
        return False
    if text[at - 2 : at] == ", " and text[anchors.ends[j] : anchors.ends[j] + 1] == ",":  # "các cơ quan, tổ chức, đơn vị": a noun
        return False
    if anchors.roles[k] & Role.BODY:
        return tasks_of_a_body(text, at)
    return not (_RELATIVE.match(text, at) and _predicate_within(anchors, j, boundary))


def _predicate_within(anchors: Anchors, j: int, boundary: int) -> bool:
    """Whether another predicate follows a relative clause soon: "các doanh nghiệp sử dụng năng lượng tiếp tục …"."""
    text, at = anchors.text, anchors.starts[j]
    for later in range(j + 1, len(anchors.starts)):
        start = anchors.starts[later]
        if start >= min(boundary, at + _RELATIVE_REACH):
            return False
        if anchors.roles[later] & Role.PREDICATE and text[start].islower():
            return not any(sign in text[at:start] for sign in ",;:(")
    return False


def _asked(anchors: Anchors, end: int, j: int) -> tuple[int, int] | None:
    """A list that "và đề nghị …" carries on: where the member before ends, and the next."""
    if not anchors.roles[j] & Role.ORDER:
        return None
    after = anchors.at(anchors.ends[j] + 1)
    joint = _ASKED.search(anchors.text, max(end, anchors.starts[j] - 6), anchors.starts[j])
    return (joint.start(), after) if joint and after is not None and anchors.roles[after] & Role.ACTOR else None


def _names(anchors: Anchors, members: list[_Member]) -> list[str]:
    """Canonical names; a closing "… tỉnh" holds for all: "Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể tỉnh"."""
    words = [_without_brackets(anchors.text[m.start : m.end]).strip(" ,") for m in members]
    provincial = words[-1].endswith(" tỉnh")
    names: list[str] = []
    for m, said in zip(members, words, strict=True):
        if anchors.roles[m.anchor] & Role.AGENCY and m.complete:
            name = anchors.name(m.anchor)
            names.append(anchors.lexicon.agencies.get(f"{name} tỉnh".lower(), name) if provincial else name)
        elif not m.also:
            names += distribute(anchors.lexicon, said) or [canonical_collective(said)]
        names += m.also
    return [name for name in names if name]


def _without_brackets(words: str) -> str:
    return _BRACKETS.sub("", words) if "(" in words else words
