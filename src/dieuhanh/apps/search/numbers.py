"""A number that a person types: "238/VP-KGVX", "238 vp kgvx", "số 4/2024/qd-ubnd"."""

from __future__ import annotations

import re
from itertools import islice, product

from dieuhanh.apps.documents.models import Document
from dieuhanh.domain.identity import number_key

MOST_SPELLINGS = 512  # of one typed number that are looked up
MOST_DOCUMENTS = 20  # of that number: one a year and an issuer

_NUMBER = re.compile(
    r"""
    (?: [^\W\d_]+ [\s.:]+ ){0,6}                     # "quyết định số"
    (?P<ordinal> \d{1,6} [a-zA-Z]? (?:\.\d{1,3})? )  # 238, 30c, 66.22
    (?: \s*[/\-–\s]\s* (?P<year>(?:19|20)\d\d) (?=[\s/\-–]) )?
    \s*[/\-–\s]\s*
    (?P<symbol> [^\W\d_][\w&]* (?: \s*[/\-–\s]\s* [^\W_][\w&]* ){0,5} )
    """,
    re.VERBOSE,
)
_JOINT = re.compile(r"\s*[/\-–\s]\s*")


def documents_numbered(typed: str) -> list[Document]:
    """The documents that have the very number typed, newest first; none where it is no number with its symbol. One query at most."""
    keys = number_keys(typed)
    if not keys:
        return []
    return list(Document.objects.filter(number_key__in=keys).order_by("-date", "id")[:MOST_DOCUMENTS])


def number_keys(typed: str) -> list[str]:
    """The keys that the number can mean: typed without strokes, hyphens or accents it means several, the likeliest first.

    >>> number_keys("238 vp kgvx")[0], number_keys("đường sắt"), number_keys("15 nd cp")[:2]
    ('238/vp-kgvx', [], ['15/nd-cp', '15/nđ-cp'])
    """
    found = _NUMBER.fullmatch(" ".join(typed.split()))
    if found is None:
        return []
    parts = _JOINT.split(found["symbol"])
    first = f"{found['ordinal']}/{found['year']}" if found["year"] else found["ordinal"]
    joints = sorted(product("/-", repeat=len(parts)), key=lambda joint: (joint[0] != "/", joint[1:].count("/")))
    spelt = (_joined(first, joint, words) for joint in joints for words in product(*map(_with_stroke, parts)))
    keys = (number_key("", spelling, None) for spelling in islice(spelt, MOST_SPELLINGS))
    return list(dict.fromkeys(key for key in keys if key))


def _joined(first: str, joints: tuple[str, ...], parts: tuple[str, ...]) -> str:
    return first + "".join(joint + part for joint, part in zip(joints, parts, strict=True))


def _with_stroke(part: str) -> list[str]:
    """Every reading of an unaccented abbreviation: "nd" or "nđ"."""
    letters = [("d", "đ") if letter in "dD" else (letter,) for letter in part]
    return ["".join(choice) for choice in islice(product(*letters), 16)]
