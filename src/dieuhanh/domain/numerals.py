"""Numbers in words: "ba mươi" is 30, "một trăm hai mươi lăm" 125.

Single words that mean other things as well (một: a; năm: year; tư: private; không: not) are no numbers by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieuhanh.extract.facts import Span
from dieuhanh.text import lower

UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
TENS, TEN, HUNDRED = "mươi", "mười", "trăm"
FILLERS = ("linh", "lẻ")
SURE_ALONE = frozenset({"hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", TEN})

_WORDS = "|".join([*UNITS, TENS, TEN, HUNDRED, *FILLERS])
_RUN = re.compile(rf"(?<!\w)(?:{_WORDS})(?:\s(?:{_WORDS}))*(?!\w)")


def find_numerals(text: str) -> Iterator[tuple[int, Span]]:
    """Each number in words below 1000 with its span, in reading order."""
    for m in _RUN.finditer(lower(text)):
        words = m.group().split()
        counts = {TENS, TEN, HUNDRED}.intersection(words) and len(words) > 1
        if counts or (len(words) == 1 and words[0] in SURE_ALONE):
            yield value_of(words), m.span()


def value_of(words: list[str]) -> int:
    """What the words come to, a place at a time.

    >>> value_of(["một", "trăm", "linh", "năm"]), value_of(["ba", "mươi", "mốt"]), value_of(["mười", "hai"])
    (105, 31, 12)
    """
    total, last = 0, 0
    for word in words:
        if word == HUNDRED:
            total, last = total + max(last, 1) * 100, 0
        elif word == TENS:
            total, last = total + max(last, 1) * 10, 0
        elif word == TEN:
            total, last = total + last + 10, 0
        elif word in UNITS:
            total, last = total + last, UNITS[word]
    return total + last
