"""An issue as an administrative document (Nghị định 30/2020/NĐ-CP), for `to_docx` and `to_pdf` of `dieuhanh.letters`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.utils.timezone import localdate

from dieuhanh import letters
from dieuhanh.apps.digests.renderings.edition import Block, Edition
from dieuhanh.apps.digests.renderings.plain_text import notice_lines

KIND = "THÔNG BÁO"


class Office(msgspec.Struct, frozen=True):
    """Who issues the document in whose name; the register does not know it."""

    issuer: letters.Issuer
    symbol: str
    place: str
    signature: letters.Signature
    recipients: tuple[str, ...]
    filed: str


def office_of(province: str) -> Office:
    """The office of the province's people's committee, which publishes the digest; who signs is written by hand."""
    return Office(
        issuer=letters.Issuer("Văn phòng", f"Ủy ban nhân dân tỉnh {province}"),
        symbol="TB-VP",
        place=province,
        signature=letters.Signature(("CHÁNH VĂN PHÒNG",)),
        recipients=("Các cơ quan, tổ chức, cá nhân (để biết)",),
        filed="VT, TH",
    )


def to_letter(edition: Edition, office: Office) -> letters.Letter:
    """The issue as a notice; the records office writes its number."""
    return letters.Letter(
        issuer=office.issuer,
        number=None,
        symbol=office.symbol,
        place=office.place,
        date=localdate(edition.published_at),
        kind=KIND,
        subject=edition.title,
        body=tuple(_body(edition)),
        signature=office.signature,
        recipients=office.recipients,
        filed=office.filed,
    )


def _body(edition: Edition) -> Iterator[letters.Block]:
    yield from (letters.Paragraph(line) for line in notice_lines(edition))
    for number, entry in enumerate(edition.entries, 1):
        yield letters.Heading(f"{number}. {entry.headline}", 2)
        yield from (_block(block, entry.headline) for block in entry.blocks)


def _block(block: Block, headline: str) -> letters.Block:
    if not block.rows:
        return letters.Paragraph(block.text)
    width = max(len(row) for row in block.rows)
    head, *rows = [(*row, *[""] * (width - len(row))) for row in block.rows]
    return letters.Table(headline, tuple(letters.Column(title, 1) for title in head), tuple(rows))
