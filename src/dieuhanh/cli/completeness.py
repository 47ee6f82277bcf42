"""What the register does not hold, in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.review.completeness import Completeness
from dieuhanh.display.wording import day, one_line, shortened
from dieuhanh.domain.completeness import Range, Series
from dieuhanh.extract.facts import Period

RANGES = 12  # of one series in a line
LINES = 20  # of one kind
HEADLINE = 100


def completeness_lines(ledger: Completeness) -> Iterator[str]:
    """The ledger, a line a finding; of long lists the beginning, and how many more there are."""
    yield f"Sổ theo dõi đầy đủ, ngày {day(ledger.on)}:"
    yield from _part("Số văn bản chưa thấy", [_series(series) for series in ledger.series])
    yield from _part("Kỳ bản tin chưa có", [_week(publisher, period) for publisher, period in ledger.weeks])
    yield from _part(
        "Đầu mục tóm tắt không có tin", [f"{one_line(lost.address)}: {shortened(lost.words, HEADLINE)}" for lost in ledger.headlines]
    )
    yield from _part("Viện dẫn chưa rõ văn bản nào", [f"{one_line(c.named)} ({c.mentions} lần)" for c in ledger.citations])
    yield from _part("Nguồn lâu chưa tải lại", [_stale(address, since) for address, since in ledger.stale])


def _part(title: str, lines: list[str]) -> Iterator[str]:
    yield f"{title}: {len(lines) or 'không'}."
    yield from (f"  {line}" for line in lines[:LINES])
    if len(lines) > LINES:
        yield f"  … và {len(lines) - LINES} dòng nữa"


def _series(series: Series) -> str:
    with_year = ", số có năm" if series.with_year else ""
    ranges = ", ".join(_range(gap) for gap in series.gaps[:RANGES]) + (", …" if len(series.gaps) > RANGES else "")
    return one_line(
        f"{series.issuer}, {series.type} năm {series.year}{with_year}: từ số {series.first} đến số {series.last} "
        f"có {series.seen}, thiếu {series.missing} ({ranges})"
    )


def _range(gap: Range) -> str:
    first, last = gap
    return str(first) if first == last else f"{first}–{last}"


def _week(publisher: str, missing: Period) -> str:
    return one_line(f"{publisher}: từ ngày {day(missing.start)} đến ngày {day(missing.end)}")


def _stale(address: str, since: dt.date) -> str:
    return f"{one_line(address)}: lần cuối ngày {day(since)}"
