"""What is asked: words and filters."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.documents.models import Knowledge

PAGE_SIZE = 10
LAST_PAGE = 500  # nobody reads on; each page costs the index as much as all before it


class SearchQuery(msgspec.Struct, frozen=True):
    """Words as a person types them, and what the documents found must be; no words: all such documents, newest first.

    Words stand anywhere in a document, "words in quotes" next to one another. Whatever is typed is only words, never an error.
    Raises ValueError where `page` is not 1 to LAST_PAGE.
    """

    words: str = ""
    type: str | None = None  # as on documents ("Quyết định"), whatever the case and with or without accents
    issuer: str | None = None  # canonical name ("UBND tỉnh"), likewise
    agencies: tuple[int, ...] = ()  # ids of `Agency`: at least one of them is concerned by what the document orders
    topic: str | None = None  # its code ("y-te")
    first_day: dt.date | None = None  # both days included; documents without a day are left out where one is set
    last_day: dt.date | None = None
    known_by: Knowledge | None = None  # reported in a digest, or only cited
    newest_first: bool = False  # instead of what answers best
    page: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.page <= LAST_PAGE:
            raise ValueError(f"a page is 1 to {LAST_PAGE}")
