"""The library's verbs: read a page, write its digest as JSON, give the contract's JSON Schema."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from dieuhanh.domain.settling import settle
from dieuhanh.errors import TooLargeError
from dieuhanh.extract import facts
from dieuhanh.extract.digest import read_digest
from dieuhanh.extract.facts import Digest
from dieuhanh.text import DEFAULT_LIMIT, canonicalise
from dieuhanh.text.canonical import find_damage


def read(source: Path | bytes | str, *, limit: int = DEFAULT_LIMIT) -> Digest:
    """Read one page: a Path names a file, bytes are its content, a str is its text (never a file's name).

    Raises OSError where the file cannot be opened or read, TooLargeError above `limit` bytes, and EmptyPageError, NotTextError or
    SecretTextError where the content is nothing that we read. Bytes that stand for no character are warned of, not refused.
    """
    content = content_of(source, limit) if isinstance(source, Path) else source
    return _warned_of_damage(settle(read_digest(canonicalise(content, limit=limit))))


def to_json(digest: Digest, *, indent: int = 0) -> bytes:
    """The contract as UTF-8 JSON: one line without a newline at the end, or indented by so many spaces a level."""
    line = msgspec.json.encode(digest)
    return msgspec.json.format(line, indent=indent) if indent else line


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Digest)}


def content_of(path: Path, limit: int) -> bytes:
    """A file's bytes, at most one more than `limit`: its size is asked first, and a file without one (a pipe) is cut.

    Raises OSError, TooLargeError.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise TooLargeError(size, limit)
        return file.read(limit + 1)


def _warned_of_damage(digest: Digest) -> Digest:
    """One warning for all places of the text that stand for characters nobody could decode; it points at the first."""
    places = find_damage(digest.text)
    if not places:
        return digest
    message = f"Có {len(places)} chỗ trong trang không giải mã được thành chữ; dữ kiện quanh đó có thể thiếu hoặc sai."
    return msgspec.structs.replace(digest, warnings=(*digest.warnings, facts.Warning("undecodable", message, places[0])))
