"""Documents, where they are named, and what they do to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.documents.models import Document, Mention, Relation
from dieuhanh.apps.opendata.dataset import Column, Dataset, Row
from dieuhanh.apps.opendata.identifiers import agency_id, digest_id, document_id, part_id
from dieuhanh.apps.opendata.reading import streamed

IDENTITY = ("number_key", "issuer_key", "date")
ITEM = ("item__digest__page__source__address", "item__order")


def _documents(_: dt.date) -> Iterator[Row]:
    columns = ("type", "number", "date", "issuer_name", "issuer__place", "issuer__code", "title", "known_by")
    for number_key, issuer_key, day, kind, number, date, issuer, place, code, title, known_by in streamed(
        Document.objects.all(), *IDENTITY, *columns
    ):
        yield document_id(number_key, issuer_key, day), kind, number, date, issuer, agency_id(place, code), title, known_by


def identity_of(designation: str) -> tuple[str, ...]:
    """The columns that identify the document behind a designation."""
    return tuple(f"{designation}__document__{column}" for column in IDENTITY)


def _mentions(_: dt.date) -> Iterator[Row]:
    columns = ("role", "order", *identity_of("designation"), "type", "number", "date", "issuer_name", "title", "provision")
    for address, item, role, order, number_key, issuer_key, day, *said in streamed(Mention.objects.all(), *ITEM, *columns):
        yield part_id(digest_id(address), item), role, order + 1, document_id(number_key, issuer_key, day), *said


def _relations(_: dt.date) -> Iterator[Row]:
    columns = ("order", "type", *identity_of("source"), *identity_of("target"), "source_key", "target_key")
    for address, item, order, kind, a, b, c, x, y, z, source, target in streamed(Relation.objects.all(), *ITEM, *columns):
        yield part_id(digest_id(address), item), order + 1, kind, document_id(a, b, c), document_id(x, y, z), source, target


DOCUMENTS = Dataset(
    name="documents",
    slug="van-ban",
    vi="Văn bản",
    en="Documents",
    about_vi="Các văn bản mà bản tin đưa tin hoặc nhắc đến.",
    about_en="The documents that digests report or name.",
    key=("id",),
    columns=(
        Column("id", "text", "Mã văn bản, lập từ số, cơ quan và ngày", "Identifier, made of number, issuer and day", required=True),
        Column("type", "text", "Loại văn bản", "Kind of document", required=True),
        Column("number", "text", "Số, ký hiệu như đã in", "Number and symbol as printed"),
        Column("date", "date", "Ngày ban hành", "Day of issue"),
        Column("issuer", "text", "Cơ quan ban hành", "Issuing agency"),
        Column("issuer_id", "text", "Cơ quan ban hành trong danh mục", "Issuing agency in the directory", refers="agencies.id"),
        Column("title", "text", "Trích yếu", "Subject"),
        Column(
            "known_by",
            "text",
            "reported: có bản tin đưa tin; mention: chỉ được nhắc đến",
            "reported: some digest reports it; mention: it is only named",
            required=True,
        ),
    ),
    rows=_documents,
)
MENTIONS = Dataset(
    name="mentions",
    slug="vien-dan",
    vi="Văn bản được đưa tin, viện dẫn",
    en="Mentions of documents",
    about_vi="Mỗi lần một mục tin đưa tin hoặc viện dẫn một văn bản, với cách dẫn của mục tin.",
    about_en="Each time that an item reports or cites a document, in the item's own words.",
    key=("item_id", "role", "position"),
    columns=(
        Column("item_id", "text", "Mục tin", "The item", required=True, refers="items.id"),
        Column("role", "text", "instrument: được đưa tin; citation: được viện dẫn", "instrument: reported; citation: cited", required=True),
        Column("position", "integer", "Thứ tự trong mục tin, từ 1", "Place in the item, from 1", required=True),
        Column("document_id", "text", "Văn bản; trống nếu chưa rõ văn bản nào", "The document; empty if unsure", refers="documents.id"),
        Column("type", "text", "Loại văn bản, như đã dẫn", "Kind of document as named", required=True),
        Column("number", "text", "Số, ký hiệu như đã dẫn", "Number and symbol as named"),
        Column("date", "date", "Ngày ban hành như đã dẫn", "Day of issue as named"),
        Column("issuer", "text", "Cơ quan ban hành như đã dẫn", "Issuing agency as named"),
        Column("title", "text", "Trích yếu như đã dẫn", "Subject as named"),
        Column("provision", "text", "Điều, khoản, điểm được dẫn", "The provision that is meant"),
    ),
    rows=_mentions,
)
RELATIONS = Dataset(
    name="relations",
    slug="quan-he",
    vi="Quan hệ giữa các văn bản",
    en="Relations of documents",
    about_vi="Văn bản này thực hiện, căn cứ, sửa đổi, thay thế, bãi bỏ … văn bản kia, theo lời mục tin.",
    about_en="What one document does to another, as an item says: implements, based_on, amends, replaces, repeals and others.",
    key=("item_id", "position"),
    columns=(
        Column("item_id", "text", "Mục tin nói về quan hệ", "The item that says so", required=True, refers="items.id"),
        Column("position", "integer", "Thứ tự trong mục tin, từ 1", "Place in the item, from 1", required=True),
        Column("type", "text", "Loại quan hệ", "Type of relation", required=True),
        Column(
            "source_id", "text", "Văn bản tác động; trống nếu chưa rõ", "The document that acts; empty if unsure", refers="documents.id"
        ),
        Column("target_id", "text", "Văn bản chịu tác động; trống nếu chưa rõ", "The one acted on; empty if unsure", refers="documents.id"),
        Column("source", "text", "Văn bản tác động, như đã dẫn", "The document that acts, as named", required=True),
        Column("target", "text", "Văn bản chịu tác động, như đã dẫn", "The one acted on, as named", required=True),
    ),
    rows=_relations,
)
