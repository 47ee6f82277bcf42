"""Lists of agencies: "Sở Tài chính, Sở Y tế và Công an tỉnh" → three canonical names.

Reads: Anchors.  Writes: AgencyList, the names with their places.
A member is a known agency (AGENCY), a collective of fixed words (WHOLE: "các sở, ban, ngành"), or opens with a word that agencies and
collectives open with (HEAD) and goes on to the next member, the predicate or a stop.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.collectives import canonical_collective, distribute, named_places_end
from dieuhanh.extract.facts import Span
from dieuhanh.extract.lexicon import Role

_JOINT = re.compile(r"(?:[,;]|\s?,?\s?\b(?:và|hoặc|kể cả)\b|\s?,?\s?(?:và\s)?(?:đề nghị|yêu cầu))\s$")
_JOINED = re.compile(r"\s?(?:[,;]\s?(?:và\s)?|\s?(?:và|hoặc)\s)(?:(?:đề nghị|yêu cầu)\s)?")
_ASKED = re.compile(r"(?:\s?,|\s?,?\svà)\s$")  # "…, và đề nghị Ủy ban …" carries the list on
_STOP = re.compile(
    r"""
    [.:;!?…\n“”"|] | \s\((?!cơ\ quan|sau\ đây|gọi|qua|[A-ZĐ&]) | \s[-–]\s(?=[Cc]ơ\ quan)
    | \s(?:để|nhằm|trong\ việc|trong\ công\ tác|là|đã|được|sẽ|không|chưa|đủ|bị|do|gồm|bao\ gồm|khi|nếu|mà|đang|vừa|về|đến|tại\ các|có(?!\ liên\ quan)
        |theo|từ|thuộc\ đối|cho|với|nêu|trong(?!\ và\ ngoài)|cũng|ngay|nhất\ là)\b
    """,
    re.VERBOSE,
)
_DUTY = re.compile(r"\s[^,.;:()\n]{2,70}?(?=\s(?:có|chịu) trách nhiệm\b)")  # "… có sản phẩm được công nhận có trách nhiệm …"
_RELATIVE = re.compile(r"(?:sử dụng|sản xuất|kinh doanh|khai thác|nhận ủy thác|trồng|hoạt động|thi công|chăn nuôi|chế biến|giết mổ|xuất khẩu|nhập khẩu|tư vấn|đóng quân|đóng trên địa bàn)\b")
_TASKS_OF_BODIES = re.compile(r"(?:có nhiệm vụ|có trách nhiệm|chịu trách nhiệm|tham mưu|giúp|chủ trì|phối hợp|khẩn trương|tiếp tục|tổ chức|chủ động|tăng cường|hoàn thành|báo cáo|họp|rà soát|tổng hợp|kiểm tra|đôn đốc)\b")
_NO_PREDICATE = re.compile(r"(?:là|đã|đang|vừa|được|bị|chưa|sẽ|do|của|cho|gồm|bao gồm|và|hoặc|như|mà|từ|tại|đến|về|nêu|này|có(?! (?:trách nhiệm|nhiệm vụ|văn bản|kế hoạch|phương án|giải pháp|biện pháp|hướng dẫn))|truyền đạt|nhận được|nhận thấy|thuộc|nói|với|trên|ở|số|năm|ngày|đánh giá cao|đều|còn|mới|phụ trách|làm việc theo chế độ|tham gia thành viên|cùng|tham dự|dự|ban hành (?:Kế|Quyết|Công|Chỉ|Thông))\b")
_MODIFIER = re.compile(r"(?:\s?\([^()]*\)|\s(?:có )?liên quan|\s[-–] [Cc]ơ quan [^,.;:]*|\snêu trên|\strên địa bàn(?: (?:toàn )?tỉnh)?|\skhác|\s(?:trực )?thuộc (?:UBND )?tỉnh)+")
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_SPACES = re.compile(r"\s+")


class AgencyList(NamedTuple):
    """Names in reading order, and where the list's words stand."""

    names: tuple[str, ...]
    span: Span


class _Member(NamedTuple):
    anchor: int
    start: int
    end: int
    following: int | None  # anchor of the next member


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
    end = members[-1].end
    if strict and not _predicate_follows(anchors, members[-1], limit):
        return None
    names = _names(anchors, members)
    return AgencyList(tuple(dict.fromkeys(names)), (start, end)) if names else None


def _read_member(anchors: Anchors, k: int, limit: int) -> _Member:
    """The member that opens at anchor k: where it ends and where the list goes on."""
    text = anchors.text
    start, end = anchors.starts[k], anchors.ends[k]
    if anchors.roles[k] & (Role.AGENCY | Role.WHOLE):
        closed = _end_of_name(anchors, named_places_end(text, start, limit) or end, limit)
        if closed >= limit or not _goes_on_as_collective(anchors, k, closed, limit):
            return _Member(k, start, closed, _next_member(anchors, k, closed, limit))
    elif (places := named_places_end(text, start, limit)) is not None:
        return _Member(k, start, places, _next_member(anchors, k, places, limit))
    stop = _STOP.search(text, end, limit)
    boundary = stop.start() if stop else limit
    if stop and (duty := _DUTY.match(text, boundary, limit)):
        boundary = duty.end()
    for j in range(k + 1, len(anchors.starts)):
        at = anchors.starts[j]
        if at >= boundary:
            break
        if text.rfind("(", end, at) > text.rfind(")", end, at):
            continue
        roles = anchors.roles[j]
        if roles & Role.ACTOR and (joint := _JOINT.search(text, max(end, at - 14), at)) and _opens_member(anchors, k, j, joint.group()):
            return _Member(k, start, joint.start(), j)
        if roles & Role.PREDICATE and text[at].islower() and not _is_noun(text, at, anchors.ends[j]):
            asked = _asked(anchors, end, j)
            if asked is not None:
                return _Member(k, start, *asked)
            if _in_name(anchors, k, j, boundary):
                continue
            boundary = at
            break
    return _Member(k, start, end + len(text[end:boundary].rstrip(" ,")), None)


def _end_of_name(anchors: Anchors, end: int, limit: int) -> int:
    """Where a complete name ends with the province's name, "liên quan" and brackets after it."""
    text = anchors.text
    province = anchors.lexicon.province
    for tail in (f" tỉnh {province}", f" {province}") if province else ():
        if text.startswith(tail, end):
            end += len(tail)
            break
    modifier = _MODIFIER.match(text, end, limit)
    return modifier.end() if modifier else end


def _goes_on_as_collective(anchors: Anchors, k: int, end: int, limit: int) -> bool:
    """"các sở, ban, ngành, đơn vị có liên quan": a bare noun after a comma belongs to the collective."""
    text = anchors.text
    if not anchors.roles[k] & Role.WHOLE:
        return False
    if text.startswith(" và ", end):
        return anchors.at(end + 4) is None and text[end + 4 : end + 5].islower()
    if not text.startswith(", ", end) or end + 2 >= limit or not text[end + 2].islower():
        return False
    j = anchors.at(end + 2)
    return j is None or bool(anchors.roles[j] & Role.BARE) or not anchors.roles[j] & (Role.ACTOR | Role.PREDICATE)


def _next_member(anchors: Anchors, k: int, end: int, limit: int) -> int | None:
    """Anchor of the member that a joint after `end` adds, if there is one."""
    text = anchors.text
    joint = _JOINED.match(text, end, limit)
    if joint is None:
        return None
    j = anchors.at(joint.end())
    if j is None or not anchors.roles[j] & Role.ACTOR:
        return None
    return j if _opens_member(anchors, k, j, joint.group()) else None


def _asked(anchors: Anchors, end: int, j: int) -> tuple[int, int] | None:
    """A list that "và đề nghị …" carries on: where the member before ends, and the next."""
    after = anchors.at(anchors.ends[j] + 1)
    joint = _ASKED.search(anchors.text, max(end, anchors.starts[j] - 6), anchors.starts[j])
    if joint and anchors.roles[j] & Role.ORDER and after is not None and anchors.roles[after] & Role.ACTOR:
        return joint.start(), after
    return None


def _opens_member(anchors: Anchors, k: int, j: int, joint: str) -> bool:
    """Whether the word at anchor j, after a joint, opens a member of its own rather than going on with a collective's words."""
    if anchors.roles[j] & Role.AGENCY:
        return True
    if anchors.text[anchors.ends[j] : anchors.ends[j] + 1] in ",;" and anchors.roles[j] & Role.CAPITAL:  # "các Sở, Ban, ngành"
        return False
    collective = not anchors.roles[k] & (Role.AGENCY | Role.BARE)
    return not (anchors.roles[j] & Role.BARE and collective and joint.strip() == ",")


def _in_name(anchors: Anchors, k: int, j: int, boundary: int) -> bool:
    """Whether the verb at anchor j belongs to the name: of a committee, or in "các doanh nghiệp sử dụng năng lượng tiếp tục …"."""
    text, at = anchors.text, anchors.starts[j]
    if anchors.roles[k] & Role.BODY:
        return _TASKS_OF_BODIES.match(text, at) is None
    if not _RELATIVE.match(text, at):
        return False
    later = j + 1
    while later < len(anchors.starts) and anchors.starts[later] < min(boundary, at + 70):
        if anchors.roles[later] & Role.PREDICATE and text[anchors.starts[later]].islower():
            return not any(c in text[at : anchors.starts[later]] for c in ",;:(")
        later += 1
    return False


def _is_noun(text: str, start: int, end: int) -> bool:
    """"các cơ quan, tổ chức, đơn vị": a word between commas that could also be a verb."""
    return text[start - 2 : start] == ", " and text[end : end + 1] == ","


def _predicate_follows(anchors: Anchors, last: _Member, limit: int) -> bool:
    """Whether a predicate or a colon follows; after a complete name any small word may open it, if none that tells of the past."""
    text = anchors.text
    position = _after_brackets(text, last.end, limit)
    if position >= limit:
        return False
    if text[position] == ":":
        return True
    k = anchors.at(position)
    if k is not None and anchors.roles[k] & Role.PREDICATE:
        return bool(anchors.roles[k] & Role.LEAD) or not text.startswith((" của", " này"), anchors.ends[k])
    complete = anchors.roles[last.anchor] & (Role.AGENCY | Role.WHOLE) or named_places_end(text, last.start, last.end) is not None
    return bool(complete) and text[position].islower() and text[position - 1] == " " and text[position - 2] != "," and _NO_PREDICATE.match(text, position) is None


def _after_brackets(text: str, position: int, limit: int) -> int:
    while position < limit and text[position] in " ,":
        position += 1
    if text.startswith("(", position):
        closing = text.find(")", position, limit)
        if closing < 0:
            return limit
        position = closing + 1
        while position < limit and text[position] in " ,":
            position += 1
    return position


def _names(anchors: Anchors, members: list[_Member]) -> list[str]:
    text = anchors.text
    words = [_SPACES.sub(" ", _BRACKETS.sub("", text[m.start : m.end])).strip(" ,") for m in members]
    provincial = bool(words) and words[-1].endswith(" tỉnh")
    names: list[str] = []
    for m, said in zip(members, words, strict=True):
        if anchors.roles[m.anchor] & Role.AGENCY:
            name = anchors.name(m.anchor)
            names.append(anchors.lexicon.agencies.get(f"{name} tỉnh".lower(), name) if provincial else name)
        else:
            names += distribute(anchors.lexicon, said) or [canonical_collective(said)]
    return [n for n in names if n]
