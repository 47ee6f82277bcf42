"""What changed between two versions of a text, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

_WORD = re.compile(r"\S+|\n")

Change = Literal["equal", "insert", "delete", "replace"]


class Difference(msgspec.Struct, frozen=True):
    """A run of words: `before` in the old text, `after` in the new one; both are the same where nothing changed."""

    change: Change
    before: str
    after: str


def differences(before: str, after: str) -> list[Difference]:
    """The two texts side by side, run by run; put together, `before` gives the old words and `after` the new.

    >>> [d.change for d in differences("trước ngày 31/3", "trước ngày 30/4")]
    ['equal', 'replace']
    """
    return list(_runs(_WORD.findall(before), _WORD.findall(after)))


def _runs(old: list[str], new: list[str]) -> Iterator[Difference]:
    for change, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Difference(change, " ".join(old[i:j]), " ".join(new[k:m]))
