"""The provision that a citation names before the document: "khoản 1, 5, Điều 10" → "khoản 1, khoản 5 Điều 10".

Reads: canonical text, where the document's mention starts.  Writes: the provision's words and where they start.
Order of levels after NĐ 30/2020, Phụ lục I: điểm a khoản 2 Điều 103 Mục 5 Chương XII.
"""

from __future__ import annotations

import re

_LEVEL = r"(?:điểm|khoản|điều|mục|tiểu\ mục|chương|phần|phụ\ lục)"
_PROVISION = re.compile(
    rf"""
    (?: {_LEVEL} \s (?:\d{{1,3}}[a-zđ]?|[IVXLC]{{1,6}}|[a-zđ]) \b
        (?: \s?(?:,|;|và|đến|-)\s? (?:\d{{1,3}}[a-zđ]?|[a-zđ]) \b )* \s? ,? \s?
        (?: (?:và|của)\s )?
    )+
    (?: các\ nội\ dung\ (?:có\ )?liên\ quan\s )?                       # "tại mục 2 và các nội dung liên quan tại Công điện …"
    (?: (?:tại|của|trong)\s )?
    $
    """,
    re.VERBOSE | re.I,
)
_PART = re.compile(rf"(?P<level>{_LEVEL}) \s (?P<values>(?:\d{{1,3}}[a-zđ]?|[IVXLC]{{1,6}}|[a-zđ])\b(?:\s?(?:,|;|và|đến|-)\s?(?:\d{{1,3}}[a-zđ]?|[a-zđ])\b)*)", re.VERBOSE | re.I)
_SIBLING = re.compile(r"\s?(?:,|;|và)\s?")
_BACK = 90  # characters before a document in which its provision stands; the longest seen takes 62
_DIGIT_NEAR = re.compile(r"\d[a-zđ]?,?\s(?:và các nội dung (?:có )?liên quan\s)?(?:(?:của|tại|trong)\s)?$|[a-zđIVX],?\s(?:của\s)?$")


def find_provision(text: str, start: int) -> tuple[str | None, int]:
    """The provision that stands directly before `start`, and where it begins; (None, start) where there is none."""
    if start < 6:
        return None, start
    before = text[max(0, start - _BACK) : start]
    folded = before.lower()
    if not ("điều " in folded or "khoản " in folded or "điểm " in folded or "mục " in folded or "chương " in folded or "phụ lục " in folded):
        return None, start
    m = _PROVISION.search(before)
    if m is None:
        return None, start
    return _canonical(m.group()), start - len(before) + m.start()


def _canonical(words: str) -> str:
    """Each clause with its level, siblings set off by ", ", levels by a space."""
    levels = []
    for part in _PART.finditer(words):
        name = part["level"][0].upper() + part["level"][1:].lower() if part["level"].lower() in ("điều", "chương", "phần", "phụ lục") else part["level"].lower()
        levels.append(", ".join(f"{name} {value}" for value in _SIBLING.split(part["values"]) if value))
    return " ".join(levels)
