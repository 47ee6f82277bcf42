"""Where the words of a query stand in a document: the fragment to show, and the marks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dieuhanh.apps.search.results import Fragment
from dieuhanh.apps.search.words import Unit, plain
from dieuhanh.text import fold

LENGTH = 240  # code points of a fragment
LEADING = 60  # of them before the first word found
MOST_PLACES = 6  # of one word that are weighed in one document


class Place(msgspec.Struct, frozen=True, order=True, gc=False):
    """A word or phrase of the query in a text; `exact`: with the very accents that were typed."""

    start: int
    end: int
    unit: int
    exact: bool


def marked(text: str, units: Sequence[Unit]) -> Fragment:
    """The whole of a short text, such as a title."""
    return _fragment(text, plain(text), units, 0, len(text))


def best_fragment(text: str, plain_text: str, units: Sequence[Unit]) -> Fragment | None:
    """The piece where the words stand next to one another, else where most of them stand; None where none does.

    `plain_text` is `text` without accents. With the accents typed, if it can be.
    """
    first = _together(text, plain_text, units)
    if first is None:
        first = _densest(_places(text, plain_text, units))
    if first is None:
        return None
    start = _word_start(text, max(0, first - LEADING))
    end = _word_end(text, min(len(text), start + LENGTH))
    return _fragment(text, plain_text, units, start, end)


def opening(text: str) -> Fragment | None:
    """How a text begins, where no words were asked for."""
    return _fragment(text, text, (), 0, _word_end(text, min(len(text), LENGTH))) if text else None


def _together(text: str, plain_text: str, units: Sequence[Unit]) -> int | None:
    """Where all words stand as they were typed."""
    whole = Unit(tuple(word for unit in units for word in unit.exact), tuple(word for unit in units for word in unit.plain))
    places = _places(text, plain_text, [whole])
    return min(places, key=lambda place: not place.exact).start if places else None


def _densest(places: Sequence[Place]) -> int | None:
    """The place from which on most words stand within a fragment."""
    if not places:
        return None
    return places[max(range(len(places)), key=lambda index: (_worth(places, index), -index))].start


def _worth(places: Sequence[Place], first: int) -> tuple[int, int]:
    """How many of the words, and of the words with their accents, stand within a fragment that begins at this place."""
    within = [place for place in places[first:] if place.end <= places[first].start + LENGTH - LEADING]
    return len({place.unit for place in within}), len({place.unit for place in within if place.exact})


def _places(text: str, plain_text: str, units: Sequence[Unit]) -> list[Place]:
    found: list[Place] = []
    for number, unit in enumerate(units):
        wanted = " ".join(unit.exact)
        for start, end in _occurrences(plain_text, unit.plain, 0, len(plain_text), MOST_PLACES):
            found.append(Place(start, end, number, fold(text[start:end]) == wanted))
    return sorted(found)


def _occurrences(plain_text: str, words: Sequence[str], start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Whole words only; the words of a phrase with anything between them that is no word."""
    first = words[0]
    at = plain_text.find(first, start, end)
    while at >= 0 and most:
        ends = 0 if at and plain_text[at - 1].isalnum() else _end_of_phrase(plain_text, at, words)
        if start < ends <= end:
            yield at, ends
            most -= 1
        at = plain_text.find(first, ends or at + 1, end)


def _end_of_phrase(plain_text: str, start: int, words: Sequence[str]) -> int:
    """Where the phrase that begins here ends; 0 where it does not stand here."""
    at, length = start, len(plain_text)
    for word in words:
        while at > start and at < length and not plain_text[at].isalnum():
            at += 1
        if not plain_text.startswith(word, at):
            return 0
        at += len(word)
        if at < length and plain_text[at].isalnum():
            return 0
    return at


def _fragment(text: str, plain_text: str, units: Sequence[Unit], start: int, end: int) -> Fragment:
    """That piece on one line, its marks apart and ascending."""
    marks: list[tuple[int, int]] = []
    for begins, ends in sorted(place for unit in units for place in _occurrences(plain_text, unit.plain, start, end, LENGTH)):
        if not marks or begins - start >= marks[-1][1]:
            marks.append((begins - start, ends - start))
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
    end = end or at
    while end and text[end - 1].isspace():
        end -= 1
    return end
