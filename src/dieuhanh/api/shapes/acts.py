"""What is sent with an act on a task. `part` is the id of the agency's part where a collective leads."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec

from dieuhanh.api.cursors import LAST_ID
from dieuhanh.apps.tasks.actions.reporting import MOST_FILES
from dieuhanh.apps.tasks.typed import LONGEST, MOST_AGENCIES, SHORT

SEEN = r"^[^\u0000]*\S[^\u0000]*$"  # says something, and nothing that a database refuses
Said = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST, pattern=SEEN)]
Note = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=SHORT, pattern=SEEN)]
Number = Annotated[str, msgspec.Meta(max_length=SHORT)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Part = Annotated[int, msgspec.Meta(ge=1, le=LAST_ID)]


class Nothing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The act says all."""


class Accepted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    part: Part | None = None


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: Said


class ReasonOfPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: Said
    part: Part | None = None


class ReportedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that proves a report, its bytes in base64; what it is follows from them. The limits are those of the desk."""

    name: Name
    content: bytes


Files = Annotated[tuple[ReportedFile, ...], msgspec.Meta(max_length=MOST_FILES)]


class Progressed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: Said
    progress: Percent
    part: Part | None = None
    files: Files = ()


class Reported(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The work is done."""

    text: Said
    document_number: Number = ""
    part: Part | None = None
    files: Files = ()


class Reassigned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Agencies by any of their names; who is not said stays as it is."""

    reason: Said
    lead: Name | None = None
    cooperating: Annotated[tuple[Name, ...], msgspec.Meta(max_length=MOST_AGENCIES)] | None = None


class Confirmed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    note: Note = ""
    part: Part | None = None


class TimeAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wanted_on: dt.date
    reason: Said
    part: Part | None = None


class TimeGranted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Without a day, the one that was asked for."""

    granted_on: dt.date | None = None
    reason: Note = ""
