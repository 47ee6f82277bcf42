"""Limits for doing something: "trước ngày 31/3/2024", "chậm nhất …", "định kỳ hằng tháng", "trước Tết Nguyên đán".

Reads: Anchors, an item's paragraphs and orders.  Writes: Deadline, as written; a day without a year, or counted from another, stays unresolved.
One scan for each cue word over the whole item (a literal head costs 20 µs a page, an alternation of all cues twenty times as much);
small patterns then read at the cue. Of overlapping limits the first stands.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dieuhanh.extract import limits, recurrences
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Assignment, Deadline, Span
from dieuhanh.extract.places import Limit, Place

_Reader = Callable[[Place], Limit | None | list[Limit]]


class _Cue(NamedTuple):
    """A word that may set a limit: found by its tail, so that the case of its first letter does not matter."""

    first: str  # the letters before the tail
    tail: re.Pattern[str]
    read: _Reader


def _cue(first: str, tail: str, read: _Reader) -> _Cue:
    return _Cue(first, re.compile(tail), read)


_CUES = (
    _cue("t", r"rước\s+(?:\d|ngày|tháng|quý|năm|Tết|tết|dịp|mùa|vụ|thời|khi|kỳ|phiên|khai|thứ|Thứ|Chủ|chủ|h[ằà]ng|cuối|hết|ít|Đại)", limits.read_before),
    _cue("ch", r"ậm\s+nhất\s", limits.read_latest),
    _cue("m", r"uộn\s+nhất\s", limits.read_latest),
    _cue("h", r"ết\s+(?:ngày|tháng|quý|năm|\d)", limits.read_until),
    _cue("đ", r"ến\s+(?:ngày|tháng|quý)\s", limits.read_until),
    _cue("x", r"ong\s+(?:ngày|tháng|quý|năm)\s", limits.read_until),
    _cue("c", r"uối\s+(?:tháng|quý|năm)\s", limits.read_until),
    _cue("t", r"rong\s+(?:ngày|tháng|quý|năm|tuần|vòng|thời|\d|sáu|chín)", limits.read_inside),
    _cue("kh", r"ông\s+quá\s+\d", limits.read_at_most),
    _cue("t", r"ừ\s+(?:ngày|\d|nay|tháng|quý)", limits.read_window),
    _cue("v", r"ào\s+(?:ngày|thứ|Chủ|chủ|tháng|quý|cuối|\d)", limits.read_on),
    _cue("t", r"hời\s+(?:hạn|gian)\b", limits.read_label),
    _cue("h", r"ằng\s+(?:ngày|tuần|tháng|quý|năm)\b", recurrences.read_every),
    _cue("h", r"àng\s+(?:ngày|tuần|tháng|quý|năm)\b", recurrences.read_every),
    _cue("m", r"ỗi\s+(?:ngày|tuần|tháng|quý|năm)\b", recurrences.read_every),
    _cue("l", r"ần/(?:0?1\s)?(?:ngày|tuần|tháng|quý|năm)\b", recurrences.read_once),
)
_DUE_COLUMN = re.compile(r"thời (?:hạn|gian)|tiến độ|hoàn thành|hạn", re.IGNORECASE)


def find_deadlines(anchors: Anchors, paragraphs: list[Span], orders: list[Assignment], issued_on: dt.date | None) -> list[Deadline]:
    """All limits of an item in reading order, each bound to the order whose words hold it; a day before `issued_on` is no limit."""
    found: list[Deadline] = []
    done = 0
    for place, read in _places(anchors, paragraphs, orders):
        if place.at < done:
            continue
        read_here = read(place)
        for limit in read_here if isinstance(read_here, list) else [read_here]:
            if limit is None or limit.span[0] < done:
                continue
            done = limit.span[1]
            if limit.due is None or issued_on is None or limit.due >= issued_on:
                found.append(_deadline(place, limit))
    return found


def _deadline(place: Place, limit: Limit) -> Deadline:
    return Deadline(limit.due, limit.bound, limit.recurrence, place.text[slice(*limit.span)], place.order(), limit.span)


def _places(anchors: Anchors, paragraphs: list[Span], orders: list[Assignment]) -> Iterator[tuple[Place, _Reader]]:
    """Each cue word of the item with what reads it, in reading order."""
    if not paragraphs:
        return
    text = anchors.text
    start, end = paragraphs[0][0], paragraphs[-1][1]
    hits = [(m.start() - len(cue.first), cue) for cue in _CUES for m in cue.tail.finditer(text, start, end)]
    starts = [s for s, _ in paragraphs]
    places: list[tuple[Place, _Reader]] = []
    for at, cue in hits:
        k = bisect_right(starts, at) - 1
        if k >= 0 and _is_word(text, at, cue.first):
            places.append((Place(anchors, orders, *paragraphs[k], at), cue.read))
    places += [(Place(anchors, orders, s, e, s), limits.read_cell) for s, e in _due_cells(text, paragraphs)]
    yield from sorted(places, key=lambda found: found[0].at)


def _is_word(text: str, at: int, first: str) -> bool:
    return text[at : at + len(first)].lower() == first and not text[at - 1 : at].isalpha()


def _due_cells(text: str, paragraphs: list[Span]) -> Iterator[Span]:
    """The cells of tables that stand in a column headed "Thời hạn", "Thời gian hoàn thành"."""
    if text.find(" | ", paragraphs[0][0], paragraphs[-1][1]) < 0:
        return
    column: int | None = None
    width = 0
    for start, end in paragraphs:
        cells = _cells(text, start, end)
        if len(cells) < 2:
            column = None
        elif column is None or len(cells) != width:
            width = len(cells)
            column = next((k for k, cell in enumerate(cells) if _DUE_COLUMN.match(text[slice(*cell)])), None)
        else:
            yield cells[column]


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a table's row, which stands on one line."""
    found = []
    while (bar := text.find(" | ", start, end)) >= 0:
        found.append((start, bar))
        start = bar + 3
    return [*found, (start, end)]
