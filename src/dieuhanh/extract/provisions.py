"""The provision that a citation names before the document: "khoản 1, 5, Điều 10" → "khoản 1, khoản 5 Điều 10".

Reads: canonical text, where the document's mention starts.  Writes: the provision's words and where they start.
Order of levels after NĐ 30/2020, Phụ lục I: điểm a khoản 2 Điều 103 Mục 5 Chương XII.
"""

from __future__ import annotations

import re

# From the smallest part to the largest; a larger part after a smaller one holds it ("khoản 2 Điều 6").
_RANKS = {"tiết": 0, "điểm": 1, "khoản": 2, "điều": 3, "tiểu mục": 4, "mục": 5, "chương": 6, "phần": 7, "phụ lục": 8}
_CAPITAL = {"điều": "Điều", "chương": "Chương", "phần": "Phần", "phụ lục": "Phụ lục"}
_WRITTEN = ("iều ", "hoản ", "iểm ", "mục ", "Mục ", "hương ", "hần ", "hụ lục ", " tiết ")  # the levels in either case, cheap to look for

_LINKS = ("của ", "tại ", "trong ", "thuộc ", "theo ", "quan ", "các ")

_LEVEL = r"(?:(?<!danh\ )mục|(?<!tài\ )khoản|(?<!cổ\ )phần|tiết|điểm|điều|tiểu\ mục|chương|phụ\ lục)"
_VALUE = r"(?:\d{1,3}(?:\.\d{1,2}){0,2}[a-zđ]?|[IVXLC]{1,7}|[a-zđ])\b"
_AND = r"\s?(?:,\ và|,|;|và|hoặc|hay|đến|[-–])\s?"
_GROUP = rf"{_LEVEL} \s {_VALUE} (?:{_AND}{_VALUE})*"
_PROVISION = re.compile(
    rf"""
    \b (?:các\ )? {_GROUP}                                             # các khoản 1, 2
    (?: \s?[,;]?\s? (?:(?:và|của|thuộc|tại|hoặc|hay|đến)\s)? (?:các\ )? {_GROUP} ){{0,7}}
    \s?,?\s?
    (?: và\ (?:các\ )?nội\ dung\ (?:có\ )?liên\ quan\s )?              # "tại mục 2 và các nội dung liên quan tại Công điện …"
    (?: (?:(?:tại|của|trong|thuộc)\s)? (?:Quy\ định|Quy\ chế|Điều\ lệ|Nội\ quy|Bảng\ giá|Danh\ mục|Đề\ án|Kế\ hoạch)(?:\ về)?\s
        (?:[^;:.()\d]{{1,120}}?\s)? (?=(?:được\s)?(?:ban\ hành\ )?kèm\ theo) )?    # "Điều 21 Quy định … ban hành kèm theo …"
    (?: (?:được\ )?(?:ban\ hành\ )?kèm\ theo\s )?                      # "Phụ lục II ban hành kèm theo Nghị định …"
    (?: (?:tại|của|trong|thuộc|theo)\s (?:các\ )? )?
    $
    """,
    re.VERBOSE | re.I,
)
_PART = re.compile(rf"(?P<joint>\bđến\s)?(?P<level>{_LEVEL})\s(?P<values>{_VALUE}(?:{_AND}{_VALUE})*)", re.VERBOSE | re.I)
_VALUES = re.compile(rf"(?P<joint>{_AND})?(?P<value>{_VALUE})", re.VERBOSE | re.I)
_RANGE = re.compile(r"đến|[-–]")
_BACK = 240  # characters before a document in which its provision stands, with the name of what was issued with it


def find_provision(text: str, start: int) -> tuple[str | None, int]:
    """The provision that stands directly before `start`, and where it begins; (None, start) where there is none."""
    before = text[max(0, start - _BACK) : start]
    last = before.rstrip(" ,")
    if (
        not last
        or not (last[-1].isdigit() or last[-2:-1] in " IVXLC" or before.endswith(_LINKS))
        or not any(level in before for level in _WRITTEN)
    ):
        return None, start
    m = _PROVISION.search(before)
    if m is None:
        return None, start
    return _canonical(m.group()), start - len(before) + m.start()


def _canonical(words: str) -> str:
    """Each part with its level: siblings set off by ", ", a part from what holds it by a space, the ends of a range by " đến "."""
    said = ""
    rank = -1
    for part in _PART.finditer(words):
        level = " ".join(part["level"].lower().split())
        if said:
            said += " đến " if part["joint"] else " " if _RANKS[level] > rank else ", "
        said += _siblings(_CAPITAL.get(level, level), part["values"])
        rank = _RANKS[level]
    return said


def _siblings(level: str, values: str) -> str:
    said = ""
    for m in _VALUES.finditer(values):
        if m["joint"]:
            said += " đến " if _RANGE.search(m["joint"]) else ", "
        said += f"{level} {m['value']}"
    return said


def join_provisions(a: str | None, b: str | None) -> str | None:
    """What two mentions of one document name of it together, each part once; a whole says nothing new beside its part.

    >>> join_provisions("khoản 1 Điều 10", "khoản 5 Điều 10")
    'khoản 1, khoản 5 Điều 10'
    """
    if a is None or b is None or a == b:
        return a or b
    parts = list(dict.fromkeys([*_places(a), *_places(b)]))
    holders = {holder for _, holder in parts}
    said = ""
    before = None
    for part, holder in parts:
        if not holder and any(h == part or h.endswith(f" {part}") for h in holders):
            continue
        if said:
            said = f"{said.removesuffix(f' {holder}') if holder and holder == before else said}, "
        said += f"{part} {holder}".rstrip()
        before = holder
    return said


_PLACE = re.compile(rf"(?P<part>{_LEVEL}\s{_VALUE}(?:\ đến\ {_LEVEL}\s{_VALUE})?)(?:\ (?P<holder>.+))?", re.VERBOSE | re.I)


def _places(provision: str) -> list[tuple[str, str]]:
    """The parts of a provision, each with what holds it: siblings share the last one's holder."""
    found: list[tuple[str, str]] = []
    holder = ""
    for words in reversed(provision.split(", ")):
        m = _PLACE.fullmatch(words)
        if m is None:
            return [(provision, "")]
        level = m["part"].split(" ", 1)[0]
        if m["holder"] or not found or not found[0][0].startswith(level):
            holder = m["holder"] or ""
        found.insert(0, (m["part"], holder))
    return found
