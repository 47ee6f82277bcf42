"""The ledger: what the register does not hold."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.review.completeness import FRESH_DAYS, ledger, number_series
from dieuhanh.cli.check import completeness_lines
from dieuhanh.domain.completeness import Series
from dieuhanh.extract.facts import Period
from tests.apps.agencies.known import know_agencies
from tests.apps.documents.test_resolution import UNDATED, citing
from tests.apps.documents.test_resolution import week as week_of
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register
from tests.apps.review.test_doubts import URL, two_candidates

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
HOSTILE = "'; DROP TABLE x; -- {{ 7*7 }} %s <script>\x1b[31m"


@pytest.fixture(autouse=True)
def _agencies() -> None:
    know_agencies()


def letters(*numbers: str, week: str = "từ ngày 06/5 đến ngày 12/5/2024", address: str = URL) -> None:
    for k, number in enumerate(numbers):
        text = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER.replace("512/UBND-KT", number), ORDER), week=week)
        register(page(text, f"{address}/{k}"))


def test_numbers_that_were_never_seen() -> None:
    letters("512/UBND-KT", "514/UBND-NC", "517/UBND-KT")
    assert list(number_series()) == [Series("UBND tỉnh", "Công văn", False, 2024, 512, 517, 3, ((513, 513), (515, 516)))]
    letters("513/UBND-KT", "515/UBND-KT", "516/UBND-KT", address=f"{URL}/2")
    assert ledger(TODAY).series == []


def test_a_series_that_is_only_cited_tells_nothing() -> None:
    cited = "Quyết định số {}/QĐ-TTg ngày 05/02/2024 của Thủ tướng Chính phủ"
    letters("512/UBND-KT")
    register(week_of(2024, citing(f"{cited.format(3)} và {cited.format(90)}"), address="b"))
    assert {series.issuer for series in number_series()} == {"UBND tỉnh", "Văn phòng UBND tỉnh"}


def test_decisions_with_the_year_in_their_number_count_by_themselves() -> None:
    letters(*(f"{number}/QĐ-UBND" for number in ("04/2024", "06/2024", "900")))
    assert [(s.with_year, s.first, s.last, s.gaps) for s in number_series()] == [(False, 900, 900, ()), (True, 4, 6, ((5, 5),))]


def test_weeks_without_a_digest() -> None:
    letters("512/UBND-KT")
    letters("600/UBND-KT", week="từ ngày 20/5 đến ngày 26/5/2024", address=f"{URL}/2")
    assert ledger(TODAY).weeks == [("UBND tỉnh Lạng Sơn", Period(dt.date(2024, 5, 13), dt.date(2024, 5, 19)))]


def test_sources_of_the_web_grow_old_and_files_do_not() -> None:
    letters("512/UBND-KT")
    letters("513/UBND-KT", address="file:///srv/a.txt")
    assert ledger(TODAY + dt.timedelta(days=FRESH_DAYS)).stale == []
    assert ledger(TODAY + dt.timedelta(days=FRESH_DAYS + 1)).stale == [(f"{URL}/0", TODAY)]


def test_open_citations_are_counted() -> None:
    two_candidates()
    register(week_of(2024, citing(f"nội dung {UNDATED}"), address="c"))
    assert [(c.named, c.mentions) for c in ledger(TODAY).citations] == [("45/ubnd-kt ubnd tỉnh 2024", 2)]


def test_an_empty_register_lacks_nothing() -> None:
    lines = list(completeness_lines(ledger(TODAY)))
    assert lines == [
        "Sổ theo dõi đầy đủ, ngày 02/3/2026:",
        "Số văn bản chưa thấy: không.",
        "Kỳ bản tin chưa có: không.",
        "Đầu mục tóm tắt không có tin: không.",
        "Viện dẫn chưa rõ văn bản nào: không.",
        "Nguồn lâu chưa tải lại: không.",
    ]


def test_the_lines_are_plain() -> None:
    letters("512/UBND-KT", "514/UBND-KT", address=f"https://langson.gov.vn/{HOSTILE}")
    lines = list(completeness_lines(ledger(TODAY + dt.timedelta(days=90))))
    assert "  UBND tỉnh, Công văn năm 2024: từ số 512 đến số 514 có 2, thiếu 1 (513)" in lines
    assert not any("\x1b" in line or "\n" in line for line in lines)


def test_queries_do_not_grow_with_the_register() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            ledger(TODAY)
        return len(captured)

    letters("512/UBND-KT")
    few = queries()
    for n in range(3):
        letters(f"{700 + 2 * n}/UBND-KT", address=f"{URL}/{n}")
    assert queries() == few
