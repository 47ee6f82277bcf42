"""What is missing within what was seen: numbers of a series, weeks of a publisher."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from dieuhanh.extract.facts import Period

Range = tuple[int, int]  # both ends included


class Series(msgspec.Struct, frozen=True):
    """The documents of one issuer, kind and year that the register knows; those with the year in their number count by themselves.

    `gaps` are numbers between the first and the last seen of which the register knows nothing.
    """

    issuer: str
    type: str
    with_year: bool
    year: int
    first: int
    last: int
    seen: int
    gaps: tuple[Range, ...]

    @property
    def missing(self) -> int:
        """How many numbers the gaps hold."""
        return sum(last - first + 1 for first, last in self.gaps)


class LostHeadline(msgspec.Struct, frozen=True):
    """A headline of a page's summary that no item follows."""

    address: str
    words: str


class OpenCitation(msgspec.Struct, frozen=True):
    """A way of naming a document that several answer to, and how often pages use it."""

    named: str
    mentions: int


class Completeness(msgspec.Struct, frozen=True):
    """All that is known to be missing on a day; empty lists where nothing is."""

    on: dt.date
    series: list[Series]  # those with gaps
    weeks: list[tuple[str, Period]]  # days between two digests of a publisher that none covers
    headlines: list[LostHeadline]
    citations: list[OpenCitation]  # those used most first
    stale: list[tuple[str, dt.date]]  # addresses of the web, and when each was last looked at


def gaps(seen: Iterable[int]) -> Iterator[Range]:
    """Ranges of numbers between the least and the greatest that were not seen.

    >>> list(gaps([7, 3, 4, 12, 4]))
    [(5, 6), (8, 11)]
    """
    for lower, higher in pairwise(sorted(set(seen))):
        if higher > lower + 1:
            yield lower + 1, higher - 1


def missing_days(periods: Iterable[Period]) -> Iterator[Period]:
    """Spans of days between the first and the last period that none of them covers.

    >>> weeks = [Period(dt.date(2024, 5, 6), dt.date(2024, 5, 12)), Period(dt.date(2024, 5, 20), dt.date(2024, 5, 26))]
    >>> [(period.start.day, period.end.day) for period in missing_days(weeks)]
    [(13, 19)]
    """
    covered: dt.date | None = None
    for period in sorted(periods, key=lambda p: (p.start, p.end)):
        if covered is not None and period.start > covered + dt.timedelta(days=1):
            yield Period(covered + dt.timedelta(days=1), period.start - dt.timedelta(days=1))
        covered = period.end if covered is None else max(covered, period.end)
