"""What stands on an administrative document: the parts that Phụ lục I of Nghị định 30/2020/NĐ-CP knows, as data."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Alignment = Literal["left", "center", "right"]


class Issuer(msgspec.Struct, frozen=True):
    """Who issues the document (ô số 2), and the agency above it; `parent` is None for a people's committee."""

    name: str
    parent: str | None = None


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A paragraph of the body."""

    text: str


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """The title of a part, with its own number: "I. KẾT QUẢ THỰC HIỆN" is of level 1, "1. Lĩnh vực kinh tế" of level 2."""

    text: str
    level: Literal[1, 2] = 1


class Clause(msgspec.Struct, frozen=True):
    """A khoản, and its điểm, both without their numbers."""

    text: str
    points: tuple[str, ...] = ()


class Clauses(msgspec.Struct, frozen=True, tag="clauses"):
    """A list that is numbered when it is written: khoản 1, 2, 3, their điểm a, b, c, d, đ."""

    items: tuple[Clause, ...]


class Column(msgspec.Struct, frozen=True):
    """A column of a table; `share` is its part of the width beside those of the others."""

    title: str
    share: int
    align: Alignment = "left"


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table; `caption` says what it holds, to the eye above it and to a screen reader."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """Raises ValueError for a table without columns or with a row of another length."""
        if not self.columns or any(column.share <= 0 for column in self.columns):
            raise ValueError("a table has columns, each with a share of its width")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row has a cell for each column")


Block = Paragraph | Heading | Clauses | Table


class Signature(msgspec.Struct, frozen=True):
    """Who signs (ô số 7): `capacity` from the authority down to the post ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""

    capacity: tuple[str, ...]
    name: str | None = None  # not known yet: the place stays empty


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """An administrative document.

    `number` is None until the records office gives one; `symbol` is what follows it ("VP-TH"). `kind` is None for a công văn, whose subject
    stands under its number as "V/v …". `recipients` are those of "Nơi nhận", without "Lưu", which `filed` holds ("VT, TH").
    """

    issuer: Issuer
    number: str | None
    symbol: str
    place: str
    date: dt.date
    kind: str | None
    subject: str
    addressees: tuple[str, ...] = ()
    body: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...]
    filed: str
