"""What a dataset of the open data is: named and described columns, and where its rows come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

ColumnType = Literal["text", "date", "integer", "number"]
Row = tuple[Any, ...]


class Column(msgspec.Struct, frozen=True):
    """A column; `refers` is "dataset.column" where its values are those of another one, `vi` and `en` say what it holds."""

    name: str
    type: ColumnType
    vi: str
    en: str
    required: bool = False
    refers: str | None = None


class Dataset(msgspec.Struct, frozen=True, kw_only=True):
    """A table. `name` is its name in SQLite, `slug` that of its files; `key` names the columns that no two rows share.

    `rows` reads the register as of a day, in the order in which it was filled, some thousand rows at a time: a fixed number of queries,
    whatever the number of rows.
    Only what stands in `columns` ever leaves the register.
    """

    name: str
    slug: str
    vi: str
    en: str
    about_vi: str
    about_en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[dt.date], Iterator[Row]]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]
