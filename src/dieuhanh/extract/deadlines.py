"""Limits for doing something: "trước ngày 31/3/2024", "chậm nhất …", "định kỳ hằng tháng", "trước Tết Nguyên đán".

Reads: Anchors, an item's paragraphs and orders.  Writes: Deadline, as written;
a day without a year, or counted from another, stays unresolved.
One scan for each cue word over the whole item (a literal head costs 20 µs a page, an alternation of all cues twenty times as much);
small patterns then read at the cue. Of overlapping limits the first stands.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dieuhanh.extract import announced, before, recurrences, until, windows
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Assignment, Deadline, Span
from dieuhanh.extract.places import Limit, Place

_Reader = Callable[[Place], Limit | list[Limit] | None]


class _Cue(NamedTuple):
    """A word that may set a limit, found by its tail: the case of its first letter does not matter, and a search runs for a literal."""

    firsts: tuple[str, ...]  # what may stand before the tail
    tail: re.Pattern[str]
    read: _Reader


def _cue(firsts: str, tail: str, read: _Reader) -> _Cue:
    return _Cue(tuple(firsts.split("|")), re.compile(tail), read)


_EVERY = r"\s+(?:ngày|tuần|[Tt]háng|[Qq]uý|[Nn]ăm)\b"
_CUES = (
    _cue(
        "t",
        r"rước\s+(?:\d|[Nn]gày|[Tt]háng|[Qq]uý|[Nn]ăm|[Tt]ết|dịp|mùa|vụ|thời|khi|kỳ|phiên|khai|[Tt]hứ|[Cc]hủ|h[ằà]ng|cuối|hết|ít|Đại)",
        before.read_before,
    ),
    _cue("chậm |muộn ", r"nhất\s", before.read_latest),
    _cue("h", r"ạn\s+(?:chót|cuối)\b", before.read_latest),
    _cue("không muộn |không chậm |không trễ ", r"hơn\s", before.read_latest),
    _cue("không |không để |không chậm |không để chậm |không được chậm ", r"quá\s+(?:\d|ngày)", before.read_latest),
    _cue("h", r"ết\s+(?:ngày|[Tt]háng|[Qq]uý|[Nn]ăm|\d)", until.read_until),
    _cue("đ", r"ến\s+(?:ngày|[Tt]háng|[Qq]uý|\d{1,2}\s?(?:/\d|giờ|h))", until.read_until),
    _cue("c", r"uối\s+(?:tháng|[Qq]uý|[Nn]ăm)\s", until.read_until),
    _cue("tr|x", r"ong\s+(?:ngày|[Tt]háng|[Qq]uý|[Nn]ăm|tuần|vòng|thời|\d|sáu|chín)", until.read_inside),
    _cue("hoàn t", r"hành\s+(?:ngày|[Tt]háng|[Qq]uý|[Nn]ăm)\s", until.read_done),
    _cue("t", r"ừ\s+(?:ngày|\d|nay|[Tt]háng|[Qq]uý)", windows.read_window),
    _cue("v", r"ào\s+(?:ngày|[Tt]hứ|[Cc]hủ|[Tt]háng|[Qq]uý|cuối|tuần|\d)", announced.read_on),
    _cue("t", r"hời\s+(?:hạn|gian)\b", announced.read_label),
    _cue("h", "ằng" + _EVERY, recurrences.read_every),
    _cue("h", "àng" + _EVERY, recurrences.read_every),
    _cue("m", "ỗi" + _EVERY, recurrences.read_every),
    _cue("định k", r"ỳ\s+(?:\d|một|ba|sáu)", recurrences.read_months),
    _cue("l", r"ần/(?:0?1\s)?(?:ngày|tuần|[Tt]háng|[Qq]uý|[Nn]ăm)\b", recurrences.read_once),
)
_QUOTED_DAYS = 45  # how long ago a limit may have passed that a quoted order set
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
            if limit.due is None or issued_on is None or limit.due >= issued_on or _is_quoted(place, limit, issued_on):
                found.append(_deadline(place, limit))
    return found


def _is_quoted(place: Place, limit: Limit, issued_on: dt.date) -> bool:
    """Whether a limit that is over belongs to an order quoted from a document that is older than the item's own."""
    order = place.order()
    recent = limit.due is not None and (issued_on - limit.due).days <= _QUOTED_DAYS
    return recent and limit.bound in ("before", "by") and order is not None and place.orders[order].source is not None and place.delivers()


def _deadline(place: Place, limit: Limit) -> Deadline:
    return Deadline(limit.due, limit.bound, limit.recurrence, place.text[slice(*limit.span)], place.order(), limit.span)


def _places(anchors: Anchors, paragraphs: list[Span], orders: list[Assignment]) -> Iterator[tuple[Place, _Reader]]:
    """Each cue word of the item with what reads it, in reading order."""
    if not paragraphs:
        return
    text = anchors.text
    start, end = paragraphs[0][0], paragraphs[-1][1]
    starts = [s for s, _ in paragraphs]
    places: list[tuple[Place, _Reader]] = []
    for tail, cue in [(m.start(), c) for c in _CUES for m in c.tail.finditer(text, start, end)]:
        at = _head(text, tail, cue.firsts)
        k = bisect_right(starts, tail) - 1
        if at is not None and at >= paragraphs[k][0]:
            places.append((Place(anchors, orders, *paragraphs[k], at), cue.read))
    places += [(Place(anchors, orders, s, e, s), announced.read_cell) for s, e in _due_cells(text, paragraphs)]
    yield from sorted(places, key=lambda found: found[0].at)


def _head(text: str, tail: int, firsts: tuple[str, ...]) -> int | None:
    """Where the word begins whose tail stands at `tail`; None where it is another word."""
    for first in firsts:
        at = tail - len(first)
        if text[at:tail].lower() == first and not text[at - 1 : at].isalpha():
            return at
    return None


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
