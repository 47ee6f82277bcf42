"""Figures that only tell more of something: what a share has, where a rise starts, on which area one reckons, which ones are meant.

Reads: text, a Figure.  Writes: whether it only qualifies.
"""

from __future__ import annotations

import re

from dieuhanh.extract.figures import SHARES, Figure
from dieuhanh.extract.units import MONEY

_APART = (", ", "; ", ": ", "(")
_MEAN = re.compile(r"[^,;.:]*,\s(?:bình quân|trung bình)\smỗi\s[^;.:]*", re.IGNORECASE)
_STARTS = re.compile(r"(?:\s(?!trở\s|và\s)[^\s,;.:]+){0,4}?\s(?:lên|xuống|còn)\s(?:[^\s,;.:\d]+\s){0,3}?\d", re.IGNORECASE)
# "số vụ từ 30 người mắc trở lên dưới 02 vụ": what is reached is told behind
_OF_THOSE = re.compile(r"\s[^,;.:]*?\btrở\s(?:lên|xuống)\s[^,;.:]*\b(?:đạt|chiếm|là|còn|dưới|trên|giảm|tăng)\s(?:[^\s,;.:\d]+\s){0,3}\d")
_AREAS = ("ha", "héc ta", "m2", "m²", "km2", "km²", "mét vuông")
_WHERE = (" của ", " tại ", " ở ", " trên địa bàn ", " giữa ")  # "kiểm kê rừng của 10 huyện": not so many are the goal
_SHARED_OUT = re.compile(r"\b(?:đồng|USD|ha|tấn)\scho\s$")  # "356.780 triệu đồng cho 27 dự án"
# "thu hồi vốn của những dự án giải ngân dưới 50%": those that are meant are told by the figure; "tỷ lệ … của những …" is told of them.
_PICKS_OUT = re.compile(r"\bnhững\s(?!năm\b|tháng\b|ngày\b)(?:(?!phấn đấu\b|phải\b|bảo đảm\b)[^,;:])*$")
_MEASURED = re.compile(r"\b(?:tỷ lệ|tỷ trọng|chỉ số|mức độ)\s[^,;:]*\bnhững\s")


def describes(text: str, previous: Figure, figure: Figure) -> bool:
    """Whether a figure only tells more of the one before it: "95% trẻ em … được tiêm đủ 02 mũi", "22 lớp, bình quân mỗi xã 02 lớp"."""
    if figure.unit.startswith(SHARES):
        return False
    between = text[previous.span[1] : figure.span[0]]
    if figure.unit == previous.unit and _MEAN.fullmatch(between):
        return True
    if any(mark in between for mark in _APART):
        return False
    return " và " not in between and (not figure.compared or previous.unit.startswith(SHARES))


def qualifies(text: str, start: int, figure: Figure, part: str) -> bool:
    """Whether a figure is no more than a start ("tăng từ 62% lên 80%"), a basis ("thu được trên 01 ha"), a place,
    or what picks out those meant.

    The sentence begins at `start`; `part` is what stands before the figure from its last comma, in lower case.
    """
    at, end = figure.span
    if part.endswith("từ ") and (_STARTS.match(text, end) or (not figure.unit.startswith(SHARES) and _OF_THOSE.match(text, end))):
        return True
    if figure.value == 1 and figure.unit in _AREAS and part.endswith(("trên ", "cho ", "mỗi ")):
        return True
    if figure.compared and _PICKS_OUT.search(part) and not _MEASURED.search(part):
        return True
    if part.endswith(_WHERE) and not figure.unit.startswith(SHARES) and not MONEY.search(figure.unit):
        return True
    return _SHARED_OUT.search(text, start, at) is not None
