"""What a person should look at in a digest, each with a stable code and a sentence in Vietnamese.

Codes: no-title, no-item, lead-without-item, period-year, instrument-outside-period.
"""

from __future__ import annotations

from collections.abc import Iterator

from dieuhanh.domain.period import within
from dieuhanh.extract.facts import Digest, Document, Period, Span, Warning  # noqa: A004  the contract's word


def find_warnings(digest: Digest, titled: Period | None) -> Iterator[Warning]:
    """All warnings in the order of the page; `titled` is the period as the title words it."""
    if digest.title is None:
        yield Warning("no-title", "Không tìm thấy tiêu đề bản tin trên trang.", None)
    elif titled != digest.period and titled is not None and digest.period is not None:
        yield Warning(
            "period-year",
            f"Tiêu đề ghi năm {titled.end.year}, hầu hết văn bản lại ban hành năm {digest.period.end.year}; đã sửa lại thời gian.",
            _span(digest.text, digest.title),
        )
    if not digest.items:
        yield Warning("no-item", "Trang không có nội dung chỉ đạo, điều hành nào.", None)
    announced = {item.lead_index for item in digest.items}
    for k, headline in enumerate(digest.lead):
        if k not in announced:
            message = "Phần tóm tắt nêu nội dung này nhưng trang không có mục tương ứng."
            yield Warning("lead-without-item", message, _span(digest.text, headline))
    for item in digest.items:
        for document in item.instruments:
            if digest.period is not None and document.date is not None and not within(digest.period, document.date):
                yield _outside(document)


def _outside(document: Document) -> Warning:
    day = f"{document.date:%d/%m/%Y}" if document.date else ""
    return Warning(
        "instrument-outside-period",
        f"Văn bản {document.number or document.title} ngày {day} nằm ngoài thời gian của bản tin.",
        document.span,
    )


def _span(text: str, words: str) -> Span | None:
    start = text.find(words)
    return (start, start + len(words)) if start >= 0 else None
