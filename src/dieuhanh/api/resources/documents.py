"""Documents: the list, and one by its address or its id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import msgspec
from django.db.models import Q
from django.http import Http404
from ninja import Path, Query
from pydantic import Field

from dieuhanh.api.parameters import Day, Id, Paging, Part, Words
from dieuhanh.api.resource import Resource
from dieuhanh.api.resources import facts
from dieuhanh.api.shapes.documents import DocumentWhole
from dieuhanh.api.shapes.known import DocumentRow, KnownBy, document_row
from dieuhanh.api.shapes.listing import Choices, Listing, listed
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.addresses import addressed, documents_called
from dieuhanh.apps.documents.models import Assignment, Document
from dieuhanh.apps.documents.reported import documents_ordering
from dieuhanh.apps.search.numbers import number_keys
from dieuhanh.extract.lexicon import lexicon_of

TAG = "Văn bản"


class DocumentFilter(Paging):
    """Which documents."""

    type: Annotated[Words | None, Field(description="Loại văn bản (“Công văn”) hoặc chữ viết tắt của loại (“CV”).")] = None
    number: Annotated[Words | None, Field(description="Số, ký hiệu, viết đủ hay không dấu: “238/VP-KGVX”, “238 vp kgvx”.")] = None
    issuer: Annotated[Words | None, Field(description="Cơ quan ban hành: tên, tên viết tắt hoặc tên trong địa chỉ.")] = None
    agency: Annotated[Words | None, Field(description="Có giao việc cho cơ quan này.")] = None
    first: Annotated[Day | None, Field(alias="from", description="Ban hành từ ngày này.")] = None
    last: Annotated[Day | None, Field(alias="to", description="Ban hành đến hết ngày này.")] = None
    known_by: Annotated[KnownBy | None, Field(description="Được đưa tin, hay mới chỉ được nhắc đến.")] = None


def list_documents(asked: Query[DocumentFilter]) -> Listing[DocumentRow]:
    rows = Document.objects.all()
    if asked.agency is not None:
        rows = rows.filter(id__in=documents_ordering(Assignment.objects.of_any(Agency.objects.meant_by(asked.agency))).values("id"))
    if asked.issuer is not None:
        agencies = Agency.objects.meant_by(asked.issuer)
        rows = rows.filter(Q(issuer__in=agencies) | Q(id__in=Document.objects.issued_under([asked.issuer]).values("id")))
    if asked.number is not None:
        rows = rows.filter(number_key__in=number_keys(asked.number))
    said = {"type": _type(asked.type), "date__gte": asked.first, "date__lte": asked.last, "known_by": asked.known_by}
    rows = rows.filter(**{column: value for column, value in said.items() if value is not None})
    return listed(addressed(rows), asked, _rows, path="/documents", day="date")


def _type(typed: str | None) -> str | None:
    """A kind by its code or as it is called."""
    return lexicon_of(None).kinds_by_code.get(typed.upper(), typed) if typed else None


def _rows(rows: Sequence[Document]) -> Iterator[DocumentRow]:
    return map(document_row, rows)


def get_document_by_id(id: Path[Id]) -> DocumentWhole:  # noqa: A002  the parameter's public name
    row = addressed(Document.objects.filter(id=id)).first()
    if row is None:
        raise Http404
    return _whole(row)


def get_document(number: Path[Part], day: Path[Part]) -> DocumentWhole | Choices[DocumentRow]:
    return _only(documents_called(number, day))


def get_document_of_issuer(
    number: Path[Part],
    day: Path[Part],
    issuer: Path[Part],
) -> DocumentWhole | Choices[DocumentRow]:
    return _only(documents_called(number, day, issuer))


def _only(found: list[Document]) -> DocumentWhole | Choices[DocumentRow]:
    if not found:
        raise Http404
    return _whole(found[0]) if len(found) == 1 else Choices(tuple(_rows(found)))


def _whole(row: Document) -> DocumentWhole:
    return DocumentWhole(
        **msgspec.structs.asdict(document_row(row)),
        assignments=facts.assignments(facts.AssignmentFilter(document=row.id)),
        deadlines=facts.deadlines(facts.DeadlineFilter(document=row.id)),
        targets=facts.targets(facts.TargetFilter(document=row.id)),
        relations_from=facts.relations(facts.RelationFilter(source=row.id)),
        relations_to=facts.relations(facts.RelationFilter(target=row.id)),
        mentions=facts.mentions(facts.MentionFilter(document=row.id)),
    )


WHOLE = (
    "Kèm những gì văn bản giao, thời hạn, chỉ tiêu, quan hệ theo cả hai chiều và những chỗ nêu nó; mỗi danh sách đọc tiếp ở “next” của nó."
)
BY_ADDRESS = f"{WHOLE} Phần cuối địa chỉ như của trang “/van-ban/…”. Nhiều văn bản cùng số và ngày thì trả lời 300 với các lựa chọn."
BY_ISSUER = f"{WHOLE} Dùng khi số và ngày chưa đủ để phân biệt."
RESOURCES = (
    Resource(
        "list_documents", "/documents", list_documents, Listing[DocumentRow], TAG, "Danh sách văn bản",
        "Mới nhất trước; không rõ ngày ở cuối.",
    ),
    Resource("get_document_by_id", "/documents/{id}", get_document_by_id, DocumentWhole, TAG, "Một văn bản theo mã", WHOLE),
    Resource(
        "get_document", "/documents/{number}/{day}", get_document, DocumentWhole, TAG, "Một văn bản theo số và ngày",
        BY_ADDRESS, shared=True,
    ),
    Resource(
        "get_document_of_issuer", "/documents/{number}/{day}/{issuer}", get_document_of_issuer, DocumentWhole, TAG,
        "Một văn bản theo số, ngày và cơ quan ban hành", BY_ISSUER, shared=True,
    ),
)  # fmt: skip
