"""Where a name ends that only its first word announces: "các đơn vị có liên quan | rà soát", "các sở được giao chủ trì | báo cáo".

Reads: Anchors.  Writes: the end of the name, and the anchor of the next member of the list.
"""

from __future__ import annotations

import re

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.predicates import tasks_of_a_body

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
          | soạn\ thảo | giết\ mổ | xuất\ khẩu | nhập\ khẩu | tư\ vấn | đóng\ quân | đóng\ trên\ địa\ bàn )\b""",
    re.VERBOSE,
)
_STILL = re.compile(r"\s(?:đang|còn|chưa)\s[^,;.:()\n]{3,70}?(?=\s(?:phải|cần)\s)")  # "các chủ đầu tư đang chậm tiến độ phải …"
# "các chủ rừng là tổ chức | tự kiểm kê …"
_BEING = re.compile(r"\slà\s(?:tổ chức|hộ gia đình|cá nhân|doanh nghiệp|đơn vị|cơ quan)(?=\s(?!chủ trì|thường trực|đầu mối))")
_PAST = (" đã", " đang", " chưa", " sẽ")
_RELATIVE_REACH = 70  # characters from such a verb to the predicate: "sử dụng năng lượng trọng điểm tiếp tục triển khai"
_WHO = re.compile(
    r"""\s(?: được\s(?:giao|phân\scông|ủy\squyền)(?:\schủ\strì|(?P<whole>\snhiệm\svụ))?
          | được\s(?P<checked>kiểm\stra|kiểm\stoán|thanh\stra) | sử\sdụng
          | có(?!\s(?i:trách|liên|nhiệm|ý|thẩm|văn|kế|phương|giải|biện|hướng|chính|cơ|sự|công|tờ|báo|thông|quyết|chỉ)) )\b""",
    re.VERBOSE,
)


def end_of_open_name(anchors: Anchors, k: int, limit: int) -> tuple[int, int | None]:
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
        if joint is not None and opens_member(anchors, k, j, joint.group()):
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


def opens_member(anchors: Anchors, k: int, j: int, joint: str) -> bool:
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


def relative_end(anchors: Anchors, end: int, limit: int) -> int | None:
    """Where a relative clause after a collective ends, at the predicate: "các sở, ngành được giao phụ trách tiêu chí | ban hành …"."""
    text = anchors.text
    if still := _STILL.match(text, end, limit) or _BEING.match(text, end, limit):
        return still.end()
    opens = _WHO.match(text, end, limit)
    if opens is None:
        return None
    within = range(anchors.index(opens.end()), anchors.index(min(limit, opens.end() + _RELATIVE_REACH)))
    verbs = [j for j in within if anchors.roles[j] & Role.PREDICATE and text[anchors.starts[j]].islower()]
    if (
        verbs and opens["whole"] is None and opens["checked"] is None and anchors.starts[verbs[0]] == opens.end() + 1
    ):  # what they were given to do belongs to it
        del verbs[0]
    if not verbs or any(sign in text[opens.end() : anchors.starts[verbs[0]]] for sign in ",;:.("):
        return None
    relative = anchors.starts[verbs[0]] - 1
    past = next((word for word in _PAST if text.endswith(word, end, relative)), "")  # what they did is told, not ordered
    return relative - len(past)
