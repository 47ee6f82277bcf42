"""One pass of the literal scanner over a text: where each known word stands.

Reads: canonical text, lexicon.  Writes: Anchors, in reading order, not overlapping, the longest word winning.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dieuhanh.extract.lexicon import Lexicon, Role
from dieuhanh.text import fold


@dataclass(frozen=True, slots=True)
class Anchors:
    """Known words of a text as parallel lists; index k is one word at `starts[k]:ends[k]`."""

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    roles: list[int]
    which: list[int]  # index of the word's entry in the lexicon

    def index(self, position: int) -> int:
        """Index of the first word that starts at or after `position`."""
        return bisect_left(self.starts, position)

    def at(self, position: int) -> int | None:
        """Index of the word that starts exactly at `position`."""
        k = bisect_left(self.starts, position)
        return k if k < len(self.starts) and self.starts[k] == position else None

    def name(self, k: int) -> str:
        """Canonical name of the agency, kind or law at index k."""
        return self.lexicon.names[self.which[k]]


def find_anchors(text: str, lexicon: Lexicon) -> Anchors:
    """Find every known word that stands alone (no letter touches it) and has the capital that it needs.

    A kind of document may be glued to the word before it ("thực hiệnThông tư"), as pages often are.
    """
    folded = fold(text)
    roles = lexicon.roles
    capital, kind = Role.CAPITAL, Role.KIND
    hits = [
        (start, end, which)
        for which, start, end in lexicon.scanner.find_matches_as_indexes(folded)
        if not folded[end : end + 1].isalnum()
        and (not folded[start - 1 : start].isalnum() or (roles[which] & kind and text[start].isupper()))
        and not (roles[which] & capital and not text[start].isupper())
    ]
    which = [w for _, _, w in hits]
    return Anchors(text, lexicon, [s for s, _, _ in hits], [e for _, e, _ in hits], [roles[w] for w in which], which)
