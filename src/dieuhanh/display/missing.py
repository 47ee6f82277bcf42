"""What the register does not hold, in plain words."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.display.wording import day, one_line, shortened
from dieuhanh.domain.completeness import Completeness, Range, Series
from dieuhanh.extract.facts import Period

RANGES = 12  # of one series in a line
LINES = 20  # of one kind
HEADLINE = 100  # characters
WEB = ("http://", "https://")


class Missing(msgspec.Struct, frozen=True):
    """One kind of what is missing: how many findings there are, and the first of them, a line each."""

    title: str
    total: int
    lines: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many findings the lines leave out."""
        return self.total - len(self.lines)


def missing(ledger: Completeness, *, public: bool) -> list[Missing]:
    """The kinds in a fixed order. For the public a page that came as a file has no address: where it lay is nobody's business."""
    return [
        _kind("Số văn bản chưa thấy", [_series(series) for series in ledger.series]),
        _kind("Kỳ bản tin chưa có", [_week(publisher, period) for publisher, period in ledger.weeks]),
        _kind(
            "Đầu mục tóm tắt không có tin",
            [f"{_place(lost.address, public)}: {shortened(lost.words, HEADLINE)}" for lost in ledger.headlines],
        ),
        _kind("Viện dẫn chưa rõ văn bản nào", [f"{one_line(c.named)} ({c.mentions} lần)" for c in ledger.citations]),
        _kind("Nguồn lâu chưa tải lại", [_stale(address, since) for address, since in ledger.stale]),
    ]


def _kind(title: str, lines: list[str]) -> Missing:
    return Missing(title, len(lines), tuple(lines[:LINES]))


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


def _week(publisher: str, period: Period) -> str:
    return one_line(f"{publisher}: từ ngày {day(period.start)} đến ngày {day(period.end)}")


def _place(address: str, public: bool) -> str:
    return "trang đưa vào bằng tệp" if public and not address.startswith(WEB) else one_line(address)


def _stale(address: str, since: dt.date) -> str:
    return f"{one_line(address)}: lần cuối ngày {day(since)}"
