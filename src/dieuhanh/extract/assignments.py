"""Orders: who must do what, with whom, and which document they are quoted from.

Reads: Anchors, the paragraphs of an item, the central documents that it names.  Writes: Assignment.
The commonest order has no word of ordering at all: "Sở X + verb …". A sentence is one order; after ";" a new subject opens the next;
a sentence without a subject goes on with the agencies before it. In a numbered list each lettered point is one order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.agencies import read_agencies
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.bodies import Bodies
from dieuhanh.extract.clauses import clauses_of, skip_connector
from dieuhanh.extract.cooperation import find_cooperating
from dieuhanh.extract.facts import Assignment, Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.patterns import DUTY, TOLD
from dieuhanh.extract.quoting import Quotable, quoted_source
from dieuhanh.extract.sentences import list_mark, split_sentences
from dieuhanh.extract.subjects import OPENER, Subject, find_subject
from dieuhanh.extract.tables import is_row, read_header, read_row

_TRIM = " ,;:.…/"
_LOCAL = re.compile(
    r"(?:thủ trưởng )?các sở|(?:Chủ tịch )?UBND (?:các huyện|các xã|huyện|xã|phường|thành phố|cấp huyện|cấp xã)",
    re.I,
)
_OWN = re.compile(r"(?:UBND|[ỦU][yỷ] ban nhân dân) tỉnh|[đĐ]ồng chí|Chủ tịch")
_ISSUES_DOCUMENT = re.compile(
    r"""(?:ban\ hành|phát(?:\ hành)?|ký|phê\ duyệt|công\ bố|thông\ báo)\s
        (?:Kế\ hoạch|Quyết\ định|Công\ văn|Công\ điện|Chỉ\ thị|Thông\ báo|Hướng\ dẫn|Chương\ trình|Nghị\ quyết|Đề\ án)\ssố""",
    re.VERBOSE,
)
_STATES = re.compile(  # a sentence about the document itself, though its first word could be a verb
    r"""(?:Quyết\ định|Nghị\ quyết|Kế\ hoạch|Quy\ định|Quy\ chế|Chỉ\ thị|Văn\ bản|Thông\ báo)(?:\ này)?\s
        (?:có\ hiệu\ lực|thay\ thế|quy\ định|gồm|này|được|áp\ dụng|nêu)""",
    re.VERBOSE,
)
# "Quyết định … về danh mục đường giao các huyện quản lý hết hiệu lực": to give is what that document did.
_EXPIRES = re.compile(r"\shết hiệu lực(?: thi hành| toàn bộ| một phần)?\s?[.;]?$")
# Who is meant, not what they do.
_NAMES = re.compile(r"(?:Đối tượng|Phạm vi|Thành phần)\s[^.;]{0,80}?\b(?:gồm|là)\b|(?:Trong số|Tiêu biểu)\b")
_LONGEST_EXPIRY = 36  # characters at the end of a clause
_STANDING = re.compile(r"của [^,.;]{3,120}(?:,\s|$)")  # "là cơ quan Thường trực của Ban Chỉ đạo, có trách nhiệm …"
_DUTY = re.compile(rf"^(?:{DUTY}\s?:?\s(?!về|trước|toàn diện|chính|nếu|khi)|{TOLD}\s)")
_ANNOUNCES = re.compile(r":(?=\s|$)")
_USES = re.compile(r"(?:được )?sử dụng (?:bộ máy|con dấu)")  # what a standing agency may do
_ANNOUNCES_LIST = re.compile(r"\b(?:cụ thể|như sau|sau|sau đây|dưới đây)\s?:$")  # the points below say what to do
_EXPLAINS = re.compile(r"\s?(?:\([^()]*\)|[-–] Cơ quan [^.;]*)?[\s:.]*", re.I)
_TURNS = ("giao", "đề nghị", "phân công", "yêu cầu", "Giao", "Đề nghị", "Phân công", "Yêu cầu")  # opening a sentence: to somebody else
_ASKS = re.compile(r"(?:Đề nghị|Yêu cầu|Giao|Đối với)\s:?\s?")
_OWN_SUBJECT = 120  # characters at the start of a lettered point in which it may name its own agency
_SHORT_ADVERBIAL = 160


class _Running(NamedTuple):
    """What goes on from sentence to sentence within one item."""

    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    source: str | None = None
    listed: bool = False  # a heading of its own named the lead
    open: bool = False  # the sentence before was an order (or announced orders), so one without a subject goes on with it


_Step = tuple[list[Assignment], _Running]


def find_assignments(anchors: Anchors, paragraphs: list[Span], quotable: list[Quotable], bodies: Bodies) -> list[Assignment]:
    """All orders of an item in reading order; `quotable` are the central documents that it may quote, `bodies` what it sets up."""
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
    names = [body.name for body in bodies.found]
    return [_with_full_name(order, names) for order in found if not any(s <= order.span[0] < e for s, e in bodies.seated)]


def _read_paragraph(anchors: Anchors, paragraph: Span, running: _Running, quotable: list[Quotable]) -> _Step:
    text = anchors.text
    mark = list_mark(text, paragraph)
    start, end = paragraph[0] + len(mark), paragraph[1]
    heading = _list_heading(anchors, start, end) if text[end - 1] not in ".;…" else ()
    if heading and (not mark or mark[0].isdigit() or text[end - 1] == ":"):
        return [], _Running(heading, (), running.source, listed=True, open=True)
    if mark and running.listed and not mark[0].isdigit():
        return [_read_point(anchors, paragraph, start, running)], running
    found: list[Assignment] = []
    for sentence in split_sentences(text, (start, end)):
        if _NAMES.match(text, *sentence):
            continue
        for clause in clauses_of(anchors, sentence):
            orders, running = _read_clause(anchors, clause, running, quotable)
            found += orders
    return found, running


def _list_heading(anchors: Anchors, start: int, end: int) -> tuple[str, ...]:
    """The agencies of a paragraph that holds nothing else ("2. Sở Tài chính", "Các sở, ban, ngành:"); () for any other."""
    asks = _ASKS.match(anchors.text, start, end)
    agencies = read_agencies(anchors, asks.end() if asks else start, end, strict=False)
    if agencies is None:
        return ()
    rest = anchors.text[agencies.span[1] : end]
    return agencies.names if not rest.strip(_TRIM) or _EXPLAINS.fullmatch(rest) else ()


def _read_point(anchors: Anchors, span: Span, start: int, running: _Running) -> Assignment:
    """One lettered point: the agencies of its heading, unless it names its own; all whom it says to cooperate with."""
    end = span[1]
    subject = find_subject(anchors, start, end)
    lead, at = running.lead, start
    if subject is not None and subject.ordered_at is None and subject.agencies.span[0] - start < _OWN_SUBJECT:
        lead, at = subject.agencies.names, subject.agencies.span[1]
    cooperating, action_start = find_cooperating(anchors, at, end)
    helpers = tuple(n for n in dict.fromkeys((*running.cooperating, *cooperating)) if n not in lead)
    return Assignment(lead, helpers, _action(anchors.text, action_start, end), running.source, span)


def _read_clause(anchors: Anchors, clause: Span, running: _Running, quotable: list[Quotable]) -> _Step:
    text = anchors.text
    start, end = clause
    opening = skip_connector(anchors, start, end)
    subject = find_subject(anchors, opening, end) if not _EXPIRES.search(text, max(start, end - _LONGEST_EXPIRY), end) else None
    if subject is not None and not _goes_on(anchors, opening, subject, running):
        if subject.ordered_at is None and _ISSUES_DOCUMENT.match(text, subject.agencies.span[1] + 1):
            return [], running._replace(open=False)
        return _read_order(anchors, clause, subject, running, quotable)
    announced = quoted_source(anchors, quotable, start, end, None)
    if announced is not None and _ANNOUNCES.search(text, start, end):
        return [], running._replace(source=announced, open=False)
    at = _predicate_start(anchors, opening, end, running)
    if at is None or not running.open or not running.lead:
        return [], running._replace(open=running.listed)
    return _continue(anchors, clause, at, running)


def _goes_on(anchors: Anchors, opening: int, subject: Subject, running: _Running) -> bool:
    """Whether a sentence that opens with a predicate goes on with the agencies before it, though it names others further on."""
    text = anchors.text
    k = anchors.at(opening)
    if not running.open or not running.lead or k is None or not anchors.roles[k] & Role.PREDICATE:
        return False
    if subject.ordered_at is None:
        return not OPENER.match(text, opening)
    return not text.startswith(_TURNS, opening) and not _OWN.search(text, opening, subject.ordered_at)


def _predicate_start(anchors: Anchors, start: int, end: int, running: _Running) -> int | None:
    """Where a sentence without a subject begins to say what to do; None where it opens with anything else."""
    if _STATES.match(anchors.text, start) or (_OWN.match(anchors.text, start) is not None):
        return None
    if running.listed or _opens_predicate(anchors, start) or anchors.text.startswith("Không ", start):
        return start
    if OPENER.match(anchors.text, start):
        comma = anchors.text.find(", ", start, min(end, start + _SHORT_ADVERBIAL))
        return comma + 2 if comma >= 0 and _opens_predicate(anchors, comma + 2) else None
    return None


def _opens_predicate(anchors: Anchors, position: int) -> bool:
    k = anchors.at(position)
    return k is not None and bool(anchors.roles[k] & Role.PREDICATE)


def _continue(anchors: Anchors, clause: Span, at: int, running: _Running) -> _Step:
    """A sentence that goes on with the agencies before it; in prose also with those who help them."""
    text, end = anchors.text, clause[1]
    cooperating, action_start = find_cooperating(anchors, at, end)
    if text[end - 1] == ":" and not text[action_start:end].strip(_TRIM):  # "Chủ trì, phối hợp với …:" governs the points below
        return [], running._replace(cooperating=cooperating)
    helpers = cooperating or (() if running.listed else running.cooperating)
    order = Assignment(running.lead, helpers, _action(text, action_start, end), running.source, clause)
    return [order], running._replace(open=True, cooperating=running.cooperating if running.listed else helpers)


def _read_order(anchors: Anchors, clause: Span, subject: Subject, running: _Running, quotable: list[Quotable]) -> _Step:
    """An order with its own subject; what it is quoted from goes on as long as nobody of the province is addressed."""
    lead, (lead_start, lead_end) = subject.agencies
    source = quoted_source(anchors, quotable, clause[0], lead_start, subject.ordered_at)
    if source is None and not any(_is_local(anchors, name) for name in lead):
        source = running.source
    cooperating, action_start = find_cooperating(anchors, lead_end, clause[1])
    helpers = tuple(name for name in cooperating if name not in lead)
    action = _action(anchors.text, action_start, clause[1])
    if _ANNOUNCES_LIST.search(anchors.text, action_start, clause[1]):
        return [], _Running(lead, helpers, source, listed=True, open=True)
    orders = [Assignment(lead, helpers, action, source, clause)] if action and not _USES.match(action) else []
    return orders, _Running(lead, helpers, source, listed=not action, open=True)


def _is_local(anchors: Anchors, name: str) -> bool:
    return anchors.lexicon.levels.get(name) == "province" or _LOCAL.match(name) is not None


def _action(text: str, start: int, end: int) -> str:
    """The order's own words, without what only names the post of those who must do it."""
    action = _DUTY.sub("", text[start:end].strip(_TRIM), count=1).removeprefix("và ")
    return _STANDING.sub("", action, count=1) if action.startswith("của ") else action


def _with_full_name(order: Assignment, bodies: list[str]) -> Assignment:
    """ "Ban Chỉ đạo", "Tổ công tác" of an item that sets one up is that one."""
    lead = tuple(next((b for b in bodies if b.lower().startswith(f"{name.lower()} ")), name) for name in order.lead)
    return order if lead == order.lead else Assignment(lead, order.cooperating, order.action, order.source, order.span)
