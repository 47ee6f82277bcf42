"""Figures of an entry against those of its sources: each must stand where the words around it stand.

A figure that some source holds somewhere is not enough: of "trước ngày 31/3" and "trước ngày 30/4" each belongs to its own order. So
every figure of the entry is laid on the place of the sources whose words around it agree best, and must be the one that stands there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dieuhanh.domain.readings import Reading, find_figures
from dieuhanh.extract.facts import Span
from dieuhanh.extract.sentences import split_sentences
from dieuhanh.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
AROUND = 12  # words on either side; two orders of one page often share the six before their days
SURELY = 0.75  # share of the words around a figure that make two places the same one


Around = tuple[tuple[str, ...], tuple[str, ...]]  # the words before a figure and after it


class Place(NamedTuple):
    """A figure with the words before and after it in its sentence, nearest last and first."""

    figure: Reading
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def around(self) -> Around:
        return self.before, self.after


class Unsupported(NamedTuple):
    """A figure that the sources do not bear out, and the words that stand at its place there; None where there are none."""

    span: Span
    instead: str | None


class SourcePlaces:
    """All figures of the sources, by the words around them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._places = [(place, text[slice(*place.figure.span)]) for text in texts for place in _places(text)]
        self._count = Counter((place.figure.value, place.around) for place, _ in self._places)
        self._values: dict[Around, set[str]] = defaultdict(set)
        for place, _ in self._places:
            self._values[place.around].add(place.figure.value)

    def unsupported(self, text: str, seen: Counter[tuple[str, Around]]) -> Iterator[Unsupported]:
        """Figures of `text` that do not stand here; `seen` counts, over the parts of an entry, what was taken from where."""
        for place in _places(text):
            value, key = place.figure.value, (place.figure.value, place.around)
            seen[key] += 1
            here = self._values.get(place.around, set())
            if here != {value} and not (value in here and seen[key] <= self._count[key]):
                instead, agreed = self._elsewhere(place)
                if not agreed or value in here:
                    yield Unsupported(place.figure.span, instead)

    def _elsewhere(self, place: Place) -> tuple[str | None, bool]:
        """What stands where the words around agree best, if they surely do; and whether the figure may stand as it does."""
        likeness = [(_likeness(place, other), other.figure.value == place.figure.value, words) for other, words in self._places]
        same = max((share for share, agrees, _ in likeness if agrees), default=-1.0)
        best, instead = max(((share, words) for share, agrees, words in likeness if not agrees), default=(0.0, None))
        return (instead if best >= SURELY else None), same >= 0 and not (best > same and best >= SURELY)


def _likeness(place: Place, other: Place) -> float:
    """Share of the words around the figure that stand on the same side of the other one."""
    size = len(place.before) + len(place.after)
    if not size:
        return 1.0
    both = Counter(place.before) & Counter(other.before), Counter(place.after) & Counter(other.after)
    return (both[0].total() + both[1].total()) / size


def _places(text: str) -> Iterator[Place]:
    figures = find_figures(text)
    for line in _LINE.finditer(text):
        for start, end in split_sentences(text, line.span()):
            here = [figure for figure in figures if start <= figure.span[0] < end]
            words = [(m.span(), fold(m.group())) for m in _WORD.finditer(text, start, end)] if here else []
            for figure in here:
                before = tuple(word for span, word in words if span[1] <= figure.span[0])[-AROUND:]
                after = tuple(word for span, word in words if span[0] >= figure.span[1])[:AROUND]
                yield Place(figure, before, after)
