"""What documents do to each other: implements, based_on, amends, replaces, repeals, suspends, corrects.

Reads: canonical text, an item's mentions with their keys.  Writes: Relation.
The verb that stands nearest before a document decides; a bare mention is no relation. The source is the item's first instrument,
unless the document stands inside the title of another ("Công văn số 1640 … về việc triển khai thực hiện Chỉ thị số 27").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.facts import Assignment, Relation, RelationType, Span
from dieuhanh.extract.references import Mention

_VERBS: tuple[tuple[str, RelationType | None], ...] = (
    (r"(?:quy định|nêu|ban hành kèm) (?:cụ thể |chi tiết )?(?:tại|theo|trong)(?! Công (?:văn|điện))|theo (?:đúng )?quy định(?: của)?|(?<!thực hiện )theo(?= (?:Nghị|Quyết|Thông|Luật|Chỉ thị|Kế hoạch số|Công|khoản|Điều|điểm|quy))|gắn với|xử phạt|ban hành kèm theo|có hiệu lực|hướng dẫn tại", None),
    (r"triển khai|thực hiện|cụ thể hóa|cụ thể hoá|quán triệt|thi hành|hưởng ứng|chỉ đạo tại|giao tại|yêu cầu tại|đề nghị tại|đôn đốc", "implements"),
    (r"[Cc]ăn cứ", "based_on"),
    (r"bãi bỏ|hủy bỏ|huỷ bỏ", "repeals"),
    (r"thay thế(?: cho)?", "replaces"),
    (r"sửa đổi, bổ sung|sửa đổi|điều chỉnh, bổ sung|bổ sung(?= (?:một số )?(?:điều|khoản|nội dung|Điều))|điều chỉnh(?= (?:một số )?(?:điều|khoản|nội dung|Điều|Quyết định|Kế hoạch))", "amends"),
    (r"đính chính", "corrects"),
    (r"(?:tạm )?(?:ngưng|đình chỉ)(?: một phần| toàn bộ)? hiệu lực", "suspends"),
)
_VERB = re.compile("|".join(f"(?P<v{k}>\\b(?:{words}))(?!\\w)" for k, (words, _) in enumerate(_VERBS)))
_CLAUSE = re.compile(r"\.\s(?=[^a-zđ])|;\s|\n")
_LISTED = re.compile(r"(?:[,;]|\bvà|\bcùng|\bhoặc|\bvới)\s(?:các\s)?(?:chỉ đạo của [^,.;]{0,60} tại\s)?$")
_DRAFT = re.compile(r"\b(?:dự thảo|dự kiến|xây dựng|tham mưu)\b[^.;]*$", re.I)
_BACK = 420  # characters before a document in which the verb that governs it stands


class Named(NamedTuple):
    """A mention with the key that identifies it on the page."""

    mention: Mention
    key: str


def find_relations(text: str, paragraphs: list[Span], named: list[Named], instrument: str | None, orders: list[Assignment]) -> list[Relation]:
    """Relations of an item in reading order, each triple once; what a quoted order carries out is the quoted document's."""
    found: dict[tuple[str, str, str], Relation] = {}
    previous: tuple[RelationType, str] | None = None  # governs a document that a list adds
    last_end = -1
    for k, here in enumerate(named):
        paragraph = next(((s, e) for s, e in paragraphs if s <= here.mention.header[0] < e), None)
        if paragraph is None:
            continue
        quoted = next((o.source for o in orders if o.span[0] <= here.mention.header[0] < o.span[1]), None)
        source, start = _enclosing(named, k, paragraph[0], quoted or instrument)
        ruling = _ruling(text, max(start, here.mention.span[0] - _BACK), here.mention.span[0], last_end)
        if ruling is None and previous is not None and last_end > paragraph[0] and _LISTED.search(text, last_end - 1, here.mention.span[0]):
            kind, source = previous
            at = last_end
        elif ruling is not None and source is not None:
            kind, at = ruling
            if kind in ("repeals", "amends", "replaces") and _DRAFT.search(text, paragraph[0], at):
                previous, last_end = None, here.mention.span[1]
                continue
        else:
            previous = None
            continue
        last_end = here.mention.span[1]
        previous = (kind, source)
        if source != here.key:
            found.setdefault((kind, source, here.key), Relation(kind, source, here.key, (at, here.mention.header[1])))
    return list(found.values())


def _enclosing(named: list[Named], k: int, paragraph_start: int, instrument: str | None) -> tuple[str | None, int]:
    """The document whose title holds mention k (the innermost), and where that title begins; else the instrument and the paragraph."""
    position = named[k].mention.header[0]
    for other in reversed(named[:k]):
        if other.mention.header[1] <= position < other.mention.span[1] and other.mention.title is not None:
            return other.key, other.mention.header[1]
        if other.mention.header[0] < paragraph_start:
            break
    return instrument, paragraph_start


def _ruling(text: str, start: int, end: int, last_end: int) -> tuple[RelationType, int] | None:
    """The verb nearest before a document in its clause, and where it stands; None where none or a neutral one governs."""
    for stop in _CLAUSE.finditer(text, start, end):
        start = stop.end()
    nearest = None
    for m in _VERB.finditer(text, start, end):
        nearest = m
    if nearest is None or nearest.lastgroup is None:
        return None
    kind = _VERBS[int(nearest.lastgroup[1:])][1]
    return (kind, nearest.start()) if kind is not None else None
