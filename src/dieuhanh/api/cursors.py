"""Where a list goes on: behind the last row shown, not behind so many rows.

So rows that come meanwhile neither repeat nor hide others.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from typing import Annotated, TypeVar

import msgspec
from django.db.models import Model, Q, QuerySet

from dieuhanh.api.problems import ParameterError

LONGEST = 120  # characters of a cursor
LAST_ID = 2**63 - 1  # of a row, on every database
Row = TypeVar("Row", bound=Model)


class Position(msgspec.Struct, frozen=True, array_like=True):
    """The last row shown: of which list, its day where the list runs by days, its id."""

    list: str
    day: dt.date | None
    id: Annotated[int, msgspec.Meta(ge=0, le=LAST_ID)]


class Order(msgspec.Struct, frozen=True):
    """How a list runs: newest day first and undated last where `day` names a column, else as rows came into the register."""

    list: str
    day: str | None = None


def window(rows: QuerySet[Row], order: Order, cursor: str | None, limit: int) -> tuple[list[Row], str | None]:
    """At most `limit` rows behind the cursor, and the cursor of those behind them; None where there are none.

    Raises ParameterError for what is no cursor of this list.
    """
    last = position_of(cursor, order) if cursor is not None else None
    found = _by_day(rows, order.day, last, limit + 1) if order.day else list(_from(rows, last).order_by("id")[: limit + 1])
    if len(found) <= limit:
        return found, None
    shown = found[limit - 1]
    return found[:limit], cursor_of(Position(order.list, getattr(shown, order.day) if order.day else None, shown.pk))


def _from(rows: QuerySet[Row], last: Position | None) -> QuerySet[Row]:
    return rows.filter(id__gt=last.id) if last else rows


def _by_day(rows: QuerySet[Row], day: str, last: Position | None, most: int) -> list[Row]:
    """Dated rows along the index of the day, then undated ones: one question for both would make the database look at every row."""
    dated, undated = rows.filter(**{f"{day}__isnull": False}), rows.filter(**{f"{day}__isnull": True})
    if last and last.day:
        dated = dated.filter(Q(**{f"{day}__lt": last.day}) | Q(id__lt=last.id), **{f"{day}__lte": last.day})
    elif last:
        dated, undated = dated.none(), undated.filter(id__lt=last.id)
    found = list(dated.order_by(f"-{day}", "-id")[:most])
    return [*found, *undated.order_by("-id")[: most - len(found)]]


def cursor_of(position: Position) -> str:
    """Letters, digits, - and _ that say nothing to whoever sends them back."""
    return base64.urlsafe_b64encode(msgspec.json.encode(position)).decode().rstrip("=")


def position_of(cursor: str, order: Order) -> Position:
    """Raises ParameterError for what `cursor_of` did not write for this list."""
    if len(cursor) > LONGEST:
        raise ParameterError("bad-cursor", "cursor")
    try:
        content = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        position = msgspec.json.decode(content, type=Position)
    except (binascii.Error, UnicodeEncodeError, ValueError, msgspec.DecodeError) as error:
        raise ParameterError("bad-cursor", "cursor") from error
    if position.list != order.list or (position.day is not None and order.day is None):
        raise ParameterError("bad-cursor", "cursor")
    return position
