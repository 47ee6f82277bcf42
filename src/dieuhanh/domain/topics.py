"""What a document is about (lĩnh vực), suggested from the words of its text; a person's choice stands above every suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from dieuhanh.domain.readings import same_words

_WORD = re.compile(r"\w+")


class Topic(msgspec.Struct, frozen=True):
    """A field of the scheme with the words that speak of it."""

    code: str
    name: str
    cues: tuple[str, ...]


class Suggestion(msgspec.Struct, frozen=True):
    """A topic with the cue words that were found, in the order of the scheme, and how often they occur together."""

    code: str
    words: tuple[str, ...]
    count: int


def suggest_topics(text: str, scheme: Iterable[Topic]) -> list[Suggestion]:
    """The topics whose cue words the text holds as whole words, most occurrences first; capitals and tone placement do not matter."""
    spaced = _spaced(text)
    found = []
    for topic in scheme:
        counts = {cue: spaced.count(_spaced_cue(cue)) for cue in topic.cues}
        met = tuple(cue for cue, count in counts.items() if count)
        if met:
            found.append(Suggestion(topic.code, met, sum(counts.values())))
    return sorted(found, key=lambda suggestion: -suggestion.count)


def chosen_topics(suggested: Sequence[Suggestion], chosen: Sequence[str] | None) -> tuple[str, ...]:
    """What a person chose, else the suggestions that have at least half of the occurrences of the first."""
    if chosen is not None:
        return tuple(chosen)
    return tuple(one.code for one in suggested if 2 * one.count >= suggested[0].count)


@lru_cache(maxsize=4096)  # the cues of a scheme are asked for with every text
def _spaced_cue(cue: str) -> str:
    return _spaced(cue)


def _spaced(text: str) -> str:
    """Words alone, each with a space of its own on either side, so that neighbours do not share one."""
    return "".join(f" {word} " for word in _WORD.findall(same_words(text)))
