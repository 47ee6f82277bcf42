"""Sentences of a paragraph.

Reads: canonical text, the span of a paragraph.  Writes: spans without the white space between them.
Kept whole: numbers (5.583,4), dates (30.6.2025), "TP. Lạng Sơn", "./.", marks of lists ("1. Sở …").
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Span
from dieuhanh.extract.patterns import UPPER

_LIST_MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,4}\.|[-+•*–])\s?(?=\S)")
_END = re.compile(
    rf"""
    (?: (?<![\s(][{UPPER}]) (?<!\bTP) (?<!\bTS) (?<!\bThS) \. (?:/\.)? | [!?…] | \.{{3}} ) [”")\]]* \s+ (?=["“(]?[{UPPER}]|["“(]?\d{{1,3}}\s)
    | (?<=[a-zà-ỹ)]) \. (?=[{UPPER}][a-zà-ỹ])                              # a missing space: "trên địa bàn.Sở Y tế"
    """,
    re.VERBOSE,
)


def list_mark(text: str, span: Span) -> str:
    """The mark with which a paragraph of a list opens ("1. ", "a) ", "- "); "" where there is none."""
    m = _LIST_MARK.match(text, *span)
    return m.group() if m else ""


def split_sentences(text: str, span: Span) -> list[Span]:
    """Spans of the sentences in reading order; the closing stop belongs to its sentence."""
    start, end = span
    found = []
    for m in _END.finditer(text, start, end):
        stop = m.start() + len(m.group().rstrip())
        found.append((start, stop))
        start = m.end()
    found.append((start, end))
    return found
