"""The core of an entry: the sentences of the source that bear a fact, with those before them in their paragraph.

Reads: Material.  Writes: paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import groupby

from dieuhanh.domain.composing.material import Material, spans_of
from dieuhanh.extract.facts import Span
from dieuhanh.extract.sentences import list_mark, split_sentences
from dieuhanh.extract.tables import is_row

_ANNOUNCES = re.compile(r":\s*\Z")


def core_of(material: Material) -> list[str]:
    """Paragraphs in the source's order and words, the first with what is reported; what bears no fact is left out."""
    lines = paragraphs_of(material)
    facts = sorted(spans_of(material.item))
    listed = min((body.span[0] for body in material.item.bodies), default=len(material.text))  # its seats are listed from there on
    kept = [split_sentences(material.text, line) if line[1] > listed else _sentences_kept(material.text, line, facts) for line in lines]
    _keep_tables_whole(material.text, lines, kept)
    _keep_announcing(material.text, lines, kept)
    if kept and not kept[0]:
        kept[0] = split_sentences(material.text, lines[0])[:1]  # who directs what
    return [" ".join(material.text[slice(*sentence)].strip(" ") for sentence in sentences) for sentences in kept if sentences]


def paragraphs_of(material: Material) -> list[Span]:
    """The paragraphs below the headline."""
    start, end = material.item.span
    found, at = [], start
    for line in material.text[start:end].split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    headed = bool(found) and _folded(material.text[slice(*found[0])]) == _folded(material.item.heading)
    return found[headed:]


def _sentences_kept(text: str, line: Span, facts: list[Span]) -> list[Span]:
    """Those up to the last that bears a fact: who is ordered and for what year is often said once, where the paragraph begins."""
    sentences = split_sentences(text, line)
    bearing = [k for k, (start, end) in enumerate(sentences) if _bears(facts, start, end)]
    return sentences[: bearing[-1] + 1] if bearing else []


def _bears(facts: list[Span], start: int, end: int) -> bool:
    """Whether a fact has words in [start, end)."""
    return any(fact[1] > start for fact in facts[: bisect_left(facts, (end, 0))])


def _keep_tables_whole(text: str, lines: list[Span], kept: list[list[Span]]) -> None:
    """A row is understood by the headings of its columns: of a table with a kept row all rows are kept."""
    for is_table, rows in groupby(range(len(lines)), key=lambda k: is_row(text, lines[k])):
        table = list(rows)
        if is_table and any(kept[k] for k in table):
            for k in table:
                kept[k] = [lines[k]]


def _keep_announcing(text: str, lines: list[Span], kept: list[list[Span]]) -> None:
    """A paragraph that announces the kept ones below it ("… yêu cầu:", "1. Sở Công Thương") is kept too."""
    for k in range(len(lines) - 1, 0, -1):
        above = lines[k - 1]
        if kept[k] and not kept[k - 1] and (list_mark(text, above) or _ANNOUNCES.search(text, *above)):
            kept[k - 1] = split_sentences(text, above)


def _folded(words: str) -> str:
    return " ".join(words.split())
