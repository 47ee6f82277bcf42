"""Sentences of a paragraph.

Reads: canonical text, the span of a paragraph.  Writes: spans without the white space between them.
Kept whole: numbers (5.583,4), dates (30.6.2025), "TP. Lạng Sơn", "./.", marks of lists ("1. Sở …").
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Span
from dieuhanh.extract.patterns import UPPER

_LIST_MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[IVX]{1,4}\.|[-+•*–])(?:\s|(?=[^\d\s]))")
_END = re.compile(
    rf"""
    [.!?…] (?:/\.|\.\.)? [”")\]]*
    (?: \s (?=["“(]?[{UPPER}]|["“(]?\d{{1,3}}[\s)])          # the next begins with a capital or a figure
      | (?=[{UPPER}][a-zà-ỹ]) )                              # a missing space: "trên địa bàn.Sở Y tế"
    """,
    re.VERBOSE,
)
_RANKED = r"(?<!cấp)(?<!quý)(?<!Quý)(?<!loại)(?<!hạng)(?<!nhóm)(?<!khóa)(?<!mức)"  # "cháy rừng cấp V." ends a sentence
_ABBREVIATED = re.compile(rf"(?:(?:^|{_RANKED}[\s(])[{UPPER}]|\b(?:TP|TS|ThS|TX|PGS|GS|BS))$")


def list_mark(text: str, span: Span) -> str:
    """The mark with which a paragraph of a list opens ("1. ", "a) ", "- "); "" where there is none."""
    m = _LIST_MARK.match(text, *span)
    return m.group() if m else ""


def split_sentences(text: str, span: Span) -> list[Span]:
    """Spans of the sentences in reading order; the closing stop belongs to its sentence."""
    start, end = span
    found = []
    for m in _END.finditer(text, start + len(list_mark(text, span)), end):
        if _abbreviates(text, start, m):
            continue
        stop = m.end() - (text[m.end() - 1] == " ")
        found.append((start, stop))
        start = m.end()
    found.append((start, end))
    return found


def _abbreviates(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the stop closes an abbreviation ("TP."), or stands inside one or a number where no space follows ("Q.Hai", "3.Sở")."""
    stop = m.start()
    if text[stop] != "." or m.end() - stop > 2:
        return False
    if text[m.end() - 1] != " ":
        return not text[stop - 1].islower() and text[stop - 1] != ")"
    return _ABBREVIATED.search(text, max(start, stop - 8), stop) is not None
