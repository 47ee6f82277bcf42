"""Search: the same question and results as the command and the page."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from dieuhanh.api.parameters import LONGEST, Day, Words
from dieuhanh.api.resource import Resource
from dieuhanh.api.shapes.found import SearchAnswer, search_answer
from dieuhanh.api.shapes.known import KnownBy
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Knowledge
from dieuhanh.apps.search.query import LAST_PAGE, SearchQuery
from dieuhanh.apps.search.results import NOTHING_FOUND
from dieuhanh.apps.search.searching import search as search_documents


class SearchFilter(BaseModel):
    """What is asked."""

    model_config = ConfigDict(populate_by_name=True)

    q: Annotated[
        Annotated[str, StringConstraints(max_length=LONGEST, pattern=r"^[^\u0000]*$")],
        Field(description="Từ ngữ, có dấu hay không; cụm từ trong ngoặc kép; số, ký hiệu. Để trống: mọi văn bản, mới nhất trước."),
    ] = ""
    type: Annotated[Words | None, Field(description="Loại văn bản, có dấu hay không.")] = None
    issuer: Annotated[Words | None, Field(description="Cơ quan ban hành, tên đầy đủ.")] = None
    agency: Annotated[Words | None, Field(description="Có giao việc cho cơ quan này.")] = None
    topic: Annotated[Words | None, Field(description="Thuộc lĩnh vực này, theo mã như trong “facets”.")] = None
    first: Annotated[Day | None, Field(alias="from", description="Ban hành từ ngày này.")] = None
    last: Annotated[Day | None, Field(alias="to", description="Ban hành đến hết ngày này.")] = None
    known_by: Annotated[KnownBy | None, Field(description="Được đưa tin, hay mới chỉ được nhắc đến.")] = None
    page: Annotated[int, Field(ge=1, le=LAST_PAGE, description="Trang kết quả, mỗi trang 10 văn bản.")] = 1

    def said(self) -> dict[str, Any]:
        """What was asked besides the page, as it stands in an address."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"page"})


def search(asked: Query[SearchFilter]) -> SearchAnswer:
    agencies = Agency.objects.meant_by(asked.agency) if asked.agency is not None else []
    if asked.agency is not None and not agencies:
        return search_answer(NOTHING_FOUND, asked.page, asked.said())
    query = SearchQuery(
        words=asked.q,
        type=asked.type,
        issuer=asked.issuer,
        agencies=tuple(agency.id for agency in agencies),
        topic=asked.topic,
        first_day=asked.first,
        last_day=asked.last,
        known_by=Knowledge(asked.known_by) if asked.known_by else None,
        page=asked.page,
    )
    return search_answer(search_documents(query), asked.page, asked.said())


RESOURCES = (
    Resource(
        "search", "/search", search, SearchAnswer, "Tìm kiếm", "Tìm văn bản theo từ ngữ",
        "“marks” là vị trí [đầu, cuối) của từ tìm thấy trong “text”. Gõ đúng số của một văn bản thì “jump” dẫn đến nó.",
    ),
)  # fmt: skip
