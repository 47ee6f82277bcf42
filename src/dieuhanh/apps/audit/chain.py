"""How an entry is bound to the one before it: SHA-256 over canonical JSON."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

HASH_LENGTH = 64
GENESIS = "0" * HASH_LENGTH  # what the first entry follows


def canonical_json(value: Any) -> str:
    """One spelling for one value: keys sorted, no spaces, ASCII, so that NUL and lone surrogates are escapes in every database."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))


def chained_hash(
    *, sequence: int, at: dt.datetime, actor: str, verb: str, object_type: str, object_key: str, payload_json: str, previous_hash: str
) -> str:
    """The hash of an entry, in hexadecimal."""
    moment = at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    words = canonical_json([sequence, moment, actor, verb, object_type, object_key, payload_json, previous_hash])
    return hashlib.sha256(words.encode("ascii")).hexdigest()
