"""Those with whom an agency works: every "phối hợp với …" that its own clause says.

Reads: Anchors, the words after a subject.  Writes: names, where the action begins.
"chỉ đạo công an phối hợp với …" says it of somebody else, so it counts where a clause opens with it or goes on with it behind a comma,
"và" or "thì" without having directed anybody else.
"""

from __future__ import annotations

import re

from dieuhanh.extract.agencies import AgencyList, read_agencies
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.patterns import DUTY, TOLD

_CLAUSE = re.compile(r"[;.:…]\s")
_ADVERBS = re.compile(
    r"(?:(?:chủ trì|chủ động|tăng cường|tiếp tục|thường xuyên|đồng thời|và|tích cực|kịp thời|khẩn trương"
    rf"|{DUTY})[\s,]*)*",
    re.I,
)
_DUTY = re.compile(rf"(?:{DUTY}|{TOLD})?")
_COMMA = re.compile(r"\s?[,;]\s")
_HELP = re.compile(r"\s(?:(?:cùng\s)?phối hợp|(?:cùng\s)?tham gia)(?!\s(?:với|cùng))")
_DIRECTS = re.compile(r"\b(?:chỉ đạo|yêu cầu|đề nghị|(?<!bàn )giao|hướng dẫn|đôn đốc|vận động|huy động|tham mưu|để|của|do)\b", re.I)
_TOGETHER = "cùng "
_GOES_ON = ("và ", "thì ", ", ")  # before it within a clause: "… gửi danh sách và cùng Sở Y tế khảo sát"
_TAKING_PART = ("có sự ", "với sự ")  # "tổ chức kiểm tra công vụ, có sự tham gia của Thanh tra tỉnh"
_TRIM = " ,;:.…/"


def find_cooperating(anchors: Anchors, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Names in reading order, and where the action begins after "chủ trì, phối hợp với …"."""
    text = anchors.text
    names: list[str] = []
    action_start = start
    listed_to = start
    for k in anchors.helpers.between(start, end):
        at, roles = anchors.starts[k], anchors.roles[k]
        if at < listed_to:
            continue
        if roles & Role.LEAD and _DUTY.fullmatch(text[action_start:at].strip(_TRIM)):
            action_start = anchors.ends[k]
            helpers = _helping(anchors, action_start, end)
            if helpers is not None:
                names += helpers.names
                action_start = helpers.span[1]
        elif roles & Role.COOPERATE and (
            text.startswith(_TAKING_PART, at) or _opens_clause(text, action_start, at) or _together(text, action_start, at)
        ):
            helpers = read_agencies(anchors, anchors.ends[k] + 1, end, strict=False)
            if helpers is not None:
                if _ADVERBS.fullmatch(text[action_start:at].lstrip(_TRIM)):
                    action_start = helpers.span[1]
                names += helpers.names
                listed_to = helpers.span[1]
    return tuple(dict.fromkeys(names)), action_start


def _helping(anchors: Anchors, lead_ends: int, end: int) -> AgencyList | None:
    """Those who help as a subject of their own, with the word that says it: "… chủ trì, các sở, ngành phối hợp tổ chức lễ hội"."""
    comma = _COMMA.match(anchors.text, lead_ends, end)
    found = read_agencies(anchors, comma.end(), end, strict=False) if comma else None
    helps = _HELP.match(anchors.text, found.span[1], end) if found else None
    return found._replace(span=(found.span[0], helps.end())) if found and helps else None


def _opens_clause(text: str, start: int, position: int) -> bool:
    """Whether only adverbs stand between the start of the clause and `position`."""
    for m in _CLAUSE.finditer(text, start, position):
        start = m.end()
    return _ADVERBS.fullmatch(text[start:position].lstrip(" ,:")) is not None


def _together(text: str, start: int, position: int) -> bool:
    """Whether "cùng Sở X", "phối hợp với Sở X" goes on within the clause of those who act, not of somebody whom they only direct."""
    if not text.endswith(_GOES_ON, start, position):
        return False
    return text.startswith(_TOGETHER, position) or _DIRECTS.search(text, start, position) is None
