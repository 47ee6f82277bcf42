"""Digests and their items: where facts were read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.documents.models import Digest, Item
from dieuhanh.apps.opendata.dataset import Column, Dataset, Row
from dieuhanh.apps.opendata.identifiers import agency_id, digest_id, part_id
from dieuhanh.apps.opendata.reading import streamed

ADDRESS = "page__source__address"
ON_THE_WEB = ("http://", "https://")


def _digests(_: dt.date) -> Iterator[Row]:
    columns = ("title", "publisher_name", "publisher__place", "publisher__code", "period_start", "period_end")
    for address, title, publisher, place, code, start, end in streamed(Digest.objects.all(), ADDRESS, *columns):
        yield digest_id(address), title, publisher, agency_id(place, code), start, end, public_address(address)


def public_address(address: str) -> str | None:
    """The address of a page on the web; where a file lay on somebody's machine is nobody's business."""
    return address if address.startswith(ON_THE_WEB) else None


def _items(_: dt.date) -> Iterator[Row]:
    for address, order, heading in streamed(Item.objects.all(), f"digest__{ADDRESS}", "order", "heading"):
        digest = digest_id(address)
        yield part_id(digest, order), digest, order + 1, heading


DIGESTS = Dataset(
    name="digests",
    slug="ban-tin",
    vi="Bản tin",
    en="Digests",
    about_vi="Các bản tin chỉ đạo, điều hành mà dữ kiện được đọc từ đó.",
    about_en="The digests that all facts were read from.",
    key=("id",),
    columns=(
        Column("id", "text", "Mã bản tin", "Identifier of the digest", required=True),
        Column("title", "text", "Tiêu đề", "Title"),
        Column("publisher", "text", "Cơ quan đăng, như trên trang", "Publisher, as the page says"),
        Column("publisher_id", "text", "Cơ quan đăng trong danh mục", "Publisher in the directory", refers="agencies.id"),
        Column("period_start", "date", "Ngày đầu của kỳ", "First day of its period"),
        Column("period_end", "date", "Ngày cuối của kỳ", "Last day of its period"),
        Column("address", "text", "Địa chỉ trang gốc trên mạng, nếu có", "Address of the original page on the web, if any"),
    ),
    rows=_digests,
)
ITEMS = Dataset(
    name="items",
    slug="muc-tin",
    vi="Mục tin",
    en="Items",
    about_vi="Các mục tin của bản tin.",
    about_en="The items of digests.",
    key=("id",),
    columns=(
        Column("id", "text", "Mã mục tin", "Identifier of the item", required=True),
        Column("digest_id", "text", "Bản tin", "Its digest", required=True, refers="digests.id"),
        Column("position", "integer", "Thứ tự trong bản tin, từ 1", "Place in the digest, from 1", required=True),
        Column("heading", "text", "Đề mục", "Headline", required=True),
    ),
    rows=_items,
)
