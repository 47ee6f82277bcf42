"""The summary list (lead) above the first item: the headlines of the page in one paragraph, or one a line.

Reads: paragraphs below the title.  Writes: where each announced headline stands in the list.
Separators seen: ";", ",", ". ", none at all; a tail seen: "… là những nội dung chính trong chỉ đạo điều hành nổi bật tuần qua …"
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.facts import Span
from dieuhanh.text import fold

LONGEST_HEADING = 420  # characters; the longest seen has 268
LIST_MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,4}\.|[-+•*–])\s?(?=\S)")

_TAIL = re.compile(
    r"""
    [\s,;:.…]* (?<![^\s.;,…]) (?: (?:trên\ đây|đây|đó)\ )?
    là \s (?:những|các|một\ số|hai|ba|bốn|năm) \s [^;\n]{0,60}?
    \b(?:chỉ\ đạo|nội\ dung|thông\ tin|hoạt\ động|văn\ bản|sự\ kiện|công\ việc|kết\ quả|điểm)\b .*
    """,
    re.VERBOSE | re.I | re.S,
)
_OPENING = re.compile(
    r"(?:\(?[A-ZĐ]{2,8}\)?\s?[-–]\s)?(?:[^;:.]{0,160}(?:[Tt]rong tuần|[Tt]uần qua|[Tt]rong tháng|sau|gồm)[^;:.]{0,60}:\s)?"
)
_TOLD = re.compile(r"nổi bật|điều hành|\btuần\b|\btháng\b", re.I)
_LONGEST_TAIL = 240  # characters; the longest seen has 143
_SEPARATOR = re.compile(r"\s*;\s*")
_STOP = re.compile(r"(?<![\s(.][A-ZĐ])(?<!\bTP)[.…]+\s+(?=[A-ZĐÀ-Ỹ“])")
_CLOSING = " .;:,/…"
# Words that open headlines: a comma before one of them, written large, sets off the next headline of a list.
_OPENER = (
    r"(?:Chỉ đạo|Tăng cường|Triển khai|Ban hành|Phê duyệt|Kế hoạch|Thành lập|Kiện toàn|Công bố|Công nhận|Thực hiện|Sửa đổi|Bãi bỏ|Đẩy mạnh"
    r"|Đẩy nhanh"
    r"|Đôn đốc|Chấn chỉnh|Quy định|Bổ nhiệm|Điều động|Hướng dẫn|Tổ chức|Phát động|Điều chỉnh|Hỗ trợ|Xử lý|Bảo đảm|Đảm bảo|Nâng cao"
    r"|Rà soát|Phòng, chống|Chủ động|Xây dựng|Chỉ thị (?=về)|Công điện (?=về)|Quyết định (?=ban hành|quy định|về|phê duyệt|công bố)"
    r"|UBND tỉnh (?=chỉ đạo|ban hành|họp|yêu cầu|phê duyệt|công bố))"
)
OPENER = re.compile(_OPENER, re.I)
_COMMA = re.compile(rf",\s?(?={_OPENER})")
BRACKETED = re.compile(r"\(\s?(?:[A-ZĐ]\w+\s(?:\w+\s){0,2})?số\s?:?\s?\d")  # "(Công văn số 12": an item's first paragraph
_SEARCHED = 12  # paragraphs below the title; captions, counters and share bars stand above the list
_SHORTEST = 20  # characters; a shorter headline is too easily the beginning of another
_SURELY_A_LIST = 4  # pieces; so many parts of a sentence do not open a page
_LONGEST_PIECE = 160  # characters; a piece of the list that is longer is looked at for missing separators


class Paragraphs(NamedTuple):
    """The paragraphs below the title: where they stand, the comparing form of the short ones, where each form stands first and last."""

    text: str
    spans: list[Span]
    keys: list[str | None]
    first: dict[str, int]
    last: dict[str, int]

    def later(self, key: str, k: int) -> bool:
        """Whether a paragraph after the k-th has this form."""
        return self.last.get(key, -1) > k


class Lead(NamedTuple):
    """The summary list: places of its headlines, and the index of the first paragraph after it."""

    pieces: list[Span]
    after: int


def comparing_form(words: str) -> str:
    """A headline for comparing: folded, without typographic variants and closing stops."""
    return _plain(words).strip(_CLOSING)


def _plain(words: str) -> str:
    """Words folded, without typographic variants; as long as before."""
    key = fold(words)
    for variant, plain in (("–", "-"), ("“", '"'), ("”", '"')):
        if variant in key:
            key = key.replace(variant, plain)
    return key


def gather(text: str, spans: list[Span]) -> Paragraphs:
    """Prepare paragraphs for looking headlines up; a list's mark is no part of the comparing form."""
    keys: list[str | None] = []
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for k, (start, end) in enumerate(spans):
        if end - start > LONGEST_HEADING:
            keys.append(None)
            continue
        mark = LIST_MARK.match(text, start, end)
        key = comparing_form(text[mark.end() if mark else start : end])
        keys.append(key)
        first.setdefault(key, k)
        last[key] = k
    return Paragraphs(text, spans, keys, first, last)


def find_lead(page: Paragraphs) -> Lead:
    """The summary list among the first paragraphs; none gives no pieces and 0."""
    text = page.text
    for k, (start, end) in enumerate(page.spans[:_SEARCHED]):
        if (run := _lines(page, k)) > 1:
            return Lead([_within(text, page.spans[j]) for j in range(k, k + run)], k + run)
        tail = _tail(text, start, end)
        opening = _OPENING.match(text, start, end)
        pieces = _pieces(page, k, opening.end() if opening else start, tail if tail is not None else end)
        if not pieces:
            continue
        known = [key for s, e in pieces if page.later(key := comparing_form(text[s:e]), k)]
        if tail is not None or len(known) > 1 or (known and _announces(page, k, pieces, known[0])) or _looks_so(page, k, pieces):
            return Lead(pieces, k + 1)
    return Lead([], 0)


def _announces(page: Paragraphs, k: int, pieces: list[Span], known: str) -> bool:
    """Whether a paragraph with one known headline is a list: one among others, or the only one, which then stands close below."""
    return len(known) >= _SHORTEST and (len(pieces) > 1 or known in page.keys[k + 1 : k + 5])


def _looks_so(page: Paragraphs, k: int, pieces: list[Span]) -> bool:
    """Whether a paragraph that knows no headline is a list of them: the first below the title, parts that begin large, no document."""
    return (
        k == 0
        and len(pieces) > 1
        and (len(pieces) >= _SURELY_A_LIST or all(page.text[s].isupper() and e - s >= _SHORTEST for s, e in pieces))
        and BRACKETED.search(page.text, *page.spans[k]) is None
    )


def _lines(page: Paragraphs, k: int) -> int:
    """How many paragraphs from the k-th on are said again later, one headline a line."""
    run = 0
    while k + run < len(page.keys):
        key = page.keys[k + run]
        if key is None or len(key) < _SHORTEST or page.last[key] <= k + run:
            break
        run += 1
    return run if run < 2 or page.last[page.keys[k] or ""] >= k + run else 0


def _within(text: str, span: Span) -> Span:
    """A headline of a list without the list's mark and closing stops."""
    start, end = span
    mark = LIST_MARK.match(text, start, end)
    start = mark.end() if mark else start
    return start, _stripped(text, start, end)


def _tail(text: str, start: int, end: int) -> int | None:
    """Where the words "… là những nội dung chính …" begin that close a summary list."""
    opening = max(start, end - _LONGEST_TAIL)
    at = text.rfind(" là ", opening, end)
    while at >= 0:
        m = _TAIL.match(text, _stripped(text, start, at), end)
        if m is not None and m.end() == end and _TOLD.search(text, m.start(), end) is not None:
            return m.start()
        at = text.rfind(" là ", opening, at)
    return None


def _stripped(text: str, start: int, end: int) -> int:
    """The end of a piece without its closing stops."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return end


def _pieces(page: Paragraphs, k: int, start: int, end: int) -> list[Span]:
    """The headlines between two places of the k-th paragraph."""
    pieces = _split(page.text, (start, end), _SEPARATOR)
    if len(pieces) == 1:
        pieces = _split(page.text, (start, end), _STOP)
    return [part for piece in pieces for part in _unglue(page, k, piece)]


def _split(text: str, span: Span, separator: re.Pattern[str]) -> list[Span]:
    pieces = []
    start, end = span
    for m in separator.finditer(text, start, end):
        pieces.append((start, m.start()))
        start = m.end()
    pieces.append((start, end))
    return [(s, _stripped(text, s, e)) for s, e in pieces if text[s:e].strip(_CLOSING)]


def _unglue(page: Paragraphs, k: int, piece: Span) -> list[Span]:
    """Split a piece in which separators are missing: first where a headline of the page ends or begins, then at stops and commas."""
    text = page.text
    if page.later(comparing_form(text[slice(*piece)]), k):
        return [piece]
    parts = []
    start, end = piece
    while (cut := _known_prefix(page, k, start, end)) is not None:
        parts.append((start, cut))
        start = cut
        while start < end and text[start] in _CLOSING:
            start += 1
    tails: list[Span] = []
    while start < end and (cut := _known_suffix(page, k, start, end)) is not None:
        tails.append((cut, end))
        end = _stripped(text, start, cut)
    rest = [(start, end)] if start < end else []
    if rest and end - start > _LONGEST_PIECE:
        rest = [part for stop in _split(text, rest[0], _STOP) for part in _split(text, stop, _COMMA)]
    return [*parts, *rest, *reversed(tails)]


def _known_prefix(page: Paragraphs, k: int, start: int, end: int) -> int | None:
    """Where the longest headline of the page ends with which a piece begins; None where it begins with none or is one."""
    key = _plain(page.text[start : min(end, start + LONGEST_HEADING)])
    cut = len(key)
    while (cut := max(key.rfind(" ", _SHORTEST, cut), key.rfind(",", _SHORTEST, cut), key.rfind(".", _SHORTEST, cut))) >= _SHORTEST:
        if page.later(key[:cut].strip(_CLOSING), k):
            return start + len(key[:cut].rstrip(_CLOSING))
    return None


def _known_suffix(page: Paragraphs, k: int, start: int, end: int) -> int | None:
    """Where the longest headline of the page begins with which a piece ends, after a comma, a stop or before a capital."""
    opening = max(start, end - LONGEST_HEADING)
    key = _plain(page.text[opening:end])
    cut = opening
    while (cut := page.text.find(" ", cut + 1, max(end - _SHORTEST, 0))) >= 0:
        apart = page.text[cut - 1] in ",.;" or page.text[cut + 1].isupper()
        if apart and page.later(key[cut + 1 - opening :].strip(_CLOSING), k):
            return cut + 1
    return None
