"""Where a word that may set a limit stands: its paragraph, its clause, and whether somebody is told to do something there.

Reads: Anchors, an item's orders.  Writes: Place.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Assignment, Bound, Recurrence, Span
from dieuhanh.extract.lexicon import Role

_OPENING = re.compile(r"(?:\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[-+•*–]\s)*")
_ADVERBS = ("hằng", "Hằng", "hàng", "Hàng", "định kỳ", "Định kỳ")  # of the lists of predicates, but they say when, not what
_FINISHES = re.compile(
    r"""\b(?: hoàn\sthành | hoàn\stất | hoàn\sthiện | xong | kết\sthúc | dứt\sđiểm | chấm\sdứt
      | thời\shạn | thời\sgian\s(?:hoàn\sthành|thực\shiện)
      | đưa\s(?:\S+\s){0,4}?vào\s(?:sử\sdụng|vận\shành|hoạt\sđộng|khai\sthác) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_CLAUSE = 600  # characters; the longest seen has 480, and a page without stops must not be searched from its beginning each time
_DELIVERS = re.compile(r"\b(?:báo cáo|gửi|trình|nộp|hoàn thành|hoàn tất|xong|tổng hợp|đăng ký)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"""
    (?: \bvề\sviệc
      | (?: \d/[A-ZĐ][^;]{0,90}?                                   # Công văn số 12/UBND-KT ngày 05/3/2024 của UBND tỉnh về …
          | \b(?:Kế\shoạch|Đề\sán|Chương\strình|Chiến\slược|Nghị\squyết|Quyết\sđịnh|Chỉ\sthị|Công\svăn|Kết\sluận|Luật)\b
            [^,;]{0,60}? ) \svề )
    \s (?: (?!\b(?:trình|gửi|báo\scáo|xong|nộp)\b) [^,;] )* $
    """,
    re.VERBOSE,
)


def _order_start(order: Assignment) -> int:
    return order.span[0]


class Limit(NamedTuple):
    """A limit as written; `due` is None where its words name no day."""

    due: dt.date | None
    bound: Bound
    recurrence: Recurrence | None
    span: Span


class Place(NamedTuple):
    """A word that may set a limit, at `at` in the paragraph `start` to `end`."""

    anchors: Anchors
    orders: list[Assignment]
    start: int
    end: int
    at: int

    @property
    def text(self) -> str:
        """The text that all offsets index."""
        return self.anchors.text

    def clause(self) -> int:
        """Where the clause of the word begins: after the last stop or semicolon of the paragraph before it."""
        text, low = self.text, max(self.start, self.at - _LONGEST_CLAUSE)
        return max(text.rfind(";", low, self.at) + 1, text.rfind(". ", low, self.at) + 1, low)

    def order(self) -> int | None:
        """Index of the order whose words hold the place."""
        k = bisect_right(self.orders, self.at, key=_order_start) - 1
        return k if k >= 0 and self.at < self.orders[k].span[1] else None

    def commanded(self) -> bool:
        """Whether it stands in an order, or in a clause that opens with what to do ("Công khai danh sách … trong tháng 10/2020")."""
        return self.order() is not None or self.verb_at(self.clause())

    def verb_at(self, position: int) -> bool:
        """Whether a predicate begins at `position`, after spaces, the mark of a list and a connector."""
        anchors = self.anchors
        opening = _OPENING.match(self.text, position, self.end)
        k = anchors.at(opening.end()) if opening else None
        if k is not None and anchors.roles[k] & Role.CONNECTOR:
            k = anchors.at(anchors.ends[k] + 1) or anchors.at(anchors.ends[k] + 2)
        return k is not None and bool(anchors.roles[k] & Role.PREDICATE) and not self.text.startswith(_ADVERBS, anchors.starts[k])

    def finishes(self) -> bool:
        """Whether the clause before the word says that something is to be finished, not only when it happens."""
        return _FINISHES.search(self.text, max(self.clause(), self.at - 200), self.at) is not None

    def delivers(self) -> bool:
        """Whether its part of the clause says that something is to be handed over or finished."""
        return _DELIVERS.search(self.text, max(self.clause(), self.text.rfind(",", self.clause(), self.at)), self.at) is not None

    def entitled(self) -> bool:
        """Whether the word belongs to the name of a document ("Kế hoạch … về bảo đảm an toàn giao thông trong năm 2024")."""
        return _TITLE.search(self.text, self.clause(), self.at) is not None

    def before(self, pattern: re.Pattern[str], reach: int) -> bool:
        """Whether `pattern` is found among the `reach` characters of the paragraph before the word."""
        return pattern.search(self.text, max(self.start, self.at - reach), self.at) is not None
