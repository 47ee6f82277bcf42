"""Which document a mention means: number and symbol, issuer, day (số, ký hiệu; cơ quan ban hành; ngày).

A mention says as much of the three as its page does. Among all mentions of one number:

- number, issuer and day together are a document;
- what lacks the issuer belongs to the only document of that day, what lacks the day to the only one of that issuer that is not of
  a later year than the page (numbers restart each year), what lacks both to the only one at all that is not;
- where there is none, the mention itself is a document, known as far as it says;
- where there are several, nothing is decided.

The answer depends on the set of mentions alone, not on the order in which their pages came.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from dieuhanh.text import fold

KEY_LENGTH = 160  # code points; longer keys, of documents that have a title and no number, end in a hash
HASHED = 32

_NUMBER = re.compile(r"0*(?P<ordinal>\d+)(?P<rest>.*)", re.DOTALL)
_ORDINAL = re.compile(r"\d{1,9}(?![\d.])")
_SYMBOL = re.compile(r"[\d.]+(?:/\d{4})?[/-](?P<symbol>.+)", re.DOTALL)  # 238/VP-KGVX, 04/2024/QĐ-UBND, 136-NQ/TU


class Identity(msgspec.Struct, frozen=True, order=True):
    """What one mention says of issuer and day; `year` is that of the page where the day is not said, 0 where neither is known."""

    issuer: str  # issuer_key; "" where it is not said
    day: dt.date | None
    year: int = 0


class Document(msgspec.Struct, frozen=True, order=True):
    """What is known of a document besides its number: issuer "" and day None where no page says them."""

    issuer: str
    day: dt.date | None


def number_key(kind: str, number: str | None, title: str | None) -> str | None:
    """One key for all spellings of a number, or of kind and title where there is none; None for what nothing identifies.

    >>> number_key("Công điện", "01/CĐ-LĐTBXH", None), number_key("Luật", None, "Luật Đấu thầu"), number_key("Công văn", None, None)
    ('1/cđ-lđtbxh', 'luật đấu thầu', None)
    """
    if number is None:
        return None if title is None else _bounded(_folded(title if _folded(title).startswith(_folded(kind)) else f"{kind} {title}"))
    key = "".join(fold(number).replace("–", "-").split())
    m = _NUMBER.fullmatch(key)
    key = f"{m['ordinal']}{m['rest']}" if m else key
    return _bounded(key if _SYMBOL.match(key) else f"{_folded(kind)} {key}")


def issuer_key(issuer: str | None) -> str:
    """One key for all spellings of an issuer's canonical name; "" for none."""
    return _bounded(_folded(issuer)) if issuer else ""


def ordinal_of(number: str | None) -> int | None:
    """The number in its series: 238 of "238/VP-KGVX"; None of a dotted one ("66.22/2026/NQ-CP") and of none."""
    m = _ORDINAL.match(number) if number else None
    return int(m.group()) if m else None


def symbol_of(number: str | None) -> str | None:
    """What stands behind the number and its year: "VP-KGVX" of "238/VP-KGVX", "QĐ-UBND" of "04/2024/QĐ-UBND"."""
    m = _SYMBOL.fullmatch(number) if number else None
    return m["symbol"] if m else None


def tell_apart(identities: Iterable[Identity]) -> dict[Identity, Document | None]:
    """The document of each mention of one number; None where several could be meant.

    >>> tell_apart([Identity("ubnd tỉnh", dt.date(2024, 1, 9)), Identity("ubnd tỉnh", None, 2024)])[Identity("ubnd tỉnh", None, 2024)]
    Document(issuer='ubnd tỉnh', day=datetime.date(2024, 1, 9))
    """
    told: dict[Identity, Document | None] = {}
    known: set[Document] = set()
    for step in _by_precision(identities):
        found = {identity: _only(identity, known) for identity in step}
        told |= found
        known |= {document for document in found.values() if document}
    return told


def _by_precision(identities: Iterable[Identity]) -> Iterator[list[Identity]]:
    """All that both are said of, then those without issuer, without day, without both."""
    remaining = sorted(set(identities), key=lambda i: (i.issuer, i.day or dt.date.min, i.year))
    steps: tuple[Callable[[Identity], bool], ...] = (
        lambda i: bool(i.issuer and i.day),
        lambda i: bool(i.day and not i.issuer),
        lambda i: bool(i.issuer and not i.day),
        lambda i: not i.issuer and not i.day,
    )
    for belongs in steps:
        yield [identity for identity in remaining if belongs(identity)]


def _only(identity: Identity, known: set[Document]) -> Document | None:
    """The only document that the mention can mean, itself where none fits; None where several do."""
    own = Document(identity.issuer, identity.day)
    if identity.issuer and identity.day:
        return own
    fitting = [document for document in known if _fits(identity, document)]
    if len(fitting) > 1:
        return None
    return fitting[0] if fitting else own


def _fits(identity: Identity, document: Document) -> bool:
    if identity.issuer and document.issuer != identity.issuer:
        return False
    if identity.day:
        return document.day == identity.day
    return document.day is None or not identity.year or document.day.year <= identity.year


def _folded(words: str) -> str:
    return " ".join(fold(words).split())


def _bounded(key: str) -> str:
    """The key itself, or its beginning and a hash of the whole."""
    if len(key) <= KEY_LENGTH:
        return key
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:HASHED]
    return f"{key[: KEY_LENGTH - HASHED]}{digest}"
