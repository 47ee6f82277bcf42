"""Numbers and days of a text as values, however they are spelt, so that two texts can be compared.

15/01/2024, 15/1/2024 and "ngày 15 tháng 01 năm 2024" are one day, 5.560 and 5560 one number, "ba mươi" is 30, "2 tỷ" is "2.000 triệu".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dieuhanh.domain.numerals import find_numerals
from dieuhanh.extract.facts import Span
from dieuhanh.extract.patterns import DATE, calendar_day
from dieuhanh.text import fold

_DAY = re.compile(rf"(?<![\d/.]){DATE}(?![\d/]|\.\d)", re.VERBOSE)
_FIGURE = re.compile(
    r"""
    \w*\d\w*                                              # 238, 05, Km105
    (?: [.,]\d\w* | \s?/\s?(?=[A-ZĐ\d])\w+ | /\w+         # 5.560  0,5  02 /UBND  15/01
      | [-–&](?=[^\W\d])\w+ )*                            # -KGVX; the dash of a range divides two figures
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?<![\w/-])[IVX]+(?![\w-])")
_PLAIN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_MAGNITUDE = re.compile(r"\s(?P<word>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)|\s?(?P<share>%|phần trăm(?!\w))")
_MAGNITUDES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_LEADING_ZEROS = re.compile(r"(?<![\d.,])0+(?=\d)")
_DASHES = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'"})


class Reading(NamedTuple):
    """One figure of a text: what it comes to, and where it stands."""

    value: str
    span: Span


def find_figures(text: str) -> list[Reading]:
    """All figures in reading order. Every digit of the text stands in one of them; numbers in words and Roman ones are there too."""
    days = [(m, found) for m in _DAY.finditer(text) if (found := calendar_day(m))]
    readings = [Reading(found.isoformat(), m.span()) for m, found in days]
    taken = {at for reading in readings for at in range(*reading.span)}
    readings += [figure for figure in _figures(text) if not taken.intersection(range(*figure.span))]
    readings += [Reading(m.group(), m.span()) for m in _ROMAN.finditer(text)]
    readings += [Reading(_worth(text, Decimal(value), span[1]), span) for value, span in find_numerals(text)]
    return sorted(readings, key=lambda reading: reading.span)


def days_in(text: str) -> set[dt.date]:
    """All days with a year that the text names."""
    return {found for m in _DAY.finditer(text) if (found := calendar_day(m))}


def reference_value(number: str) -> str:
    """The value that `find_figures` gives for a document's number: "1/cđ-lđtbxh" for "01/CĐ-LĐTBXH"."""
    return _LEADING_ZEROS.sub("", same_words("".join(number.split())))


def same_words(text: str) -> str:
    """The form in which words are compared: folded, single spaces, one kind of dash and of quotes."""
    return " ".join(fold(text).translate(_DASHES).split())


def _figures(text: str) -> Iterator[Reading]:
    for m in _FIGURE.finditer(text):
        words = m.group()
        plain = _PLAIN.fullmatch(words)
        yield Reading(_worth(text, _amount(words), m.end()) if plain else reference_value(words), m.span())


def _amount(words: str) -> Decimal:
    return Decimal(words.replace(".", "").replace(",", "."))


def _worth(text: str, amount: Decimal, end: int) -> str:
    """The number with the magnitude or the share that stands behind it: 2 tỷ → 2000000000, 30% → 30%."""
    m = _MAGNITUDE.match(text, end)
    worth = amount * _MAGNITUDES[m["word"]] if m and m["word"] else amount
    return f"{worth.normalize():f}{'%' if m and m['share'] else ''}"
