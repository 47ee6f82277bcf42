"""The clauses of a sentence that each tell somebody something: cut after each ";" that a new subject follows.

Reads: Anchors, a sentence.  Writes: Spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieuhanh.extract.agencies import read_agencies
from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.subjects import OPENER, find_subject

_MATTER = ("việc ", "Việc ")  # "việc cấp điện cho hai thôn, đề nghị Công ty Điện lực …"
_TURNS_IN_CLAUSE = ("giao", "đề nghị", "phân công", "yêu cầu")
_NUMBER = re.compile(r"\((?:\d{1,2}|[a-zđ])\)\s")  # "… kinh phí; (2) Sở Y tế tập huấn"


def clauses_of(anchors: Anchors, sentence: Span) -> Iterator[Span]:
    """A sentence, cut after each ";" that a new subject follows."""
    text = anchors.text
    start, end = sentence
    semicolon = text.find(";", start, end)
    while semicolon >= 0:
        position = semicolon + 1
        following = text.find(";", position, end)
        after = skip_connector(anchors, position + (text[position : position + 1] == " "), end)
        if not _only_agencies(anchors, start, semicolon) and _has_own_subject(anchors, after, following if following >= 0 else end):
            yield (start, semicolon)
            start = position + (text[position : position + 1] == " ")
        semicolon = following
    yield (start, end)


def _only_agencies(anchors: Anchors, start: int, semicolon: int) -> bool:
    """Whether nobody is told anything yet: "UBND tỉnh yêu cầu các sở, ban, ngành; UBND các huyện; Tỉnh đoàn phát động …"."""
    opening = skip_connector(anchors, start, semicolon)
    for k in anchors.callers.between(opening, semicolon):
        if anchors.roles[k] & Role.ORDER:
            opening = anchors.ends[k] + 1
            break
    agencies = read_agencies(anchors, opening, semicolon, strict=False)
    return agencies is not None and agencies.span[1] == semicolon


def _has_own_subject(anchors: Anchors, start: int, end: int) -> bool:
    """Whether a clause after ";" turns to other agencies: it opens with them, with an adverbial before them, or orders them."""
    k = anchors.at(start)
    opens = k is not None and anchors.roles[k] & (Role.ACTOR | Role.ORDER)
    if not opens and not OPENER.match(anchors.text, start) and not anchors.text.startswith(_MATTER, start):
        return False
    subject = find_subject(anchors, start, end)
    if subject is None or subject.ordered_at is None:
        return subject is not None
    turns = subject.ordered_at == start or anchors.text.startswith(", ", subject.ordered_at - 2)
    return turns and anchors.text.startswith(_TURNS_IN_CLAUSE, subject.ordered_at)


def skip_connector(anchors: Anchors, start: int, end: int) -> int:
    """Where the sentence begins after "(2) ", "Theo đó, ", "Đồng thời "."""
    number = _NUMBER.match(anchors.text, start, end)
    start = number.end() if number else start
    k = anchors.at(start)
    while k is not None and anchors.roles[k] & Role.CONNECTOR and start < end:
        start = anchors.ends[k]
        while start < end and anchors.text[start] in " ,:":
            start += 1
        k = anchors.at(start)
    return start
