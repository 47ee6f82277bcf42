"""Names of things that outlive a rebuilt register: made of what identifies them, never of a row's id."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import lru_cache

LENGTH = 16  # hexadecimal digits: among ten million things two share one with a probability of one in 400,000
REMEMBERED = 10_000  # rows of one thing stand together


@lru_cache(REMEMBERED)
def document_id(number_key: str | None, issuer_key: str | None, date: dt.date | None) -> str | None:
    """Of a document, from its number, issuer and day as the register compares them; None where there is no document."""
    if number_key is None:
        return None
    return _digits(json.dumps([number_key, issuer_key, date.isoformat() if date else None], ensure_ascii=False))


@lru_cache(REMEMBERED)
def digest_id(address: str) -> str:
    """Of a digest, from the address that it was read from."""
    return _digits(address)


def part_id(whole: str, order: int) -> str:
    """Of an item of a digest or an assignment of an item; they are counted from 1."""
    return f"{whole}-{order + 1}"


def agency_id(place: str | None, code: str | None) -> str | None:
    """Of an agency, from the place whose list names it and its code there; None where there is no agency."""
    return f"{place}/{code}" if code is not None else None


def _digits(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:LENGTH]
