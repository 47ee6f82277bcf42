"""One pass of the literal scanner over a text: where each known word stands.

Reads: canonical text, lexicon.  Writes: Anchors, in reading order, not overlapping, the longest word winning.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from dieuhanh.extract.lexicon import Entry, Lexicon, Role
from dieuhanh.text import fold


class Anchors(NamedTuple):
    """Known words of a text as parallel lists; index k is one word at `starts[k]:ends[k]`."""

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    roles: list[int]
    entries: list[Entry]

    def index(self, position: int) -> int:
        """Index of the first word that starts at or after `position`."""
        return bisect_left(self.starts, position)

    def at(self, position: int) -> int | None:
        """Index of the word that starts exactly at `position`."""
        k = bisect_left(self.starts, position)
        return k if k < len(self.starts) and self.starts[k] == position else None


def find_anchors(text: str, lexicon: Lexicon) -> Anchors:
    """Find every known word that stands alone (no letter touches it) and has the capital that it needs.

    A kind of document may be glued to the word before it ("thực hiệnThông tư"), as pages often are.
    """
    folded = fold(text)
    entries = lexicon.entries
    anchors = Anchors(text, lexicon, [], [], [], [])
    for which, start, end in lexicon.scanner.find_matches_as_indexes(folded):
        entry = entries[which]
        roles = entry.roles
        if folded[end : end + 1].isalnum():
            continue
        if start and folded[start - 1].isalnum() and not (roles & Role.KIND and text[start].isupper()):
            continue
        if roles & Role.CAPITAL and not text[start].isupper():
            continue
        anchors.starts.append(start)
        anchors.ends.append(end)
        anchors.roles.append(roles)
        anchors.entries.append(entry)
    return anchors
