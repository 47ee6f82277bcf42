"""The subject (trích yếu) that follows a document's header: "… của Bộ Xây dựng về việc bảo đảm an toàn …".

Reads: canonical text, codes in reading order.  Writes: the title and where it ends.
A title may hold other documents; it ends before one that a list adds beside its own ("… và Quyết định số 83/QĐ-UBND").
"""

from __future__ import annotations

import re

from dieuhanh.extract.codes import Code
from dieuhanh.extract.provisions import find_provision

_OPENS = re.compile(
    r"""
    \s? (?:\((?:khóa|khoá|sau\ đây|viết\ tắt|gọi\ tắt)[^)]{0,60}\)\s?)? (?:khóa\s[IVX]+\s)?
    ,?\s? (?:về\ việc|về|v/v)\s
    """,
    re.VERBOSE | re.I,
)
_WORDS_OPEN = "vV(kK"  # first letters of the above: a quick look before the pattern
_OPENS_WITH_VERB = re.compile(
    r"""\s(?=(?:quy\ định|hướng\ dẫn|ban\ hành|sửa\ đổi|bổ\ sung|phê\ duyệt|tăng\ cường|phát\ triển|thực\ hiện|cụ\ thể\ hóa|công\ bố
           |thay\ thế|bãi\ bỏ)[\s,])""",
    re.VERBOSE,
)
_STOPS = re.compile(
    r"""
    [.;:…](?=\s|$) | \) | \n
    | \s\((?=[^)]{0,30}\bsố\b)                                                      # the bracket of another document
    | ,\s(?=(?:đồng\ thời|trong\ đó|bảo\ đảm|đảm\ bảo|để|nhằm|góp\ phần)\s)
    | \s(?=(?:để|nhằm|gắn\ với)\s)
    """,
    re.VERBOSE,
)
_LISTED = re.compile(r"(?:,|,? và|,? hoặc|,? cùng) $")
_SIBLINGS = 8  # codes after its own among which a title ends


def read_title(text: str, codes: list[Code], k: int, position: int) -> tuple[str | None, int]:
    """The title that opens at `position`, the end of the header of code k, and where the mention ends; (None, position) without one."""
    bracketed = text[position : position + 1] == ")"
    position += bracketed
    opens = text[position : position + 4].lstrip(" ,")[:1]
    m = _OPENS.match(text, position) if opens in _WORDS_OPEN else None
    m = m or (None if bracketed else _OPENS_WITH_VERB.match(text, position))
    if m is None:
        return None, position - bracketed
    stop = _STOPS.search(text, m.end())
    end = _before_sibling(text, codes, k, m.end(), stop.start() if stop else len(text))
    title = text[m.end() : end].rstrip(" ,")
    return (title, m.end() + len(title)) if title else (None, position - bracketed)


def _before_sibling(text: str, codes: list[Code], k: int, start: int, end: int) -> int:
    """Where a document that a list adds begins within the title: the first that is named there, one of the same kind, or any after a
    comma; else `end`. One that stands behind another document of the title goes with that."""
    for nth, later in enumerate(codes[k + 1 : k + 1 + _SIBLINGS]):
        if later.start >= end:
            break
        at = find_provision(text, later.start)[1]
        joint = _LISTED.search(text, max(start, at - 7), at)
        if joint and later.kind is not None and (nth == 0 or later.kind == codes[k].kind or text[at - 2] == ","):
            return joint.start()
    return end
