"""From the bytes of a page to its one canonical text, stage by stage, with the map back.

Reads: bytes or str. Writes: `CanonicalText`.
"""

from __future__ import annotations

import re

import msgspec

from dieuhanh.errors import EmptyPageError, TooLargeError
from dieuhanh.text.characters import unify
from dieuhanh.text.decode import decode
from dieuhanh.text.furniture import is_furniture
from dieuhanh.text.markup import read_markup
from dieuhanh.text.offsets import Offsets, Span, compose
from dieuhanh.text.paragraphs import assemble, split_lines
from dieuhanh.text.secrecy import refuse_secret
from dieuhanh.text.tags import defuse, is_html
from dieuhanh.text.wrapping import join_wrapped

DEFAULT_LIMIT = 64 * 1024 * 1024  # bytes

BROKEN = re.compile("\ufffd+")


class CanonicalText(msgspec.Struct, frozen=True):
    """A page's own words: NFC, one paragraph a line, and where each code point stands in the source.

    `source` is the decoded page (legacy encodings converted). `damaged` are spans of `text` that could not be decoded.
    """

    text: str
    source: str
    encoding: str
    damaged: tuple[Span, ...]
    offsets: Offsets

    def origin(self, span: Span) -> Span:
        """The [start, end) of `source` that the [start, end) of `text` was made of."""
        return self.offsets.origin(span)

    def cut(self, start: int, end: int) -> CanonicalText:
        """Only text[start:end], with the map still right."""
        start, end, _ = slice(start, end).indices(len(self.text))
        end = max(start, end)
        text = self.text[start:end]
        return CanonicalText(text, self.source, self.encoding, find_damage(text), self.offsets.cut(start, end))


def canonicalise(source: bytes | str, *, limit: int = DEFAULT_LIMIT) -> CanonicalText:
    """The canonical text of a page, HTML or plain.

    Raises TooLargeError over `limit` bytes, NotTextError, EmptyPageError, SecretTextError.
    """
    check_size(source, limit)
    decoded = decode(source)
    markup = read_markup(decoded.text) if is_html(decoded.text) else None
    page = unify(markup.page if markup else decoded.text)
    lines = split_lines(page)
    capitals_lost = decoded.encoding == "tcvn3"
    refuse_secret((line.text for line in lines), capitals_lost=capitals_lost)
    if markup:
        refuse_secret((line.text for line in split_lines(unify(markup.furniture))), capitals_lost=capitals_lost)
    lines = join_wrapped([line for line in lines if not is_furniture(line.text)], page)
    if not lines:
        raise EmptyPageError
    text, offsets = assemble(lines)
    text = defuse(text)
    if markup:
        offsets = compose(offsets, markup.offsets)
    return CanonicalText(text, decoded.text, decoded.encoding, find_damage(text), offsets)


def check_size(source: bytes | str, limit: int) -> None:
    """Raises TooLargeError if `source` takes more than `limit` bytes (of UTF-8, if it is decoded already)."""
    size = len(source)
    if isinstance(source, str) and size <= limit < 4 * size:
        size = len(source.encode("utf-8", "surrogatepass"))
    if size > limit:
        raise TooLargeError(size, limit)


def find_damage(text: str) -> tuple[Span, ...]:
    """The spans of `text` that hold nothing but U+FFFD."""
    return tuple(found.span() for found in BROKEN.finditer(text)) if "\ufffd" in text else ()
