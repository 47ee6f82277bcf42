"""What the gate finds."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dieuhanh.extract.facts import Span


class FindingKind(StrEnum):
    """What the words are that no source bears out, or that must not be published."""

    NUMBER = "number"
    DOCUMENT = "document"
    AGENCY = "agency"
    PERSON = "person"
    NAME = "name"
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    ACCOUNT = "account"
    EMAIL = "email"
    ADDRESS = "address"
    BIRTH = "birth"


PERSONAL = frozenset(list(FindingKind)[list(FindingKind).index(FindingKind.IDENTITY_NUMBER) :])


class Part(StrEnum):
    """Where in an issue the words stand."""

    TITLE = "title"
    HEADLINE = "headline"
    BODY = "body"


class Finding(msgspec.Struct, frozen=True):
    """Words of an issue that keep it from being published; `span` counts in its part, `entry` is its place; None: the title."""

    kind: FindingKind
    words: str
    span: Span
    part: Part
    entry: int | None
    why: str
