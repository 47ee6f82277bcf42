"""What a figure counts, in the page's words: "tỷ lệ lấp đầy đạt 60%", "trên 60% hợp tác xã xếp loại khá", "1.000 lượt khách quốc tế".

Reads: a sentence with its figures and horizons.  Writes: the subject of one figure, and the span of the words that say both.
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Span
from dieuhanh.extract.figures import SHARES, Figure
from dieuhanh.extract.horizons import Horizon

_TAIL = re.compile(
    r"""
    [.;:](?:\s|$) | \s\( | \s(?:trên\stổng|so\svới|(?:đến|vào)\s(?:hết\s|cuối\s)?năm|đều
      |trước\sngày|trong\s(?:năm|quý|tháng)|trở\slên|trở\sxuống)\b
    | ,\s(?=(?:hoàn\sthành|báo\scáo|gửi|bảo\sđảm|đảm\sbảo|bàn\sgiao|trong\sđó|góp\sphần|không|đạt|tăng|giảm|chiếm|phát\shiện|vui)\b)
    """,
    re.VERBOSE,
)
# No part ends between two figures of one list: "dịch vụ công trực tuyến mức độ 3, 4".
_PARTS = re.compile(r"(?:(?<!\d),|,(?! \d)|[;:]) ")
_JOINTS = re.compile(r"(?:(?<!\d),|,(?! \d)) | và ")
_LINKS = frozenset(("đạt", "chiếm", "là", "còn", "tăng", "giảm", "xuống", "lên", "vượt"))  # between a subject and its figure
_COMPARING = _LINKS | {
    *("khoảng", "trên", "tối", "thiểu", "thiếu", "ít", "nhất", "từ", "gần", "dưới", "không", "quá", "hơn", "đa"),
    *("thêm", "được", "mới", "cho", "có", "và"),
}
_PAIRS = (["trở", "lên"], ["trở", "xuống"], ["cắt", "giảm"], ["tinh", "giảm"])  # words that go together
_LEADING = re.compile(
    r"(?:.*\sphấn đấu\s)?(?:(?:phấn đấu|mục tiêu|riêng|trong đó|và|toàn tỉnh|dự báo|dự kiến)\s)*"
    r"(?:(?:đưa|nâng|giữ|kéo giảm|bảo đảm|đảm bảo|không để)\s(?=(?:tỷ lệ|tỷ trọng|mức|số|chỉ số)\s))?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\stừ\s\d\S*(?:\s(?!trở\s|tuổi\b)\S+){0,4}$")  # "tăng từ 62% lên 80%": where it starts is no part of what is counted
_REACHING = frozenset(("lên", "xuống", "còn"))
_COUNTED = re.compile(r"(?:số|tổng|lượng|tỷ lệ)\b", re.IGNORECASE)
_MEASURES = re.compile(
    r"(?:.*/.*|(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s)*(?:đồng|USD|ha|tấn|tạ|kg|km|m|m2|m²|m3|m³|cm|điểm|bậc|lần|giờ|phút|ngày|con|MW|kWh|tuổi|năm|lượt))$"
)
_OR_MORE = re.compile(r"\s?trở (?:lên|xuống)\b")
_LONGEST = 400  # characters before a figure in which its subject stands
_OPENING = 16  # characters before a horizon that opens its part: "phấn đấu đến hết …"


def read_counted(
    text: str, sentence: Span, figures: list[Figure], horizons: list[Horizon], figure: Figure, next_at: int
) -> tuple[str, Span]:
    """The subject of a figure, spaces folded, "" where no word says it; the span of figure and subject. The next figure is at `next_at`.

    `sentence` begins where the subject may begin.
    """
    at, unit_end = figure.span
    low = max(sentence[0], at - _LONGEST)
    start = max((m.end() for m in _PARTS.finditer(text, low, at)), default=low)
    while start < at and text[start] == " ":
        start += 1
    unit_end = _after(text, figure)
    stop = _stop(text, unit_end, next_at, sentence[1])
    # "trên 50 người và trên 100 người lao động gián tiếp": what stands before "và" belongs to the figure before
    begins = [_after(text, f) for f in figures if start <= f.span[0] < at and " và " in text[f.span[1] : at]]
    begins += [h.span[1] for h in horizons if start <= h.span[0] < start + _OPENING and h.span[1] <= at]
    begin = max(begins, default=start)
    for h in horizons:  # "60% vào năm 2025 và 70% vào năm 2030": a time told of the figure before, or between "và" and its verb
        if begin <= h.span[0] and h.span[1] <= at and (not text[begin : h.span[0]].strip() or text.endswith(" và ", begin, h.span[0])):
            begin = h.span[1]
    subject = _subject(text[begin:at].split(), figure, " ".join(text[unit_end:stop].split()))
    return subject, (start, stop)


def _after(text: str, figure: Figure) -> int:
    """Where a figure ends with what belongs to it: "60% trở lên"."""
    more = _OR_MORE.match(text, figure.span[1])
    return more.end() if more else figure.span[1]


def _stop(text: str, unit_end: int, next_at: int, end: int) -> int:
    """Where the words behind a figure end that belong to it: at a stop, or at the last comma before the next figure."""
    tail = _TAIL.search(text, unit_end, next_at)
    stop = tail.start() if tail else next_at
    if tail is None and next_at < end:
        stop = max((m.start() for m in _JOINTS.finditer(text, unit_end, next_at)), default=-1)
        if stop < 0:  # the next figure is told of this one: "95% trẻ em từ 12 đến 17 tuổi"
            tail = _TAIL.search(text, next_at, end)
            stop = tail.start() if tail else end
    while stop > unit_end and text[stop - 1] in " .,;/":
        stop -= 1
    return stop


def _subject(words: list[str], figure: Figure, after: str) -> str:
    """What stands before a verb that links it ("tỷ lệ lấp đầy đạt"), else what follows a share, or the noun of a count with its tail."""
    words, dropped = _without_verb(words)
    if dropped & _REACHING and (begun := _FROM.search(" ".join(words))):
        words, _ = _without_verb(begun.string[: begun.start()].split())
    linked, given = bool(dropped & _LINKS), "cho" in dropped
    said = " ".join(words) + " "
    leading = _LEADING.match(said)
    before = said[leading.end() if leading else 0 :].strip(" :,")
    if figure.unit.startswith(SHARES):
        return (before if linked else after) or after or before
    if before and (linked or given or _MEASURES.match(figure.unit) or _COUNTED.match(before)):
        return before
    if _MEASURES.match(figure.unit):
        return after
    return (f"{figure.unit}{after}" if after.startswith(",") else f"{figure.unit} {after}").strip().removeprefix("lượt ")


def _without_verb(words: list[str]) -> tuple[list[str], set[str]]:
    """The words without the verb and the comparison at their end ("đạt trên"), and which these were."""
    dropped = set()
    while words and (words[-1].lower() in _COMPARING or _is_mean(words)) and words[-2:] not in _PAIRS:
        dropped.add(words.pop().lower())
    return words, dropped


def _is_mean(words: list[str]) -> bool:
    """Whether the words end with "tăng bình quân", or what is left of it: the mean belongs to the verb, not to the subject."""
    ending = words[:-1] if words[-1] == "quân" else words
    return len(ending) > 1 and ending[-1] == "bình" and ending[-2] in ("tăng", "giảm")
