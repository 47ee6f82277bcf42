"""A page before it is registered: read, but nothing stored."""

from __future__ import annotations

import hashlib

import msgspec

import dieuhanh
from dieuhanh.apps.documents.models import Page
from dieuhanh.errors import NotDigestError
from dieuhanh.extract.facts import Digest
from dieuhanh.reading import read
from dieuhanh.text import DEFAULT_LIMIT


class ReadPage(msgspec.Struct, frozen=True):
    """The bytes of an address and what they say; `sha256` in hexadecimal."""

    address: str
    content: bytes
    sha256: str
    digest: Digest
    reader_version: str


def read_page(address: str, content: bytes, *, limit: int = DEFAULT_LIMIT) -> ReadPage:
    """Read what an address holds. Raises NotDigestError, and what `dieuhanh.read` raises of bytes."""
    digest = read(content, limit=limit)
    if digest.title is None and not digest.items:
        raise NotDigestError
    return ReadPage(address, content, hashlib.sha256(content).hexdigest(), digest, dieuhanh.__version__)


def reread_page(page: Page) -> ReadPage:
    """Read the original of a page anew, by the reader that is installed now. Raises what `read_page` raises."""
    content = bytes(page.original.content)
    return read_page(page.source.address, content, limit=max(len(content), DEFAULT_LIMIT))
