"""Text in the fonts of before Unicode: TCVN3 (.VnTime) and VNI, where Latin-1 letters stand for Vietnamese ones.

Such text comes as bytes that are no UTF-8, and as Unicode text that somebody copied out of an old document. It is
converted only where the words then score as Vietnamese and did not before, line by line: one page may hold both, and
Unicode besides. Lines too short to tell follow the others.

Reads: text as Latin-1 or Unicode shows it; data/tcvn3.csv, data/vni.csv. Writes: Unicode text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import msgspec

from dieuhanh.text.syllables import is_syllable, vietnamese_share
from dieuhanh.text.tables import read_table

# One of them stands in nearly any two lines of TCVN3 (đ Đ à á â ã) or VNI (đ Đ, hỏi, huyền, nặng); in a Unicode page
# hardly ever. Looking for single code points costs next to nothing, so this spares clean pages the rest.
SIGNS = "®§µ\xb8©·ñÑøØûï"

# Letters and marks that only Unicode gives to Vietnamese text: a line that has one is no legacy line.
UNICODE_ONLY = re.compile("[ăĂđĐĩĨũŨơƠưƯẠ-ỹ\u0300-\u036f]")

# A word as such a font writes it: ASCII letters and the signs of Latin-1 (U+00AD is ư in TCVN3).
WORD = re.compile("[A-Za-z\xa1-\xff]+")
# The words that tell: a letter and a sign side by side. A sign alone means anything, and U+00AD may be a soft hyphen after all.
MIXED = re.compile("[A-Za-z][\xa1-\xac\xae-\xff]|[\xa1-\xac\xae-\xff][A-Za-z]")

ENOUGH = 3  # changed words; two can be Vietnamese by chance
VIETNAMESE = 0.8  # share of possible syllables among the changed words from which on we believe a conversion
FOREIGN = 0.5  # … and under which the words as they stand are no Vietnamese

LINE = re.compile("[^\n<>]+")  # of plain text, or the words between two tags


class Legacy(msgspec.Struct, frozen=True):
    """One legacy encoding: its name, its table and the pattern that finds what to convert, longest first."""

    name: str
    table: dict[str, str]
    written: re.Pattern[str]

    def replace(self, text: str) -> str:
        """`text` with every legacy letter replaced, whatever the words."""
        return self.written.sub(lambda found: self.table[found[0]], text)

    def improve(self, text: str) -> str:
        """`text` replaced if more of its words are sound then, for text too short to recognise."""
        words = WORD.findall(text)
        return self.replace(text) if sum(_is_sound(self.replace(word)) for word in words) > sum(map(_is_sound, words)) else text


def rewrite(text: str) -> tuple[str, str] | None:
    """`text` with its legacy lines in Unicode, and the name of their encoding (of most of them); None if it has none."""
    lines = [line[0] for line in LINE.finditer(text) if is_suspect(line[0])]
    votes = Counter(legacy.name for legacy in map(recognise, lines) if legacy)
    if not votes:
        return None
    name = votes.most_common(1)[0][0]
    main = next(legacy for legacy in encodings() if legacy.name == name)

    def convert(line: re.Match[str]) -> str:
        if not is_suspect(line[0]):
            return line[0]
        legacy = recognise(line[0])
        return legacy.replace(line[0]) if legacy else main.improve(line[0])

    return LINE.sub(convert, text), name


def is_suspect(line: str) -> bool:
    """Whether `line` could be legacy: letters beyond ASCII, and none that only Unicode has."""
    return not line.isascii() and UNICODE_ONLY.search(line) is None


def recognise(line: str) -> Legacy | None:
    """The legacy encoding of a suspect line, or None where it makes no better Vietnamese in any."""
    words = [word for word in WORD.findall(line) if MIXED.search(word)]
    if len(words) < ENOUGH or vietnamese_share(words) >= FOREIGN:
        return None
    scored = [(vietnamese_share(map(legacy.replace, words)), legacy) for legacy in encodings()]
    share, legacy = max(scored, key=lambda pair: pair[0])
    return legacy if share >= VIETNAMESE else None


def has_signs(text: str) -> bool:
    """Whether it is worth asking `rewrite`."""
    return any(sign in text for sign in SIGNS)


@cache
def encodings() -> tuple[Legacy, ...]:
    """The encodings that we know, from the package's tables."""
    return _tcvn3(), _vni()


def _tcvn3() -> Legacy:
    return _legacy("tcvn3", {chr(int(row["written"], 16)): row["unicode"] for row in read_table("tcvn3")})


def _vni() -> Legacy:
    """VNI writes a letter and its marks apart; capitals have capital marks, though some typists left the small one."""
    small = {row["written"]: row["unicode"] for row in read_table("vni")}
    title = {written[0].upper() + written[1:]: letter.upper() for written, letter in small.items()}
    capital = {written.upper(): letter.upper() for written, letter in small.items()}
    return _legacy("vni", small | title | capital)


def _legacy(name: str, table: dict[str, str]) -> Legacy:
    longest_first = sorted(table, key=len, reverse=True)
    return Legacy(name, table, re.compile("|".join(map(re.escape, longest_first))))


def _is_sound(word: str) -> bool:
    """Whether `word` is a possible Vietnamese syllable, or a code in capitals such as QĐ."""
    return is_syllable(word) or (word.isupper() and UNICODE_ONLY.search(word) is not None)
