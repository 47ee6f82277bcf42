"""A fact as a person typed it: brought into the form of the contract, or refused."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

import msgspec

from dieuhanh.domain.rulings import Kind, Value, fact_of, value_of
from dieuhanh.errors import NotFactError
from dieuhanh.extract.facts import Span

LONGEST = 5000  # code points of one field; the longest order in our pages has 1,900
LONGEST_OF = {"type": 100, "number": 160, "by": 20}  # what the columns of the register hold
MOST = 200  # names of one list
_FIELD = re.compile(r"\$\.(\w+)")
_MISSING = re.compile(r"field `(\w+)`")


def checked(kind: Kind, value: Value, span: Span) -> Value:
    """The value in its one form. Raises NotFactError with the name of the field that is wrong."""
    try:
        typed = value_of(fact_of(kind, {name: _tidy(said, name) for name, said in value.items()}, span))
    except msgspec.ValidationError as error:
        field = _FIELD.search(str(error)) or _MISSING.search(str(error))
        raise NotFactError(field[1] if field else kind.value) from error
    if not any(typed.values()):
        raise NotFactError(kind.value)
    return typed


def _tidy(said: Any, field: str) -> Any:
    """Texts in NFC, their spaces folded; numbers finite; all of them of bearable size."""
    if isinstance(said, str):
        text = " ".join(unicodedata.normalize("NFC", said).split())
        if len(text) > LONGEST_OF.get(field, LONGEST) or not text.isprintable():
            raise NotFactError(field)
        return text
    if isinstance(said, float) and not math.isfinite(said):
        raise NotFactError(field)
    if isinstance(said, list | tuple):
        if len(said) > MOST:
            raise NotFactError(field)
        return [_tidy(one, field) for one in said]
    if isinstance(said, dict):
        return {name: _tidy(one, name) for name, one in said.items()}
    return said
