"""Words as the index knows them: Vietnamese syllables and numbers, set off by whatever is neither letter nor digit.

Two forms of one text, both as many code points as the text itself, so that a place in one is a place in all:

- exact: `dieuhanh.text.fold`, lower case with one placement of tone marks;
- plain: that without accents, đ as d.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dieuhanh.text import fold

LONGEST_WORD = 64  # code points; what is longer is cut, in documents and in queries alike
MOST_UNITS = 32  # words and phrases of one query that count; nobody means more, a pasted page does not either
MOST_TYPED = 10_000  # code points of a query that are looked at
BREAK = "¶"  # stands between the parts of a document, so that no phrase reaches from one into the next; no query can hold it

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]*)"')
_QUOTES = str.maketrans("“”„«»", '"""""')


def _without_accents() -> dict[int, str]:
    """Each accented Latin letter and the letter below its accents."""
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    bases = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in letters if letter.isalpha()}
    return {code: base for code, base in bases.items() if ord(base) != code} | {ord("đ"): "d", ord("Đ"): "D"}


_PLAIN = _without_accents()


class Unit(msgspec.Struct, frozen=True):
    """A word of a query, or several that must stand next to one another."""

    exact: tuple[str, ...]
    plain: tuple[str, ...]


def plain(text: str) -> str:
    """Lower case without accents, code point by code point.

    >>> plain("Đường sắt Hoà Bình")
    'duong sat hoa binh'
    """
    return fold(text).translate(_PLAIN)


def words_of(form: str) -> list[str]:
    """The words of an exact or plain text.

    >>> words_of("238/vp-kgvx, đường_sắt")
    ['238', 'vp', 'kgvx', 'đường', 'sắt']
    """
    return [word[:LONGEST_WORD] for word in _WORD.findall(form)]


def pairs_of(words: Sequence[str]) -> list[str]:
    """Neighbours as one word each: most words of Vietnamese are two syllables, which say little apart.

    >>> pairs_of(["duong", "sat", "cao"])
    ['duong_sat', 'sat_cao']
    """
    return [f"{first}_{second}" for first, second in pairwise(words)]


def units_of(typed: str) -> list[Unit]:
    """What a person typed as words and phrases, each once; a quote that nothing closes is no quote.

    >>> [" ".join(unit.exact) for unit in units_of('Quốc lộ "Hữu Lũng" quốc AND ( "')]
    ['hữu lũng', 'quốc', 'lộ', 'and']
    """
    text = unicodedata.normalize("NFC", typed[:MOST_TYPED]).translate(_QUOTES)
    phrases = [tuple(words_of(fold(phrase))) for phrase in _QUOTED.findall(text)]
    single = [(word,) for word in words_of(fold(_QUOTED.sub(" ", text)))]
    said = [words for words in dict.fromkeys([*phrases, *single]) if words]
    return [Unit(words, tuple(word.translate(_PLAIN) for word in words)) for words in said[:MOST_UNITS]]
