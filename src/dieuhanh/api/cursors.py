"""Where a list goes on: behind the last row shown, not behind so many rows.

So rows that come meanwhile neither repeat nor hide others.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from typing import Annotated, Any, TypeVar

import msgspec
from django.db.models import F, Model, Q, QuerySet

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
    if cursor is not None:
        rows = rows.filter(_behind(order, position_of(cursor, order)))
    columns: list[Any] = [F(order.day).desc(nulls_last=True), "-id"] if order.day else ["id"]
    found = list(rows.order_by(*columns)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], cursor_of(Position(order.list, getattr(last, order.day) if order.day else None, last.pk))


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


def _behind(order: Order, last: Position) -> Q:
    if order.day is None:
        return Q(id__gt=last.id)
    if last.day is None:
        return Q(**{order.day: None}, id__lt=last.id)
    return Q(**{f"{order.day}__lt": last.day}) | Q(**{order.day: last.day}, id__lt=last.id) | Q(**{order.day: None})
