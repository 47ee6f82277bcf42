"""What documents do to each other: implements, based_on, amends, replaces, repeals, suspends, corrects.

Reads: Anchors, an item's mentions with their keys, its orders.  Writes: Relation.
The rule (a verb of data/rules.csv) that stands nearest before a document decides; a document that no rule stands before is only cited.
Relations start from the first instrument of the item, unless the document stands inside the title of another ("Công văn số 1640 … về
việc triển khai thực hiện …").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple, cast

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Assignment, Relation, RelationType, Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.mentions import Mention, Named
from dieuhanh.extract.sentences import list_mark

_LISTED = re.compile(
    r"(?:[,;]|\bvà|\bhoặc)\s(?:các\s)?(?:(?:chỉ đạo|yêu cầu|nội dung|nhiệm vụ|ý kiến)[^,.;]{0,60} )?(?:tại\s)?$",
)
_DRAFT = re.compile(r"\b(?:dự thảo|dự kiến|xây dựng|tham mưu|đề xuất|kiến nghị|trình|đề nghị)\b[^.;]*$", re.I)
_PASSIVE = re.compile(  # "Thông tư A được sửa đổi tại Thông tư B": B acts on A
    r"""\s\(?(?:đã\ )?(?:được|bị)\s(?P<verb>sửa\ đổi|bổ\ sung|thay\ thế|bãi\ bỏ|đính\ chính)[^.;]{0,40}?(?:bởi|tại|bằng|theo)\s$""",
    re.VERBOSE,
)
_PASSIVES: dict[str, RelationType] = {
    "sửa đổi": "amends",
    "bổ sung": "amends",
    "thay thế": "replaces",
    "bãi bỏ": "repeals",
    "đính chính": "corrects",
}
_ACTS = re.compile(r"\s(?:được (?:ban hành|xây dựng)|nhằm|này|đã)\b")
_OF_THE_ISSUER = ("repeals", "amends", "replaces")  # a draft of these is no deed
_LETTERS = ("Công văn", "Công điện")  # what is "nêu tại" a letter is an order to carry out, not a rule to follow
_PROGRAMMES = ("Nghị quyết", "Kế hoạch", "Chỉ thị", "Kết luận", "Chương trình", "Thông báo")  # … and so are tasks that one of these states
_TASKS = re.compile(r"\b(?:giải pháp|nhiệm vụ|nội dung|mục tiêu|chỉ tiêu|yêu cầu|phần việc)\s(?:(?:đã|được|đã được)\s)?$", re.I)
_ENUMERATES = re.compile(r"(?:Bao gồm|Gồm(?: có)?|Cụ thể(?: là)?|Đó là)\s?:")  # what the sentence before speaks of
_ISSUER = re.compile(r"(?:Chủ tịch )?(?:UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân) tỉnh\b", re.I)
_ONE_CLAUSE = re.compile(r"[^,;:.()\n]{0,60}")
_BACK = 420  # characters before a document in which the verb that governs it stands
_NEAR = 6  # documents before it whose titles a verb may stand in


class _Ruling(NamedTuple):
    """The verb that governs a document: its relation, None for one that makes none ("theo quy định tại")."""

    type: RelationType | None
    start: int


class _Place(NamedTuple):
    """What a mention is related by, and where the words of the relation begin."""

    source: str | None
    start: int


def find_relations(
    anchors: Anchors, paragraphs: list[Span], named: list[Named], instrument: str | None, orders: list[Assignment]
) -> list[Relation]:
    """Relations of an item in reading order, each triple once; what a quoted order carries out is the quoted document's."""
    text = anchors.text
    found: dict[tuple[str, str, str], Relation] = {}
    carried: dict[str, RelationType | None] = {}  # by source: what governs a document that a list adds; None: nothing does
    order_starts = [order.span[0] for order in orders]
    last_end = -1
    for k, here in enumerate(named):
        at, opens = here.mention.header[0], here.mention.span[0]
        p = _holding(paragraphs, at)
        if p is None or here.key == instrument:
            continue
        paragraph = paragraphs[p]
        if last_end <= paragraph[0]:
            carried = {}
        if k and (passive := _PASSIVE.search(text, named[k - 1].mention.header[1], opens)) is not None:
            undergoes, acted_on = _PASSIVES[passive["verb"]], named[k - 1].key
            span = (named[k - 1].mention.header[0], here.mention.header[1])
            found.setdefault((undergoes, here.key, acted_on), Relation(undergoes, here.key, acted_on, span))
            last_end = here.mention.span[1]
            continue
        order = bisect_right(order_starts, at) - 1
        quoted = orders[order].source if order >= 0 and at < orders[order].span[1] else None
        source, start = _place(text, named, k, paragraph[0], quoted or instrument)
        listed = source in carried and _LISTED.search(text, max(start, last_end - 1), opens) is not None
        since = max(start, opens - _BACK, last_end if listed else start)
        before = [n for n in named[max(0, k - _NEAR) : k] if n.key != source]
        ruling = _ruling(anchors, here.mention, before, since) or _announced(anchors, paragraphs, p, here.mention)
        last_end = here.mention.span[1]
        if source is None or (ruling is None and not listed):
            carried.pop(source or "", None)
            continue
        kind = ruling.type if ruling is not None else carried[source]
        if kind in _OF_THE_ISSUER and source == instrument and not _is_done(anchors, here.mention, ruling, paragraph[0]):
            kind = None
        carried[source] = kind
        if kind is not None and source != here.key:
            span = (ruling.start if ruling is not None else at, here.mention.header[1])
            found.setdefault((kind, source, here.key), Relation(kind, source, here.key, span))
    return list(found.values())


def _holding(paragraphs: list[Span], position: int) -> int | None:
    """Index of the paragraph in which a position lies."""
    k = bisect_right(paragraphs, position, key=lambda p: p[0]) - 1
    return k if k >= 0 and position < paragraphs[k][1] else None


def _is_done(anchors: Anchors, mention: Mention, ruling: _Ruling | None, paragraph_start: int) -> bool:
    """Whether the province itself repeals, amends or replaces: not what is drafted or proposed, nor a document of the centre."""
    if mention.issuer is not None and anchors.lexicon.levels.get(mention.issuer) == "central":
        return False
    return ruling is None or _DRAFT.search(anchors.text, paragraph_start, ruling.start) is None


def _place(text: str, named: list[Named], k: int, paragraph_start: int, instrument: str | None) -> _Place:
    """The document in whose title mention k stands (the innermost), the document that opens its sentence as the subject, else the
    instrument from the start of the paragraph."""
    position = named[k].mention.header[0]
    for other in map(named.__getitem__, range(k - 1, -1, -1)):
        m = other.mention
        if m.header[0] < paragraph_start:
            break
        if m.header[1] <= position < m.span[1] and m.title is not None:
            return _Place(other.key, m.header[1])
        opens = _ACTS.match(text, m.span[1]) and _opens_sentence(text, m.span[0])
        if opens and _clause_start(text, m.span[1], position) == m.span[1]:
            return _Place(other.key, m.span[1])
    return _Place(instrument, paragraph_start)


def _opens_sentence(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n" or text[position - 2 : position] == ". "


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause begins in which `end` stands: after the last ";", line or stop that a capital follows."""
    start = max(start, text.rfind("; ", start, end) + 2, text.rfind("\n", start, end) + 1)
    stop = text.rfind(". ", start, end)
    while stop >= 0 and text[stop + 2 : stop + 3].islower():
        stop = text.rfind(". ", start, stop)
    return max(start, stop + 2)


def _ruling(anchors: Anchors, mention: Mention, before: list[Named], since: int) -> _Ruling | None:
    """The rule nearest before a document in its clause, not one in the title of a document that ended before; None without one."""
    end = mention.span[0]
    start = _clause_start(anchors.text, since, end)
    if _ENUMERATES.match(anchors.text, start, end):
        start = _clause_start(anchors.text, since, start - 2)
    titles = [(n.mention.header[1], n.mention.span[1]) for n in before if start < n.mention.span[1] <= end]
    for j in range(anchors.index(end) - 1, -1, -1):
        at = anchors.starts[j]
        if at < start:
            break
        if anchors.roles[j] & Role.RULE and _governs(anchors, j, mention) and not any(s <= at < e for s, e in titles):
            return _rule(anchors, j)
    return None


def _announced(anchors: Anchors, paragraphs: list[Span], p: int, mention: Mention) -> _Ruling | None:
    """The rule of the line above a list, for a document that opens a paragraph of it: "bãi bỏ các văn bản sau đây:"."""
    text, opens = anchors.text, paragraphs[p][0]
    if opens + len(list_mark(text, paragraphs[p])) != mention.span[0]:
        return None
    while p and list_mark(text, paragraphs[p]):
        p -= 1
    start, end = paragraphs[p]
    if end >= mention.span[0] or not text.endswith(":", start, end):
        return None
    start = _clause_start(text, start, end)
    ruling = [j for j in range(anchors.index(start), anchors.index(end)) if anchors.roles[j] & Role.RULE and _governs(anchors, j, mention)]
    return _rule(anchors, ruling[-1]) if ruling else None


def _rule(anchors: Anchors, j: int) -> _Ruling:
    name = anchors.name(j)
    makes_none = name == "none" or (name == "based_on" and _of_an_agency(anchors, j))
    return _Ruling(None if makes_none else cast(RelationType, name), anchors.starts[j])


def _of_an_agency(anchors: Anchors, j: int) -> bool:
    """Whether an agency stands right before the rule, so that it says what it goes by: "Sở Y tế căn cứ Thông tư số …"."""
    if not j or not anchors.roles[j - 1] & Role.ACTOR or _ISSUER.match(anchors.text, anchors.starts[j - 1]):
        return False
    return _ONE_CLAUSE.fullmatch(anchors.text, anchors.ends[j - 1], anchors.starts[j]) is not None


def _governs(anchors: Anchors, j: int, mention: Mention) -> bool:
    """Whether the rule at anchor j reaches the document: "theo" only right before it, no heading ("Nội dung thực hiện: …")."""
    text, start, end = anchors.text, anchors.starts[j], anchors.ends[j]
    if text.startswith((":", " :"), end) or anchors.name(j) == "passes":
        return False
    word = text[start:end].lower()
    if word == "theo":
        return end + 1 >= mention.span[0]
    if not word.startswith("nêu "):
        return True
    tasks = mention.type in _PROGRAMMES and _TASKS.search(text, max(0, start - 30), start) is not None
    return not tasks and mention.type not in _LETTERS
