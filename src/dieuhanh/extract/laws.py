"""Laws by their names: "Luật Đất đai năm 2013", "Luật Quản lý, sử dụng tài sản công".

Reads: Anchors.  Writes: Mention. A name that no row knows is read by its capital and its closing word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.mentions import Mention
from dieuhanh.extract.provisions import find_provision

_KINDS = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
_UNKNOWN = re.compile(
    r"""
    (?:(?:Bộ\ l|L)uật|Pháp\ lệnh)\s(?=[A-ZĐÂÊÔƯĂ]) [^,.;:()\n]{4,80}?
    (?= \s(?:và|của|để|theo|trong|về|đối|được|có|năm|số|ngày|là|các|do|quy|tại|khi)\s | [,.;:()\n] | $ )
    """,
    re.VERBOSE,
)
_LONGEST_NAME = 100
_YEAR = re.compile(r"\s(?:năm\s)?(?P<year>(?:19|20)\d{2})\b(?!\s?[/\-–])")


def find_laws(anchors: Anchors, taken: set[int]) -> Iterator[Mention]:
    """Mentions of laws, but for those at `taken`, which a number names; a year after the name belongs to it."""
    text = anchors.text
    ends = 0
    laws = Role.LAW | Role.KIND
    for k in [k for k, roles in enumerate(anchors.roles) if roles & laws]:
        start = anchors.starts[k]
        if start < ends or start in taken:
            continue
        end, title = _name_at(anchors, k)
        if end is None:
            continue
        if year := _YEAR.match(text, end):
            title = f"{title} năm {year['year']}"
            end = year.end()
        ends = end
        kind = kind_of_law(title)
        provision, span_start = find_provision(text, start)
        yield Mention(kind, None, None, None, title, provision, (span_start, end), (start, end), named_issuer=False, shared_day=False)


def kind_of_law(title: str) -> str:
    """ "Luật Đất đai" → "Luật"."""
    return next((kind for kind in _KINDS if title.startswith(kind)), "Luật")


def law_before(anchors: Anchors, end: int) -> tuple[int, str] | None:
    """The law whose name ends at `end`, before its number ("Luật Đất đai số 45/2013/QH13"): where it starts, and the name."""
    for k in range(anchors.index(end) - 1, -1, -1):
        if end - anchors.starts[k] > _LONGEST_NAME:
            return None
        if anchors.roles[k] & (Role.LAW | Role.KIND):
            found, title = _name_at(anchors, k)
            return (anchors.starts[k], title) if found == end else None
    return None


def _name_at(anchors: Anchors, k: int) -> tuple[int | None, str]:
    """Where the law's name at anchor k ends, and the name; (None, "") where none stands there."""
    text, start = anchors.text, anchors.starts[k]
    if anchors.roles[k] & Role.LAW:
        return anchors.ends[k], anchors.name(k)
    if anchors.name(k) == "Hiến pháp":
        return anchors.ends[k], "Hiến pháp"
    unknown = _UNKNOWN.match(text, start) if anchors.name(k) in _KINDS else None
    return (unknown.end(), unknown.group()) if unknown else (None, "")
