"""Orders: who must do what, with whom, and which document they are quoted from.

Reads: Anchors, the paragraphs of an item, its mentions of documents.  Writes: Assignment.
The commonest order has no word of ordering at all: "Sở X + verb …". A sentence is one order; after ";" a new subject opens the next;
a sentence without a subject goes on with the agencies before it. In a numbered list each lettered point is one order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.extract.agencies import read_agencies
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Assignment, Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.quoting import Quotable, quoted_source
from dieuhanh.extract.sentences import list_mark, split_sentences
from dieuhanh.extract.tables import is_row, read_header, read_row
from dieuhanh.extract.subjects import OPENER, Subject, find_subject

_LOCAL = re.compile(r"(?:thủ trưởng )?các sở|(?:Chủ tịch )?UBND (?:các huyện|các xã|huyện|xã|phường|thành phố|cấp huyện|cấp xã)", re.I)
_BEFORE_COOPERATION = re.compile(r"(?:(?:chủ trì|chủ động|tăng cường|tiếp tục|thường xuyên|đồng thời|và|tích cực|kịp thời|khẩn trương)[\s,]*)*", re.I)
_CLAUSE = re.compile(r"[;.:…]\s")
_ISSUES = re.compile(r"\s?(?:ban hành|phê duyệt|quyết định|công bố|thông báo)\b", re.I)
_NEW_ORDERS = ("giao", "đề nghị", "phân công", "yêu cầu", "Giao", "Đề nghị", "Phân công", "Yêu cầu")  # opening a sentence these turn to somebody else
_KIND_FOLLOWS = re.compile(r"(?:ban hành|phê duyệt|công bố|thông báo)\s(?:Kế hoạch|Quyết định|Công văn|Chỉ thị|Thông báo|Hướng dẫn|Chương trình|Nghị quyết|Đề án)\ssố")
_OWN = re.compile(r"(?:UBND|[ỦU][yỷ] ban nhân dân) tỉnh|[đĐ]ồng chí|Chủ tịch")
_STATES = re.compile(r"(?:Quyết định|Nghị quyết|Kế hoạch|Quy định|Quy chế|Chỉ thị|Văn bản|Thông báo)(?: này)? (?:có hiệu lực|thay thế|quy định|gồm|này|được|áp dụng|nêu)")
_ANNOUNCES = re.compile(r":(?=\s|$)")
_STANDING = re.compile(r"của [^,.;]{3,120}(?:,\s|$)")
_TRIM = " ,;:.…/"


class _Running(NamedTuple):
    """What goes on from sentence to sentence within one item."""

    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    source: str | None = None
    listed: bool = False  # a numbered heading named the lead
    open: bool = False  # the sentence before was an order (or announced orders), so one without a subject goes on with it


def find_assignments(anchors: Anchors, paragraphs: list[Span], quotable: list[Quotable], bodies: tuple[str, ...]) -> list[Assignment]:
    """All orders of an item in reading order; `quotable` are the central documents that it may quote, `bodies` the full names of
    the committees that it sets up, for "Ban Chỉ đạo có nhiệm vụ …"."""
    found: list[Assignment] = []
    running = _Running()
    columns = None
    for paragraph in paragraphs:
        if is_row(anchors.text, paragraph):
            header = read_header(anchors.text, paragraph)
            found += read_row(anchors, paragraph, columns) if columns is not None and header is None else []
            columns = header or columns
            continue
        columns = None
        orders, running = _read_paragraph(anchors, paragraph, running, quotable)
        found += orders
    return [_with_full_name(a, bodies) for a in found]


def _read_paragraph(anchors: Anchors, paragraph: Span, running: _Running, quotable: list[Quotable]) -> tuple[list[Assignment], _Running]:
    mark = list_mark(anchors.text, paragraph)
    start, end = paragraph[0] + len(mark), paragraph[1]
    heading = _list_heading(anchors, start, end)
    if heading is not None and (mark[:1].isdigit() or anchors.text[end - 1] == ":" or not mark):
        return [], _Running(heading, (), running.source, listed=True, open=True)
    if mark and running.listed and not mark[:1].isdigit():
        return _read_point(anchors, (paragraph[0], end), start, running)
    found: list[Assignment] = []
    for sentence in split_sentences(anchors.text, (start, end)):
        for clause in _clauses(anchors, sentence):
            order, running = _read_clause(anchors, clause, running, quotable)
            found += order
    return found, running


def _list_heading(anchors: Anchors, start: int, end: int) -> tuple[str, ...] | None:
    """The agencies of a paragraph that holds nothing else ("2. Sở Tài chính", "Các sở, ban, ngành:")."""
    agencies = read_agencies(anchors, start, end, strict=False)
    if agencies is None or anchors.text[agencies.span[1] : end].strip(_TRIM):
        return None if agencies is None or not re.fullmatch(r"\s?(?:\([^()]*\)|[-–] Cơ quan [^.;]*)?[\s:.]*", anchors.text[agencies.span[1] : end], re.I) else agencies.names
    return agencies.names


def _read_point(anchors: Anchors, span: Span, start: int, running: _Running) -> tuple[list[Assignment], _Running]:
    """One lettered point: the agencies of its heading, unless it names its own; all whom it says to cooperate with."""
    end = span[1]
    subject = find_subject(anchors, start, end)
    lead = running.lead
    at = start
    if subject is not None and subject.ordered_at is None and subject.agencies.span[0] - start < 120:
        lead, at = subject.agencies.names, subject.agencies.span[1]
    cooperating, action_start = _cooperating(anchors, at, end)
    cooperating = tuple(n for n in dict.fromkeys((*running.cooperating, *cooperating)) if n not in lead)
    return [Assignment(lead, cooperating, _action(anchors.text, action_start, end), running.source, (span[0], end))], running


def _clauses(anchors: Anchors, sentence: Span) -> Iterator[Span]:
    """A sentence, cut after each ";" that a new subject follows."""
    text = anchors.text
    start, end = sentence
    position = start
    while (semicolon := text.find(";", position, end)) >= 0:
        position = semicolon + 1
        after = _skip_connector(anchors, position + (text[position : position + 1] == " "), end)
        subject = find_subject(anchors, after, min(end, (text.find(";", position, end) + 1 or end + 1) - 1))
        if subject is not None and (subject.ordered_at is None or subject.ordered_at == after and text.startswith(("giao", "đề nghị", "phân công"), after)):
            yield (start, semicolon)
            start = position + 1
    yield (start, end)


def _skip_connector(anchors: Anchors, start: int, end: int) -> int:
    """Where the sentence begins after "Theo đó, ", "Đồng thời "."""
    k = anchors.at(start)
    while k is not None and anchors.roles[k] & Role.CONNECTOR and start < end:
        start = anchors.ends[k]
        while start < end and anchors.text[start] in " ,:":
            start += 1
        k = anchors.at(start)
    return start


def _read_clause(anchors: Anchors, clause: Span, running: _Running, quotable: list[Quotable]) -> tuple[list[Assignment], _Running]:
    text = anchors.text
    start, end = clause
    opening = _skip_connector(anchors, start, end)
    subject = find_subject(anchors, opening, end)
    if subject is not None and _goes_on(anchors, opening, subject, running):
        subject = None
    if subject is not None and subject.ordered_at is None and _ISSUES.match(text, subject.agencies.span[1]) and _KIND_FOLLOWS.search(text, subject.agencies.span[1], end):
        return [], running._replace(open=False)
    if subject is not None:
        return _read_order(anchors, clause, subject, running, quotable)
    announced = quoted_source(anchors, quotable, start, end, None)
    if announced is not None and _ANNOUNCES.search(text, start, end):
        return [], running._replace(source=announced, open=False)
    at = opening if running.listed and not _STATES.match(text, opening) else _predicate_start(anchors, opening, end)
    if at is None or not running.open or not running.lead:
        return [], running._replace(open=running.listed)
    cooperating, action_start = _cooperating(anchors, at, end)
    if text[end - 1] == ":" and not text[action_start:end].strip(_TRIM):
        return [], running._replace(cooperating=cooperating)
    inherited = () if running.listed else running.cooperating
    order = Assignment(running.lead, cooperating or inherited, _action(text, action_start, end), running.source, (start, end))
    return [order], running._replace(open=True, cooperating=order.cooperating if not running.listed else running.cooperating)


def _goes_on(anchors: Anchors, opening: int, subject: Subject, running: _Running) -> bool:
    """Whether a sentence that opens with a predicate goes on with the agencies before it, though it names others further on."""
    text = anchors.text
    k = anchors.at(opening)
    if not running.open or not running.lead or k is None or not anchors.roles[k] & Role.PREDICATE:
        return False
    if subject.ordered_at is None:
        return not OPENER.match(text, opening)
    return not text.startswith(_NEW_ORDERS, opening) and not _OWN.search(text, opening, subject.ordered_at)


def _read_order(anchors: Anchors, clause: Span, subject: Subject, running: _Running, quotable: list[Quotable]) -> tuple[list[Assignment], _Running]:
    """An order with its own subject; a listing's heading stays in force for the points that follow."""
    text = anchors.text
    start, end = clause
    lead = subject.agencies.names
    source = quoted_source(anchors, quotable, start, subject.agencies.span[0], subject.ordered_at)
    if source is None and running.source is not None and not any(_is_local(anchors, n) for n in lead):
        source = running.source
    cooperating, action_start = _cooperating(anchors, subject.agencies.span[1], end)
    cooperating = tuple(n for n in cooperating if n not in lead)
    action = _action(text, action_start, end)
    listed = running.listed and running.lead != () and False
    running = _Running(lead, cooperating, source, listed, open=True)
    if not action:
        return [], running._replace(listed=True)
    return [Assignment(lead, cooperating, action, source, (start, end))], running


def _is_local(anchors: Anchors, name: str) -> bool:
    return anchors.lexicon.levels.get(name) == "province" or _LOCAL.match(name) is not None


def _predicate_start(anchors: Anchors, start: int, end: int) -> int | None:
    """Where a sentence without a subject begins to say what to do; None where it opens with anything else."""
    position = start
    if (k := anchors.at(position)) is not None and anchors.roles[k] & Role.PREDICATE:
        return position if not _STATES.match(anchors.text, position) else None
    if OPENER.match(anchors.text, start):
        comma = anchors.text.find(", ", start, min(end, start + 160))
        if comma >= 0 and (k := anchors.at(comma + 2)) is not None and anchors.roles[k] & Role.PREDICATE:
            return comma + 2
    return None


def _cooperating(anchors: Anchors, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Those with whom the subject works: every "phối hợp với …" that its own clause says, and where the action begins.

    "chỉ đạo công an phối hợp với …" says it of somebody else, so only a clause that opens with it counts.
    """
    text = anchors.text
    names: list[str] = []
    action_start = start
    k = anchors.index(start)
    while k < len(anchors.starts) and anchors.starts[k] < end:
        if anchors.roles[k] & Role.LEAD and not text[action_start : anchors.starts[k]].strip(_TRIM):
            action_start = anchors.ends[k]
        if anchors.roles[k] & Role.COOPERATE and _opens_clause(text, action_start, anchors.starts[k]):
            with_whom = read_agencies(anchors, anchors.ends[k] + 1, end, strict=False)
            if with_whom is not None:
                if not text[action_start : anchors.starts[k]].strip(_TRIM + "chủđộngtăngcường "):
                    action_start = with_whom.span[1]
                names += with_whom.names
                k = anchors.index(with_whom.span[1])
                continue
        k += 1
    return tuple(dict.fromkeys(names)), action_start


def _opens_clause(text: str, start: int, position: int) -> bool:
    clause = start
    for m in _CLAUSE.finditer(text, start, position):
        clause = m.end()
    between = text[clause:position].lstrip(" ,:")
    return _BEFORE_COOPERATION.fullmatch(between) is not None


def _action(text: str, start: int, end: int) -> str:
    action = text[start:end].strip(_TRIM).removeprefix("và ")
    return _STANDING.sub("", action, count=1) if action.startswith("của ") else action


def _with_full_name(order: Assignment, bodies: tuple[str, ...]) -> Assignment:
    """"Ban Chỉ đạo", "Tổ công tác" of an item that sets one up is that one."""
    lead = tuple(next((b for b in bodies if b.lower().startswith(n.lower() + " ")), n) for n in order.lead)
    return order if lead == order.lead else Assignment(lead, order.cooperating, order.action, order.source, order.span)
