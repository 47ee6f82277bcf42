"""Lists: a page of rows, and the address of the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec
from django.db.models import Model, QuerySet

from dieuhanh.api.cursors import Order, window
from dieuhanh.api.links import address
from dieuhanh.api.parameters import Paging

Shown = TypeVar("Shown")
Row = TypeVar("Row", bound=Model)


class Listing(msgspec.Struct, Generic[Shown], frozen=True):
    """One page; `next` is the address of the one behind it, None on the last."""

    data: tuple[Shown, ...]
    next: str | None


class Choices(msgspec.Struct, Generic[Shown], frozen=True):
    """What an address may mean that means several."""

    choices: tuple[Shown, ...]


def listed(
    rows: QuerySet[Row], asked: Paging, show: Callable[[Sequence[Row]], Iterable[Shown]], *, path: str, day: str | None = None
) -> Listing[Shown]:
    """The page that was asked for; `day` names the column of the day where the list runs from the newest. Raises ParameterError."""
    found, cursor = window(rows, Order(path.rpartition("/")[2], day), asked.cursor, asked.limit)
    return Listing(tuple(show(found)), address(path, asked.said() | {"cursor": cursor}) if cursor else None)
