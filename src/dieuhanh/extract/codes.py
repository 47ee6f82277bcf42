"""Numbers and symbols of documents: "238/VP-KGVX", "04/2024/QĐ-UBND", "136-NQ/TU", with the kind word before them.

Reads: Anchors.  Writes: Code, in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Span
from dieuhanh.extract.laws import law_before
from dieuhanh.extract.lexicon import Role

_CODE = re.compile(
    r"""
    \d (?<![\d/.\-]\d) \d{0,5} [a-zA-Z]? (?:\.\d{1,3})?     # 12, 30c, 66.22; begins with a digit so that the search is quick
    (?: \s?/\s? (?:19|20)\d{2} )?                           # /2024
    \s?[/\-–]\s?
    (?P<symbol>
        [A-ZĐ][A-Za-zĐƯđ&_\d]*                             # QĐ, UBND, NQ, CTr, BNN&PTNT
        (?: \s?[/\-–_]\s?[A-ZĐ][A-Za-zĐƯđ&\d]* )?            # -UBND; this join may be spaced
        (?: [/\-–][A-ZĐ][A-Za-zĐƯđ&\d]* ){0,4}               # -ĐCTUBTWMTTQVN
    )
    (?![\w/])
    """,
    re.VERBOSE,
)
_NUMBER_WORDS = ("số", "Số", "SỐ")
_ALONE = re.compile(r"số\s(?P<number>\d{1,5})(?=\s?,?\sngày\s\d{1,2}(?:[/.-]|\stháng\s))")
_LISTED = re.compile(r"(?:,?\sngày\s[\d/.-]{6,10})?\s?(?:,|;|,?\svà)\s")
_LONGEST_JOINT = 24
_LAWMAKERS = ("QH", "UBTVQH")
_JOINT = re.compile(r"[/\-_]")
_WHITE = re.compile(r"\s")


class Code(NamedTuple):
    """A number with its symbol; `start` is where its mention begins, at the kind word where there is one."""

    start: int
    kind: str | None
    law: str | None  # the name of the law that stands before its number
    number: str  # "238/VP-KGVX", without spaces
    symbol: str
    span: Span


class _Before(NamedTuple):
    start: int
    kind: str | None
    law: str | None
    numbered: bool  # "số" stands between


def find_codes(anchors: Anchors) -> list[Code]:
    """All codes in reading order; a code without a kind word counts only where its symbol is made of known parts, where it stands in
    brackets, or where a list gives it the kind of the code before it."""
    found: list[Code] = []
    for m in _CODE.finditer(anchors.text):
        before = _before(anchors, m.start())
        symbol = _plain(m["symbol"])
        kind = before.kind or _kind_of_list(anchors.text, found, before.start)
        bracketed = before.numbered and anchors.text[before.start - 1 : before.start] in ("(", "\n", "")
        if kind or before.law or bracketed or _is_symbol(anchors, symbol):
            found.append(Code(before.start, kind, before.law, _plain(m.group()), symbol, m.span()))
    found += _without_symbol(anchors)
    return sorted(found, key=lambda code: code.span)


def _without_symbol(anchors: Anchors) -> Iterator[Code]:
    """Numbers that stand alone between kind and day: "Công điện số 1852 ngày 12/10/2024"."""
    for m in _ALONE.finditer(anchors.text):
        before = _before(anchors, m.start("number"))
        if before.kind is not None:
            yield Code(before.start, before.kind, None, m["number"], "", m.span("number"))


def parts_of(symbol: str) -> list[str]:
    """ "QĐ-UBND" → ["QĐ", "UBND"]."""
    return _JOINT.split(symbol)


def _plain(words: str) -> str:
    return _WHITE.sub("", words).replace("–", "-")


def _before(anchors: Anchors, position: int) -> _Before:
    """What stands before a number: "Công văn số ", "Luật Đất đai số ", "số ", nothing."""
    text = anchors.text
    end = _skip_back(text, position, " ")
    start = _skip_back(text, end, ":. ")
    numbered = text[start - 2 : start] in _NUMBER_WORDS
    if numbered:
        start -= 2
        end = _skip_back(text, start, " ")
    else:
        start = position
    k = anchors.index(end) - 1
    if k >= 0 and anchors.ends[k] == end and anchors.roles[k] & Role.KIND:
        return _Before(anchors.starts[k], anchors.name(k), None, True)
    law = law_before(anchors, end) if numbered else None
    if law is not None:
        return _Before(law[0], None, law[1], True)
    return _Before(start, None, None, numbered)


def _skip_back(text: str, position: int, signs: str) -> int:
    while position and text[position - 1] in signs:
        position -= 1
    return position


def _kind_of_list(text: str, found: list[Code], start: int) -> str | None:
    """The kind of the code before, where only a day and a joint stand between: "các Nghị quyết số 18-NQ/TW, 19-NQ/TW"."""
    if not found or start - found[-1].span[1] > _LONGEST_JOINT:
        return None
    return found[-1].kind if _LISTED.fullmatch(text, found[-1].span[1], start) else None


def _is_symbol(anchors: Anchors, symbol: str) -> bool:
    parts = parts_of(symbol)
    known = anchors.lexicon.symbols
    if len(parts) == 1:
        return parts[0].rstrip("0123456789") in _LAWMAKERS
    return parts[0] in known or (parts[0] in anchors.lexicon.kinds_by_code and parts[-1] in known)
