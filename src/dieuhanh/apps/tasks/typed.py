"""What people type of a task, brought into one form or refused."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Collection

import msgspec

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.errors import NotTaskError
from dieuhanh.text.secrecy import refuse_secret

LONGEST = 5000  # code points of one text
SHORT = 200  # of a number or a name
MOST_AGENCIES = 500  # of one task; a province has some two hundred
FIRST_YEAR, LAST_YEAR = 2000, 2100  # a deadline outside is a slip of the hand
_YEARS = re.compile(r"(?P<first>\d{4})(?:/(?P<last>\d{4}))?", re.ASCII)


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of a task before it is assigned; agencies by their ids.

    Either `lead` is one agency, or `collective` are the agencies that each have the whole duty, under their collective `lead_name`.
    A day in `due_on` is taken as it is; without it the words of `due_words` are asked for one, against the day `issued_on`.
    `recurring` makes a series by the rule in `due_words`. `document` is the id of the document that orders it.
    """

    title: str
    lead: int | None = None
    lead_name: str = ""
    collective: tuple[int, ...] = ()
    cooperating: tuple[int, ...] = ()
    due_on: dt.date | None = None
    due_words: str = ""
    recurring: bool = False
    document: int | None = None
    document_name: str = ""
    issued_on: dt.date | None = None


def text(field: str, said: str, *, longest: int = LONGEST, needed: bool = True) -> str:
    """Tidied: NFC, trimmed, lines kept. Raises NotTaskError where it is missing, too long or not printable, SecretTextError at a mark."""
    lines = [" ".join(line.split()) for line in unicodedata.normalize("NFC", said).splitlines()]
    tidy = "\n".join(lines).strip()
    if (needed and not tidy) or len(tidy) > longest or not all(line.isprintable() for line in lines):
        raise NotTaskError(field)
    refuse_secret(lines)
    return tidy


def day(field: str, said: dt.date | None) -> dt.date | None:
    """Raises NotTaskError for a day of another century."""
    if said is not None and not FIRST_YEAR <= said.year < LAST_YEAR:
        raise NotTaskError(field)
    return said


def percent(field: str, said: int) -> int:
    if not 0 <= said <= 100:
        raise NotTaskError(field)
    return said


def number(field: str, said: float) -> float:
    if not math.isfinite(said):
        raise NotTaskError(field)
    return said


def horizon(field: str, said: str) -> str:
    """By when a figure is to be reached, as the contract has it: 2026, 2026-12-31, 2026/2030, or nothing. Raises NotTaskError."""
    years = _YEARS.fullmatch(said)
    if years:
        first, last = int(years["first"]), int(years["last"] or years["first"])
        if not FIRST_YEAR <= first <= last < LAST_YEAR or years["last"] == years["first"]:
            raise NotTaskError(field)
    elif said:
        try:
            day(field, dt.date.fromisoformat(said))
        except ValueError as error:
            raise NotTaskError(field) from error
    return said


def agencies(field: str, ids: Collection[int]) -> dict[int, Agency]:
    """The agencies of these ids, one query. Raises NotTaskError where one is missing or stands twice."""
    if len(ids) > MOST_AGENCIES or len(set(ids)) < len(ids):
        raise NotTaskError(field)
    found = Agency.objects.in_bulk(list(ids))
    if len(found) < len(ids):
        raise NotTaskError(field)
    return found
