"""Numbers and symbols of documents: "238/VP-KGVX", "04/2024/QĐ-UBND", "136-NQ/TU", with the kind word before them.

Reads: Anchors.  Writes: Code, in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Span
from dieuhanh.extract.lexicon import Role

_CODE = re.compile(
    r"""
    \d (?<![\d/.\-]\d) \d{0,5} [a-zA-Z]? (?:\.\d{1,3})?     # 12, 30c, 66.22; begins with a digit so that the search is quick
    (?: \s?/\s? (?:19|20)\d{2} )?                           # /2024
    \s?[/\-–]\s?
    (?P<symbol>
        [A-ZĐ][A-Za-zĐđ&_\d]*                               # QĐ, UBND, NQ, CTr, BNN&PTNT
        (?: \s?[/\-–_]\s?[A-ZĐ][A-Za-zĐđ&\d]* )?            # -UBND; this join may be spaced
        (?: [/\-–][A-ZĐ][A-Za-zĐđ&\d]* ){0,4}               # -ĐCTUBTWMTTQVN
    )
    (?![\w/])
    """,
    re.VERBOSE,
)
_NUMBER_WORD = re.compile(r"\s?(?:số|SỐ|Số)\s?[:.]?\s?")
_JOINT = re.compile(r"[/\-_]")
_WHITE = re.compile(r"\s")


class Code(NamedTuple):
    """A number with its symbol; `start` is where its mention begins, at the kind word where there is one."""

    start: int
    kind: str | None
    number: str  # "238/VP-KGVX", without spaces
    symbol: str
    span: Span


def find_codes(anchors: Anchors) -> Iterator[Code]:
    """All codes; a code without a kind word and without "số" counts only where its symbol is made of known parts."""
    for m in _CODE.finditer(anchors.text):
        start, kind, numbered = _kind_before(anchors, m.start())
        symbol = _plain(m["symbol"])
        if kind is not None or numbered or _is_symbol(anchors, symbol):
            yield Code(start, kind, _plain(m.group()), symbol, m.span())


def parts_of(symbol: str) -> list[str]:
    """"QĐ-UBND" → ["QĐ", "UBND"]."""
    return _JOINT.split(symbol)


def _plain(words: str) -> str:
    return _WHITE.sub("", words).replace("–", "-")


def _kind_before(anchors: Anchors, position: int) -> tuple[int, str | None, bool]:
    """Where the mention starts, the kind word before a number, and whether "số" stands between."""
    text = anchors.text
    start = position
    for word in _NUMBER_WORD.finditer(text, max(0, position - 6), position):
        if word.end() == position:
            start = word.start()
    numbered = start < position
    end = start
    while end and text[end - 1] == " ":
        end -= 1
    k = anchors.index(end) - 1
    if k >= 0 and anchors.ends[k] == end and anchors.roles[k] & Role.KIND:
        return anchors.starts[k], anchors.name(k), True
    return start + (numbered and text[start] == " "), None, numbered


def _is_symbol(anchors: Anchors, symbol: str) -> bool:
    parts = parts_of(symbol)
    known = anchors.lexicon.symbols
    return len(parts) > 1 and (parts[0] in known or (parts[0] in anchors.lexicon.kinds_by_code and parts[-1] in known))
