"""What a figure counts: "%", "triệu đồng/người/năm", "lượt khách", "bé trai/100 bé gái".

Reads: data/vn/units.csv, canonical text at a position.  Writes: where the unit ends.
Units are no anchors: "xã" and "người" stand on every line, and only those after a number count.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from dieuhanh.text import fold

_MAGNITUDE = re.compile(
    r"(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s){1,2}(?=\w)|(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b(?=\s?[,.;)]|\s?$)", re.IGNORECASE
)
_FIRST = re.compile(r"\w+")
_PER = re.compile(
    r"\s?/\s?(?:\d[\d.]*\s)?"
    r"(?P<noun>[a-zà-ỹ]+\d?(?:\s(?:đêm|dân|đầu người|gia đình|gái|trai|nữ|mẹ|công chức|làm việc|canh tác|học|nhà ở|giao dịch|khách))?)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?!(?:trở|so|đến|của|các|những|và|là|có|được|trên|trong|thì|tuổi|năm|tháng|ngày|này|đó|giờ|phút|lần|với|cho)\b)[a-zà-ỹ]{2,}(?:\s[a-zà-ỹ]{2,})?"
)
MONEY = re.compile(r"(?<!hợp )(?:đồng|USD|tệ)\b")
PASSING = re.compile(r"(?:giờ|phút|ngày(?: làm việc)?|tháng|tuần|lần|năm|tuổi)$")
LENGTHS = ("m", "m2", "m²", "mét", "cm", "mm", "kg")
_LONGEST = 48  # characters; the longest unit of the list has 22


@cache
def _units() -> dict[str, tuple[str, ...]]:
    """Folded units by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    path = resources.files("dieuhanh.extract") / "data" / "vn" / "units.csv"
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            word = fold(row["word"])
            found.setdefault(_first(word), []).append(word)
    return {first: tuple(sorted(words, key=len, reverse=True)) for first, words in found.items()}


def _first(words: str) -> str:
    m = _FIRST.match(words)
    return m.group() if m else ""


def read_unit(text: str, position: int, end: int) -> int | None:
    """Where the known unit at `position` ends, with magnitude and all that it is counted by ("triệu đồng/người/năm"), or None."""
    magnitude = _MAGNITUDE.match(text, position, end)
    noun_at = magnitude.end() if magnitude else position
    noun_end = _noun_end(text, noun_at, end)
    if noun_end is not None:
        return read_per(text, noun_end, end)
    if magnitude is None:
        return None
    return noun_at - (text[noun_at - 1] == " ")


def _noun_end(text: str, position: int, end: int) -> int | None:
    """Where the longest noun of the list ends that stands at `position`, None where none does."""
    folded = fold(text[position : min(end, position + _LONGEST)])
    for word in _units().get(_first(folded), ()):
        if folded.startswith(word) and not folded[len(word) : len(word) + 1].isalnum():
            return position + len(word)
    return None


def read_per(text: str, position: int, end: int) -> int:
    """Where "/người/năm" or "/thành phố" ends, or `position`."""
    while per := _PER.match(text, position, end):
        position = max(per.end(), _noun_end(text, per.start("noun"), end) or 0)
    return position


def read_open_unit(text: str, position: int, end: int) -> int | None:
    """Where a noun that no row names ends: two syllables, as most Vietnamese nouns have."""
    m = _OPEN.match(text, position, end)
    return m.end() if m else None
