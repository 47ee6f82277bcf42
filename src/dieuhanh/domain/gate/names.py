"""Agencies, people and other names of an entry against those of its sources.

The reader itself says which agencies and officials the words mean, so that another spelling of a name is the same name. Other words
with capitals are looked for letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from dieuhanh.domain.readings import same_words
from dieuhanh.extract.anchors import Anchors, find_anchors
from dieuhanh.extract.facts import Official, Span
from dieuhanh.extract.lexicon import Lexicon, Role
from dieuhanh.extract.officials import find_officials
from dieuhanh.extract.patterns import UPPER

_CAPITALISED = re.compile(rf"(?<![\w/&-])[{UPPER}][\w&]*(?:\s[{UPPER}][\w&]*)+(?![\w/])")


class Unknown(NamedTuple):
    """A name that no source holds; `known` is what the sources say instead of a post, None else."""

    kind: str  # agency, person, name
    span: Span
    known: str | None = None


class SourceNames:
    """The names of the sources of one entry."""

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._texts = tuple(texts)
        self._text = "\n".join(texts)

    @cached_property
    def _words(self) -> str:
        return same_words(self._text)

    @cached_property
    def _agencies(self) -> set[str]:
        return {name for name, _ in _agencies_in(find_anchors(self._text, self._lexicon))}

    @cached_property
    def _posts(self) -> dict[str | None, set[str]]:
        posts: dict[str | None, set[str]] = {}
        for text in self._texts:
            for official in _officials_in(text):  # of one text the reader gives each person once
                posts.setdefault(official.name, set()).add(official.position)
        return posts

    def unknown(self, text: str) -> Iterator[Unknown]:
        """Names of `text` that the sources do not hold, and people with another post than there."""
        agencies = list(_agencies_in(find_anchors(text, self._lexicon)))
        yield from (Unknown("agency", span) for name, span in agencies if name not in self._agencies)
        officials = _officials_in(text)
        yield from self._other_posts(officials)
        taken = [span for _, span in agencies] + [official.span for official in officials if official.name in self._posts]
        for m in _CAPITALISED.finditer(text):
            overlaps = any(start < m.end() and m.start() < end for start, end in taken)
            if not overlaps and same_words(m.group()) not in self._words:
                yield Unknown("name", m.span())

    def _other_posts(self, officials: list[Official]) -> Iterator[Unknown]:
        for official in officials:
            posts = self._posts.get(official.name, set())
            if official.position in posts or (official.name is None and same_words(official.position) in self._words):
                continue
            yield Unknown("person", official.span, "; ".join(sorted(posts)) or None)


def _agencies_in(anchors: Anchors) -> Iterator[tuple[str, Span]]:
    for k, roles in enumerate(anchors.roles):
        if roles & Role.AGENCY:
            yield anchors.name(k), (anchors.starts[k], anchors.ends[k])


def _officials_in(text: str) -> list[Official]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return find_officials(text, spans)
