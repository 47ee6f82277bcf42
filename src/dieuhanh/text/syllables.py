"""Whether a word is a possible Vietnamese syllable: onset, rhyme and tone that the spelling allows together.

Reads: words; data/syllables.csv. Writes: the share of them that could be Vietnamese.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from dieuhanh.text.tables import read_table

TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
STOPS = ("c", "ch", "p", "t")  # rhymes that end so carry sắc or nặng, always written
BEFORE_FRONT = frozenset({"k", "gh", "ngh"})  # written only before e ê i y …
BEFORE_OTHERS = frozenset({"c", "g", "ng"})  # … where these are not
LONGEST_ONSET = 3


@cache
def spellings(part: str) -> frozenset[str]:
    """The onsets or the rhymes of Vietnamese ("onset", "rhyme"), without tone marks; loan rhymes such as "oong" included."""
    return frozenset(row["spelling"] for row in read_table("syllables") if row["part"] == part)


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word`, in any case, is spelt as a Vietnamese syllable can be.

    >>> is_syllable("Nghĩa"), is_syllable("nghÜa"), is_syllable("Céng")
    (True, False, False)
    """
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [TONES[letter] for letter in letters if letter in TONES]
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES))
    return len(tones) <= 1 and any(_is_spelt(bare[:cut], bare[cut:], tones) for cut in range(min(LONGEST_ONSET + 1, len(bare))))


def _is_spelt(onset: str, rhyme: str, tones: list[str]) -> bool:
    """Whether onset, rhyme and tones go together."""
    if (onset and onset not in spellings("onset")) or rhyme not in spellings("rhyme"):
        return False
    if onset in (BEFORE_OTHERS if rhyme[0] in "eêiy" else BEFORE_FRONT) and not (onset == "g" and rhyme[0] == "i"):
        return False  # "gì" and "giêng" are spelt g + i…
    return tones in (["sắc"], ["nặng"]) if rhyme.endswith(STOPS) else True


def vietnamese_share(words: Iterable[str]) -> float:
    """The share of `words` that are possible Vietnamese syllables, 0.0 to 1.0; 0.0 for no words."""
    verdicts = [is_syllable(word) for word in words]
    return sum(verdicts) / len(verdicts) if verdicts else 0.0
