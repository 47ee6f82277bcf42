"""What parameters may say: their types, with the bounds that the OpenAPI document shows and that are checked."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from dieuhanh.api.cursors import LAST_ID
from dieuhanh.apps.documents.addresses import day_of

MOST_ROWS = 100
USUAL_ROWS = 20
LONGEST = 200  # characters of words, names and numbers


def _day(typed: Any) -> Any:
    """Only YYYY-MM-DD: pydantic alone would take 0 for 1970."""
    if not isinstance(typed, str):
        return typed
    try:
        return day_of(typed)
    except ValueError as error:
        raise PydanticCustomError("day", "no day") from error


Day = Annotated[dt.date, BeforeValidator(_day)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, pattern=r"^[^\u0000]+$")]  # PostgreSQL takes no NUL
Part = Annotated[str, StringConstraints(max_length=LONGEST, pattern=r"^[a-z0-9_-]+$")]  # of an address
Id = Annotated[int, Field(ge=1, le=LAST_ID)]


class Paging(BaseModel):
    """What every list takes; a list adds its filters."""

    model_config = ConfigDict(populate_by_name=True)

    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="Số dòng nhiều nhất trong một trang.")] = USUAL_ROWS
    cursor: Annotated[
        str | None,
        Field(description="Chỗ đọc tiếp, lấy nguyên văn từ “next” của trang trước.", json_schema_extra={"format": "cursor"}),
    ] = None

    def said(self) -> dict[str, Any]:
        """What was asked besides the place to go on from, as it stands in an address."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"cursor"})
