"""One pass of the literal scanner over a text: where each known word stands.

Reads: canonical text, lexicon.  Writes: Anchors, in reading order, not overlapping, the longest word winning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dieuhanh.extract.lexicon import Lexicon, Role
from dieuhanh.text import lower


class Sieve:
    """The anchors with some roles only, so that a clause of twenty words is walked in three steps."""

    __slots__ = ("_indices", "_starts")

    def __init__(self, starts: list[int], roles: list[int], wanted: int) -> None:
        self._indices = [k for k, role in enumerate(roles) if role & wanted]
        self._starts = [starts[k] for k in self._indices]

    def between(self, start: int, end: int) -> list[int]:
        """Indices of the anchors that begin in `start:end`."""
        return self._indices[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Known words of a text as parallel lists; index k is one word at `starts[k]:ends[k]`."""

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    roles: list[int]
    which: list[int]  # index of the word's entry in the lexicon
    at: Callable[[int], int | None]  # index of the word that starts exactly there
    index: Callable[[int], int]  # index of the first word that starts there or later
    callers: Sieve  # words of ordering and those who may be ordered
    helpers: Sieve  # chủ trì, phối hợp với

    def name(self, k: int) -> str:
        """Canonical name of the agency, kind or law at index k, relation of the rule."""
        return self.lexicon.names[self.which[k]]


def find_anchors(text: str, lexicon: Lexicon) -> Anchors:
    """Find every known word that stands alone (no letter touches it) and has the capital that it needs.

    A kind of document may be glued to the word before it ("thực hiệnThông tư"), as pages often are.
    """
    low = lower(text)  # the scanner knows both placements of a tone mark; folding the page would cost as much as scanning it
    roles = lexicon.roles
    capital, kind = Role.CAPITAL, Role.KIND
    hits = [
        (start, end, which)
        for which, start, end in lexicon.scanner.find_matches_as_indexes(low)
        if not low[end : end + 1].isalnum()
        and (not low[start - 1 : start].isalnum() or (roles[which] & kind and text[start].isupper()))
        and not (roles[which] & (capital | Role.VERB) == capital and not text[start].isupper())
    ]
    starts = [s for s, _, _ in hits]
    which = [w for _, _, w in hits]
    kept = [roles[w] if not roles[w] & capital or text[s].isupper() else roles[w] & Role.VERB for s, w in zip(starts, which, strict=True)]
    return Anchors(
        text,
        lexicon,
        starts,
        ends=[e for _, e, _ in hits],
        roles=kept,
        which=which,
        at={s: k for k, s in enumerate(starts)}.get,  # asked 1,000 times a page: a call into C costs half of one into Python
        index=partial(bisect_left, starts),
        callers=Sieve(starts, kept, Role.ORDER | Role.ACTOR),
        helpers=Sieve(starts, kept, Role.LEAD | Role.COOPERATE),
    )
