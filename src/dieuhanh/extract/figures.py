"""Numbers with what they count and how they are compared: "tối thiểu 30%", "khoảng 25 - 30%", "từ 50 tổ trở lên", "9 – 10%/năm".

Reads: canonical text, a span.  Writes: Figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.extract.facts import Comparator, Span
from dieuhanh.extract.units import read_open_unit, read_per, read_unit

SHARES = ("%", "‰")  # with these a unit begins that says a share

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
# "45/100.000 dân" is a rate, "312/1.000 ha" a part of a whole.
_STROKE = r"/(?!1(?:0{0,2}\.000|0{3,5})\s(?:dân|người|trẻ|phụ\snữ|bà\smẹ|ca|lao\sđộng|giờ)\b)"
_QUANTITY = re.compile(
    rf"""
    (?P<value>{_NUMBER})
    (?: (?P<first_percent>\s?[%‰])? \s?(?:-|–|đến)\s? (?P<upper>{_NUMBER}) )? (?!\w|{_STROKE}|[.,]\d)
    (?: \s?\([^()\d]{{1,20}}\) )?                       # 02 (hai) mô hình
    (?: (?P<percent>\s?[%‰](?!\s?-)) | (?P<rate>(?=/)) | \s )
    """,
    re.VERBOSE,
)
# A number that a sign, a word, a bracket or a range follows: most numbers of a page are dates and symbols, which are passed over here.
_RUN = re.compile(r"[0-9][0-9.,–-]*(?:\s?[%‰]|\s(?=[^\W\d_]|[(–-])|(?=/1[0.]+\s))")
_JOINS = "/.,-–_"  # before a digit: it belongs to a symbol, a date or the number before it
_NUMBERED = tuple(
    f"{word} "
    for word in (
        *("ngày", "tháng", "năm", "khoản", "điều", "điểm", "số", "quý", "thứ", "mức độ", "đợt", "giai đoạn", "mục", "khóa", "khoá"),
        *("cấp", "loại", "hạng", "quốc lộ", "nghị quyết"),
    )
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
# In this order, so that "không thấp hơn" is found before "thấp hơn", and that before "hơn".
_COMPARATORS: tuple[tuple[tuple[str, ...], Comparator], ...] = (
    ((" ít nhất", " tối thiểu", " tối thiếu", " không dưới", " không thấp hơn", " không ít hơn", "≥", ">="), ">="),
    ((" tối đa", " không quá", " không vượt quá", " nhiều nhất", " không cao hơn", "≤", "<="), "<="),
    ((" khoảng", " xấp xỉ", " gần", " ước", " trên dưới"), "~"),
    ((" dưới", " thấp hơn", " ít hơn", " nhỏ hơn", "<"), "<"),
    ((" trên", " hơn", " cao hơn", " vượt", ">"), ">"),
)
_NOT_OVER = re.compile(r"\bkhông để\s(?:[^,;.]*\s)?(?:vượt\s)?quá$")  # "không để tỷ lệ nợ xấu vượt quá 3%"
_FILLERS = (" là", " đạt", " được", " mức", " từ")
_OR_MORE = re.compile(r"[^,.;\d]{0,40}trở\s(?P<which>lên|xuống)")
_AND = re.compile(r"[^,.;]{0,90}\svà\s")
_TO_SAME = re.compile(rf"\s(?:đến|-|–)\s(?P<upper>{_NUMBER})\s")
_SECOND_UNIT = re.compile(r"\s?(?:[.;)]|$)")
_REACH = 30  # characters before a number in which its comparator stands
_REACH_OVER = 120  # and those in which "không để … quá" does


class Figure(NamedTuple):
    """A number, or a range up to `upper`, with its unit; `span` is from the number to the end of the unit."""

    value: float
    upper: float | None
    unit: str
    comparator: Comparator
    compared: bool  # a word says how: ít nhất, trên … trở lên
    known: bool  # its unit is a row of the list
    span: Span


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """All figures with a unit between two places, in reading order."""
    previous: Figure | None = None
    position = start
    for run in _RUN.finditer(text, start, end):
        at = run.start()
        if at < position or (at > start and (text[at - 1].isalnum() or text[at - 1] in _JOINS)):
            continue
        m = _QUANTITY.match(text, at, end)
        if m is None or text[max(start, at - 14) : at].lower().endswith(_NUMBERED):
            continue
        position = m.end("upper") if m["upper"] else m.end("value")
        figure = _figure(text, m, start, end, previous)
        if figure is not None:
            yield figure
            previous, position = figure, max(position, figure.span[1])


def _figure(text: str, m: re.Match[str], start: int, end: int, previous: Figure | None) -> Figure | None:
    """The figure of a number; None where nothing countable follows it, or only a noun that no list knows and no word compares."""
    at, upper = m.start(), number(m["upper"]) if m["upper"] else None
    if m["percent"] or m["rate"] is not None:
        unit_end = read_per(text, m.end(), end)
        unit = "".join(text[m.end() - 1 : unit_end].split()) if m["percent"] else text[m.end() : unit_end]
        if not unit:
            return None
        comparator, compared = _comparator(text, at, start, unit_end, end, previous, ranged=upper is not None)
        return Figure(number(m["value"]), upper, unit, comparator, compared, known=True, span=(at, unit_end))
    named = read_unit(text, m.end(), end)
    noun_end = named if named is not None else read_open_unit(text, m.end(), end)
    if noun_end is None or m["first_percent"]:
        return None
    known, unit_end = named is not None, noun_end
    unit = text[m.end() : unit_end]
    if upper is None and (same := _TO_SAME.match(text, unit_end, end)) and text.startswith(unit, same.end()):
        upper, unit_end = number(same["upper"]), same.end() + len(unit)
    elif known:
        unit_end = _with_second(text, unit_end, end)
        unit = text[m.end() : unit_end]
    comparator, compared = _comparator(text, at, start, unit_end, end, previous, ranged=upper is not None)
    if not known and not compared:
        return None
    return Figure(number(m["value"]), upper, unit, comparator, compared, known, span=(at, unit_end))


def _with_second(text: str, unit_end: int, end: int) -> int:
    """Where the second of two units ends that close a clause: "02 chuyên đề, lĩnh vực."."""
    if not text.startswith(", ", unit_end):
        return unit_end
    second = read_unit(text, unit_end + 2, end)
    return second if second is not None and _SECOND_UNIT.match(text, second, end) else unit_end


def _comparator(
    text: str, at: int, start: int, unit_end: int, end: int, previous: Figure | None, *, ranged: bool
) -> tuple[Comparator, bool]:
    more = text.find("trở ", unit_end, min(end, unit_end + 44))
    if more >= 0 and (m := _OR_MORE.match(text, unit_end, end)):
        return (">=" if m["which"] == "lên" else "<="), True
    before = f" {text[max(start, at - _REACH) : at].lower().rstrip()}"
    if before.endswith((" từ", " từ mức")):
        return ("=" if ranged else ">="), not ranged
    while before.endswith(_FILLERS):
        before = before[: before.rindex(" ")]
    for words, comparator in _COMPARATORS:
        if before.endswith(words):
            return comparator, True
    if before.endswith(" quá") and _NOT_OVER.search(text[max(start, at - _REACH_OVER) : at].lower().rstrip()):
        return "<=", True
    if previous is not None and text[at : at + 4] != "100%" and _AND.fullmatch(text, previous.span[1], at):
        return previous.comparator, previous.compared
    return "=", False


def number(words: str) -> float:
    """A Vietnamese number: points group thousands, a comma is decimal.

    >>> number("5.560"), number("61,9"), number("1.234,5")
    (5560, 61.9, 1234.5)
    """
    if _GROUPED.fullmatch(words):
        words = words.replace(".", "")
    value = float(words.replace(",", "."))
    return int(value) if value.is_integer() else value
