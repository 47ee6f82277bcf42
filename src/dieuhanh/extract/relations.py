"""What documents do to each other: implements, based_on, amends, replaces, repeals, suspends, corrects.

Reads: canonical text, an item's mentions with their keys, its orders.  Writes: Relation.
The verb that stands nearest before a document decides; a bare mention is no relation. The source is the item's first instrument,
unless the document stands inside the title of another ("Công văn số 1640 … về việc triển khai thực hiện Chỉ thị số 27").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.facts import Assignment, Relation, RelationType, Span
from dieuhanh.extract.mentions import Named

_VERBS: tuple[tuple[RelationType | None, str], ...] = (
    (  # these name a rule that is followed, or where something is said
        None,
        r"""(?:quy\ định|nêu|ban\ hành\ kèm)\ (?:cụ\ thể\ |chi\ tiết\ )?(?:tại|theo|trong)(?!\ Công\ (?:văn|điện))
          | theo\ (?:đúng\ )?quy\ định(?:\ của)?
          | theo(?=\ (?:Nghị|Quyết|Thông|Luật|Bộ\ luật|Chỉ\ thị|Kế\ hoạch\ số|Công|khoản|Điều|điểm|quy|mục|Chương))
          | phù\ hợp\ với | so\ với | gắn\ với | xử\ phạt | ban\ hành\ kèm\ theo | có\ hiệu\ lực | hướng\ dẫn\ tại""",
    ),
    (
        "implements",
        r"""triển\ khai | thực\ hiện | cụ\ thể\ ho[áa] | cụ\ thể\ hóa | thi\ hành | hưởng\ ứng | đôn\ đốc
          | (?:chỉ\ đạo|giao|yêu\ cầu|đề\ nghị)\ tại""",
    ),
    ("based_on", r"căn\ cứ"),
    ("repeals", r"bãi\ bỏ | h[ủu][yỷ]\ bỏ"),
    ("replaces", r"thay\ thế(?:\ cho)?"),
    (
        "amends",
        r"""sửa\ đổi,\ bổ\ sung | sửa\ đổi | điều\ chỉnh,\ bổ\ sung
          | bổ\ sung(?=\ (?:một\ số\ )?(?:điều|khoản|nội\ dung))
          | điều\ chỉnh(?=\ (?:một\ số\ )?(?:điều|khoản|nội\ dung|Quyết\ định|Kế\ hoạch))""",
    ),
    ("corrects", r"đính\ chính"),
    ("suspends", r"(?:tạm\ )?(?:ngưng|đình\ chỉ)(?:\ một\ phần|\ toàn\ bộ)?\ hiệu\ lực"),
)
_VERB = re.compile("|".join(rf"(?P<v{k}>\b(?:{words}))(?!\w|\s?:)" for k, (_, words) in enumerate(_VERBS)), re.VERBOSE | re.I)
_CLAUSE = re.compile(r"\.\s(?=[^a-zđ])|;\s|\n")
_LISTED = re.compile(
    r"(?:[,;]|\bvà|\bhoặc)\s(?:các\s)?(?:(?:chỉ đạo|yêu cầu|nội dung|nhiệm vụ|ý kiến)[^,.;]{0,60} )?(?:tại\s)?$",
)
_DRAFT = re.compile(r"\b(?:dự thảo|dự kiến|xây dựng|tham mưu)\b[^.;]*$", re.I)
_ACTS = re.compile(r"\s(?:được (?:ban hành|xây dựng)|nhằm|này|đã)\b")
_OF_THE_ISSUER = ("repeals", "amends", "replaces")  # a draft of these is no deed
_AHEAD = 12  # characters after the verb that decide what it means ("theo Nghị quyết", "nêu tại Công điện")
_BACK = 420  # characters before a document in which the verb that governs it stands


class _Ruling(NamedTuple):
    """The verb that governs a document: its relation, None for one that makes none ("theo quy định tại")."""

    type: RelationType | None
    start: int


def find_relations(
    text: str, paragraphs: list[Span], named: list[Named], instrument: str | None, orders: list[Assignment]
) -> list[Relation]:
    """Relations of an item in reading order, each triple once; what a quoted order carries out is the quoted document's."""
    found: dict[tuple[str, str, str], Relation] = {}
    carried: dict[str, RelationType | None] = {}  # by source: what governs a document that a list adds; None: nothing does
    last_end = -1
    for k, here in enumerate(named):
        at, opens = here.mention.header[0], here.mention.span[0]
        paragraph = next((p for p in paragraphs if p[0] <= at < p[1]), None)
        if paragraph is None or here.key == instrument:
            continue
        if last_end <= paragraph[0]:
            carried = {}
        quoted = next((order.source for order in orders if order.span[0] <= at < order.span[1]), None)
        source, start = _source(text, named, k, paragraph[0], quoted or instrument)
        listed = source in carried and _LISTED.search(text, max(start, last_end - 1), opens) is not None
        since = max(start, opens - _BACK, last_end if listed else start)
        ruling = _ruling(text, [n for n in named[:k] if n.key != source], since, opens)
        last_end = here.mention.span[1]
        if source is None or (ruling is None and not listed):
            carried.pop(source or "", None)
            continue
        kind = ruling.type if ruling is not None else carried[source]
        if ruling is not None and source == instrument and kind in _OF_THE_ISSUER and _DRAFT.search(text, paragraph[0], ruling.start):
            kind = None
        carried[source] = kind
        if kind is not None and source != here.key:
            span = (ruling.start if ruling is not None else at, here.mention.header[1])
            found.setdefault((kind, source, here.key), Relation(kind, source, here.key, span))
    return list(found.values())


def _source(text: str, named: list[Named], k: int, paragraph_start: int, instrument: str | None) -> tuple[str | None, int]:
    """What mention k is related by, and where the words of the relation begin: the document in whose title it stands (the innermost),
    the document that opens its sentence as the subject, else the instrument from the start of the paragraph."""
    position = named[k].mention.header[0]
    for other in reversed(named[:k]):
        m = other.mention
        if m.header[0] < paragraph_start:
            break
        if m.header[1] <= position < m.span[1] and m.title is not None:
            return other.key, m.header[1]
        if _ACTS.match(text, m.span[1]) and _opens_sentence(text, m.span[0]) and not _CLAUSE.search(text, m.span[1], position):
            return other.key, m.span[1]
    return instrument, paragraph_start


def _opens_sentence(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n" or text[position - 2 : position] == ". "


def _ruling(text: str, before: list[Named], start: int, end: int) -> _Ruling | None:
    """The verb nearest before a document in its clause, not one in the title of a document that ended before; None where none stands."""
    for stop in _CLAUSE.finditer(text, start, end):
        start = stop.end()
    titles = [(n.mention.header[1], n.mention.span[1]) for n in before if start < n.mention.span[1] <= end]
    nearest = None
    for m in _VERB.finditer(text, start, end + _AHEAD):
        if m.end() <= end and not any(s <= m.start() < e for s, e in titles):
            nearest = m
    if nearest is None or nearest.lastgroup is None:
        return None
    return _Ruling(_VERBS[int(nearest.lastgroup[1:])][0], nearest.start())
