"""The page's parts: title, summary list, items with headline and body.

Reads: canonical text.  Writes: Layout.
A headline is found first by the summary list that announces it, word for word or nearly so; then by layout: a short paragraph
without closing stop whose words the next paragraph says again.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from dieuhanh.extract.facts import Span
from dieuhanh.extract.title import find_title
from dieuhanh.text import fold


class Section(NamedTuple):
    """One item's place on the page: its headline and the paragraphs below it."""

    heading: Span
    paragraphs: list[Span]
    lead_index: int | None


class Layout(NamedTuple):
    """Where everything stands; `lead` are the headlines of the summary list with their places."""

    title: Span | None
    lead: list[Span]
    sections: list[Section]


_LEAD_TAIL = re.compile(r"[\s,;:…]*(?:\.\.\.)?\s*(?:\b(?:trên đây )?là (?:những|các|một số) (?:nội dung|thông tin|hoạt động|văn bản)\b.*)?[\s.;,/…]*$", re.I)
_SEPARATOR = re.compile(r"\s*;\s*")
_STOP_SEPARATOR = re.compile(r"\.\s+")
_ENDS_AS_TEXT = re.compile(r"(?:[.;:,…!?]|\.\s?/)$")
_LIST_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-zđ]\)|[-+•*–])\s")
_LONGEST_HEADING = 420  # characters; the longest seen has 268
_WORD = re.compile(r"\w+")


def find_layout(text: str) -> Layout:
    """Split a page into title, summary list and items; a page without a title is read from its first paragraph."""
    paragraphs = [m.span() for m in re.finditer(r"[^\n]+", text)]
    titled = find_title(text, paragraphs)
    body = paragraphs[titled + 1 :] if titled is not None else paragraphs
    folded = [_key(text, p) for p in body]
    short = {key: k for k, key in reversed(list(enumerate(folded))) if len(key) <= _LONGEST_HEADING}
    first, lead = _find_lead(text, body, folded, short)
    headings = _announced(text, body, folded, lead, first)
    headings |= {k: None for k in _unannounced(text, body, folded, first) if k not in headings}
    starts = sorted(headings)
    ends = [*starts[1:], len(body)]
    sections = [Section(body[k], body[k + 1 : end], headings[k]) for k, end in zip(starts, ends, strict=True)]
    return Layout(paragraphs[titled] if titled is not None else None, lead, sections)


def _key(text: str, span: Span) -> str:
    """The words of a headline for comparing: folded, without closing stops and typographic variants."""
    return fold(text[slice(*span)]).replace("–", "-").replace("“", '"').replace("”", '"').strip(" .;:,/…")


def _find_lead(text: str, body: list[Span], folded: list[str], short: dict[str, int]) -> tuple[int, list[Span]]:
    """The summary list: (index of the first paragraph after it, places of its headlines)."""
    for k, (start, end) in enumerate(body[:12]):
        tail = _LEAD_TAIL.search(text, start, end)
        stop = tail.start() if tail else end
        pieces = _split(text, start, stop, _SEPARATOR)
        if len(pieces) == 1:
            pieces = _split(text, start, stop, _STOP_SEPARATOR)
        pieces = [part for piece in pieces for part in _unglue(text, piece, short, k)]
        repeated = sum(short.get(_key(text, p), -1) > k for p in pieces)
        if repeated and (repeated > 1 or len(pieces) <= 2 or tail is not None and "là " in tail.group()):
            return k + 1, pieces
        if len(pieces) >= 4 and end - start > _LONGEST_HEADING and k <= 3:
            return k + 1, pieces
    return 0, []


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[Span]:
    pieces = []
    for m in separator.finditer(text, start, end):
        pieces.append((start, m.start()))
        start = m.end()
    pieces.append((start, end))
    return [(s, e) for s, e in pieces if text[s:e].strip(" .;,/…")]


def _unglue(text: str, piece: Span, short: dict[str, int], lead: int) -> list[Span]:
    """Split a piece in which separators are missing, where a known headline begins or ends it."""
    key = _key(text, piece)
    if short.get(key, -1) > lead:
        return [piece]
    start, end = piece
    for known, k in short.items():
        if k > lead and len(known) > 20 and len(known) + 20 < len(key):
            if key.startswith(known) and not key[len(known)].isalnum():
                rest = start + len(known) + len(text[start + len(known) : end]) - len(text[start + len(known) : end].lstrip(" ,.;:"))
                return [(start, start + len(known)), *_unglue(text, (rest, end), short, lead)]
            if key.endswith(known) and not key[-len(known) - 1].isalnum() and key[-len(known) - 2] in ",.;":
                cut = start + len(key) - len(known)
                before = len(text[start:cut].rstrip(" ,.;:"))
                return [*_unglue(text, (start, start + before), short, lead), (cut, end)]
    return [piece]


def _announced(text: str, body: list[Span], folded: list[str], lead: list[Span], first: int) -> dict[int, int | None]:
    """Paragraphs that the summary list announces → index of their headline; exact words first, then near words."""
    found: dict[int, int | None] = {}
    waiting: dict[str, list[int]] = {}
    for i, piece in enumerate(lead):
        waiting.setdefault(_key(text, piece), []).append(i)
    for k in range(first, len(body)):
        if indices := waiting.get(folded[k]):
            found[k] = indices.pop(0)
    left = [i for indices in waiting.values() for i in indices]
    if left:
        words = {i: Counter(_WORD.findall(_key(text, lead[i]))) for i in left}
        for k in range(first, len(body)):
            if k not in found and _may_be_heading(text, body[k]):
                best = max(words, key=lambda i: _likeness(words[i], folded[k]), default=None)
                if best is not None and _likeness(words[best], folded[k]) >= 0.75:
                    found[k] = best
                    del words[best]
    return found


def _unannounced(text: str, body: list[Span], folded: list[str], first: int) -> list[int]:
    """Paragraphs that look like a headline although no list announces them: the next paragraph says their words again."""
    found = []
    for k in range(first, len(body) - 1):
        if _may_be_heading(text, body[k]) and len(folded[k]) >= 20 and body[k + 1][1] - body[k + 1][0] > 60:
            words = Counter(_WORD.findall(folded[k]))
            opening = Counter(_WORD.findall(folded[k + 1][: 2 * len(folded[k]) + 160]))
            if sum((words & opening).values()) >= 0.7 * sum(words.values()):
                found.append(k)
    return found


def _may_be_heading(text: str, span: Span) -> bool:
    start, end = span
    return 12 <= end - start <= _LONGEST_HEADING and not _ENDS_AS_TEXT.search(text, start, end) and not _LIST_MARK.match(text, start)


def _likeness(words: Counter[str], key: str) -> float:
    """Share of the words of the longer that both have."""
    other = Counter(_WORD.findall(key))
    return sum((words & other).values()) / max(sum(words.values()), sum(other.values()), 1)
