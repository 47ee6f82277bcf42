"""Pages written for a test: a digest of a week with the items that it needs."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actors import Operator
from dieuhanh.apps.documents.actions import Registration, register_pages
from dieuhanh.apps.documents.reading import ReadPage, read_page

TESTER = Operator("người thử")
NOW = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)

LETTER = "UBND tỉnh ban hành Công văn số 512/UBND-KT ngày 07/5/2024 về việc nạo vét mương máng trước vụ mùa."
ORDER = "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí, báo cáo UBND tỉnh trước ngày 31/5/2024."


def digest_text(*items: str, week: str = "từ ngày 06/5 đến ngày 12/5/2024") -> str:
    """A digest of that week; each item is its paragraphs, the first of them its headline."""
    return f"Chỉ đạo, điều hành nổi bật của UBND tỉnh Lạng Sơn trong tuần ({week})\n\n" + "\n\n".join(items) + "\n"


def item(headline: str, *paragraphs: str) -> str:
    return "\n\n".join([headline, *paragraphs])


def page(text: str, address: str = "https://langson.gov.vn/tuan-19") -> ReadPage:
    return read_page(address, text.encode())


def register(*pages: ReadPage, at: dt.datetime = NOW) -> list[Registration]:
    """As a load does it, one batch."""
    return register_pages(pages, actor=TESTER, at=at)
