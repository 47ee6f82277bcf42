"""One place where a document is named."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from dieuhanh.extract.facts import Span


class Mention(NamedTuple):
    """A document as one place words it; `header` goes from its kind to its issuer, `span` on to the end of its title."""

    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    provision: str | None
    span: Span
    header: Span
    named_issuer: bool  # the words name the issuer; else it comes from the symbol
    shared_day: bool  # "cùng ngày …": the day of the documents listed before it as well


class Named(NamedTuple):
    """A mention with the key that identifies its document on the page."""

    mention: Mention
    key: str
