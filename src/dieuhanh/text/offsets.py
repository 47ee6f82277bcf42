"""A map from one text to the text that it was made of: where each code point came from.

The map is piecewise: a list of points (target, origin), both rising. Between two points stands a run. A run as long in
both texts was copied code point by code point; any other was replaced as a whole (an entity, a run of spaces, a pair of
legacy letters); an empty target run was dropped. A clean page needs two points a paragraph.

Reads: nothing. Writes: `Offsets`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

import msgspec

Span = tuple[int, int]
Point = tuple[int, int]


class Offsets(msgspec.Struct, frozen=True):
    """The points of the map; the first lies at target 0, the last at the end of the target text."""

    targets: array[int]
    origins: array[int]

    def origin(self, span: Span) -> Span:
        """The part of the origin text that `span` of the target text was made of; both are [start, end) in code points."""
        start, end = span
        first = self._start(start)
        return (first, max(first, self._end(end))) if end > start else (first, first)

    def _start(self, position: int) -> int:
        run = bisect_right(self.targets, position) - 1
        if run + 1 < len(self.targets) and self._is_copy(run):
            return self.origins[run] + position - self.targets[run]
        return self.origins[run]

    def _end(self, position: int) -> int:
        run = bisect_right(self.targets, position - 1) - 1
        if run + 1 >= len(self.targets):
            return self.origins[-1]
        return self.origins[run] + position - self.targets[run] if self._is_copy(run) else self.origins[run + 1]

    def _is_copy(self, run: int) -> bool:
        return self.targets[run + 1] - self.targets[run] == self.origins[run + 1] - self.origins[run]

    def cut(self, start: int, end: int) -> Offsets:
        """The map of target[start:end] alone."""
        trail = Trail()
        trail.add(0, self._start(start))
        for i in range(bisect_right(self.targets, start), bisect_left(self.targets, end)):
            trail.add(self.targets[i] - start, self.origins[i])
        trail.add(end - start, self.origin((start, end))[1])
        return trail.offsets()

    def points(self) -> Iterator[Point]:
        """All points in order."""
        return zip(self.targets, self.origins, strict=True)


class Trail:
    """A map as it grows, point by point; points between two copied runs in line are left out, for a page has millions."""

    __slots__ = ("origins", "straight", "targets")

    def __init__(self) -> None:
        self.targets, self.origins = array("I"), array("I")
        self.straight = False  # whether the run that ends at the last point was copied

    def add(self, target: int, origin: int) -> None:
        """The next point; neither of the two goes back."""
        if self.targets:
            length = target - self.targets[-1]
            copied = length == origin - self.origins[-1]
            if copied and length == 0:
                return
            if copied and self.straight:
                self.targets[-1], self.origins[-1] = target, origin
                return
            self.straight = copied
        self.targets.append(target)
        self.origins.append(origin)

    def offsets(self) -> Offsets:
        """The map through all points so far."""
        return Offsets(self.targets, self.origins)


def link(points: Iterable[Point]) -> Offsets:
    """The map through `points`."""
    trail = Trail()
    for target, origin in points:
        trail.add(target, origin)
    return trail.offsets()


def compose(outer: Offsets, inner: Offsets) -> Offsets:
    """The map from the target of `outer` to the origin of `inner`; time in proportion to the points of both."""
    if len(inner.targets) == 2 and inner._is_copy(0):  # one text is a part of the other: nine pages of ten
        shift = inner.origins[0]
        return Offsets(outer.targets, array("I", [origin + shift for origin in outer.origins])) if shift else outer
    return link(_composed(outer, inner))


def _composed(outer: Offsets, inner: Offsets) -> Iterator[Point]:
    """Points of the composed map: the ends of every outer run, and the inner points that a copied outer run crosses."""
    at = 0  # the inner run where the current outer point lies
    for target, origin in islice(outer.points(), 1):
        yield from _images(inner, target, origin)
    for (target, origin), (next_target, next_origin) in pairwise(outer.points()):
        at = _advance(inner, at, origin)
        if next_target - target == next_origin - origin:
            i = at + 1
            while i < len(inner.targets) and inner.targets[i] < next_origin:
                if inner.targets[i] > origin:
                    yield target + inner.targets[i] - origin, inner.origins[i]
                i += 1
            at = max(at, i - 1)
        yield from _images(inner, next_target, next_origin)


def _advance(inner: Offsets, at: int, position: int) -> int:
    """The last inner run that starts at or before `position`, looked for from run `at` on."""
    while at + 1 < len(inner.targets) and inner.targets[at + 1] <= position:
        at += 1
    return at


def _images(inner: Offsets, target: int, position: int) -> Iterator[Point]:
    """Both places of the origin text at `position` of the middle text: the end of what stands before, the start of what follows.

    A position inside a replaced run has one, its end: the run goes whole to what stands before.
    """
    before = inner._end(position) if position else inner.origins[0]
    yield target, before
    yield target, max(before, inner._start(position))
