"""Where the words of a query stand in a document: the fragment to show, and the marks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dieuhanh.apps.search.results import Fragment
from dieuhanh.apps.search.words import Unit, plain
from dieuhanh.text import fold

LENGTH = 240  # code points of a fragment
LEADING = 60  # of them before the first word found
MOST_PLACES = 12  # of one word that are weighed in one document


class Place(msgspec.Struct, frozen=True, order=True, gc=False):
    """A word or phrase of the query in a text; `exact`: with the very accents that were typed."""

    start: int
    end: int
    unit: int
    exact: bool


def marked(text: str, units: Sequence[Unit]) -> Fragment:
    """The whole of a short text, such as a title."""
    return _fragment(text, _places(text, plain(text), units), 0, len(text))


def best_fragment(text: str, plain_text: str, units: Sequence[Unit]) -> Fragment | None:
    """The piece in which most of the words stand, with their accents if it can be; None where none does."""
    places = _places(text, plain_text, units)
    if not places:
        return None
    first = max(range(len(places)), key=lambda index: (_worth(places, index), -index))
    start = _word_start(text, max(0, places[first].start - LEADING))
    end = _word_end(text, max(min(len(text), start + LENGTH), places[first].end))
    return _fragment(text, places, start, end)


def opening(text: str) -> Fragment | None:
    """How a text begins, where no words were asked for."""
    return _fragment(text, [], 0, _word_end(text, min(len(text), LENGTH))) if text else None


def _worth(places: Sequence[Place], first: int) -> tuple[int, int]:
    """How many of the words, and of the words with their accents, stand within a fragment that begins at this place."""
    limit = places[first].start + LENGTH - LEADING
    units: set[int] = set()
    exact: set[int] = set()
    for place in places[first:]:
        if place.end > limit:
            break
        units.add(place.unit)
        if place.exact:
            exact.add(place.unit)
    return len(units), len(exact)


def _places(text: str, plain_text: str, units: Sequence[Unit]) -> list[Place]:
    found: list[Place] = []
    for number, unit in enumerate(units):
        wanted = " ".join(unit.exact)
        for start, end in _occurrences(plain_text, unit.plain):
            exact = fold(text[start:end]) == wanted
            found.append(Place(start, end, number, exact))
    return sorted(found)


def _occurrences(plain_text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Whole words only; the words of a phrase with anything between them that is no word."""
    sought, seen = 0, 0
    while seen < MOST_PLACES and (start := plain_text.find(words[0], sought)) >= 0:
        end = _end_of_phrase(plain_text, start, words)
        sought = start + 1
        if end and not (start and plain_text[start - 1].isalnum()):
            yield start, end
            seen, sought = seen + 1, end


def _end_of_phrase(plain_text: str, start: int, words: Sequence[str]) -> int:
    """Where the phrase that begins here ends; 0 where it does not stand here."""
    at = start
    for word in words:
        while at > start and at < len(plain_text) and not plain_text[at].isalnum():
            at += 1
        if not plain_text.startswith(word, at):
            return 0
        at += len(word)
        if at < len(plain_text) and plain_text[at].isalnum():
            return 0
    return at


def _fragment(text: str, places: Sequence[Place], start: int, end: int) -> Fragment:
    """That piece on one line, its marks apart and ascending."""
    marks: list[tuple[int, int]] = []
    for place in places:
        if place.start >= max(start, marks[-1][1] + start if marks else start) and place.end <= end:
            marks.append((place.start - start, place.end - start))
    return Fragment(text[start:end].replace("\n", " "), tuple(marks), opens=start > 0, closes=end < len(text))


def _word_start(text: str, at: int) -> int:
    """The beginning of the next word, unless one begins here."""
    if at and text[at - 1].isalnum():
        while at < len(text) and text[at].isalnum():
            at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    """The end of the word before, if one is cut here."""
    end = at
    while end and end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    return end or at
