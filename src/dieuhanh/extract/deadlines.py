"""Limits for doing something: "trước ngày 31/3/2024", "chậm nhất …", "định kỳ hằng tháng", "trước Tết Nguyên đán".

Reads: canonical text, an item's paragraphs and orders.  Writes: Deadline, as written; a day without a year stays unresolved.
No limits are: a day of effect, the horizon of a target, an anniversary, "kịp thời", "thường xuyên", "ngay sau …".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from dieuhanh.extract.facts import Assignment, Bound, Deadline, Recurrence, Span
from dieuhanh.extract.patterns import DATE, calendar_day

_SHORT_DATE = r"(?P<day>\d{1,2})(?:[/.-]|\ tháng\ )(?P<month>\d{1,2})(?![/.-]?\d)(?!\ năm)"
_HOUR = r"(?:\d{1,2}\s?(?:giờ|h)\s?(?:\d{1,2}\s?(?:phút|')?)?\s?,?\s?)?"
_EVERY = r"(?:hằng|hàng|mỗi)\ (?P<every>ngày|tuần|tháng|quý|năm)"
_WINDOW = re.compile(rf"(?:[Tt]hời\ (?:gian|hạn)[^.;:]{{0,60}}?:?\s)?(?P<words>từ\s(?:ngày\s)?\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?\s?(?:đến|-|–)\s?(?:hết\s)?(?:ngày\s)?{DATE})", re.VERBOSE)
_BEFORE = re.compile(rf"(?:xong\s)?trước\s{_HOUR}(?:ngày\s)(?:{DATE})", re.VERBOSE | re.I)
_BEFORE_SHORT = re.compile(rf"(?:xong\s)?trước\s{_HOUR}ngày\s{_SHORT_DATE}", re.VERBOSE | re.I)
_BY = re.compile(rf"(?:(?:chậm|muộn)\ nhất\s(?:là\s|vào\s|đến\s|trước\s|trong\s)?{_HOUR}(?:hết\s)?(?:ngày\s)?|(?:đến|trong|xong)?\s?hết\ ngày\s|(?<=xong\ )trong\ ngày\s|(?:đến|xong)\ ngày\s){DATE}", re.VERBOSE | re.I)
_BY_SHORT = re.compile(rf"(?:(?:chậm|muộn)\ nhất\s(?:là\s|vào\s|đến\s|trước\s)?{_HOUR}(?:hết\s)?(?:ngày\s)?|(?:đến|trong)?\s?hết\ ngày\s){_SHORT_DATE}", re.VERBOSE | re.I)
_ON = re.compile(rf"(?:dự\ kiến\s)?(?:tổ\ chức\s)?vào\ ngày\s{DATE}", re.VERBOSE | re.I)
_DAY_EVERY = re.compile(rf"(?P<bound>trước|vào|chậm\ nhất(?:\ là|\ vào)?)\sngày\s(?:mùng\s)?\d{{1,2}}\s(?:của\s)?{_EVERY}", re.VERBOSE | re.I)
_EVERY_ALONE = re.compile(rf"(?P<periodic>định\ kỳ\s)?(?:\d\ tháng,?\s(?:và\s)?)?{_EVERY}\b", re.VERBOSE | re.I)
_IN_YEAR = re.compile(r"(?:trong|hết|xong\ trong|đến\ hết|cuối)\snăm\s(?P<year>20\d\d)\b", re.VERBOSE | re.I)
_IN_MONTH = re.compile(r"(?P<how>trong|trước|hết|đến\ hết|cuối|xong\ trong|chậm\ nhất\ trong|chậm\ nhất\ là)\s(?:cuối\s)?tháng\s(?P<month>\d{1,2})(?:\s?/\s?|\ năm\ )(?P<year>20\d\d)", re.VERBOSE | re.I)
_IN_QUARTER = re.compile(r"(?P<how>trong|trước|hết|đến\ hết|cuối|xong\ trong|chậm\ nhất\ trong)\s(?:cuối\s)?quý\s(?P<quarter>I{1,3}|IV|[1-4])(?:\s?/\s?|\ năm\ |,\ năm\ )(?P<year>20\d\d)", re.VERBOSE | re.I)
_EVENT = re.compile(
    r"""(?<!dịp\ )(?<!dịp\ Tết\ )trước\s(?!,)
    (?: Tết(?:\ Nguyên\ đán)?(?:\ (?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\ (?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))?(?:\ năm)?(?:\ 20\d\d)?(?!\ (?:và|sau))
      | (?:mùa|vụ)\ (?:mưa(?:\ (?:lũ|bão))?|bão|khô|Xuân|Đông)(?:,\ (?:lũ|bão))?(?:\ năm\ 20\d\d)?
      | (?:kỳ\ họp|năm\ học|kỳ\ nghỉ|khai\ giảng)(?:\ [^,.;]{1,60})? )""",
    re.VERBOSE,
)
_WITHIN = re.compile(r"(?:trong\ (?:vòng|thời\ hạn|thời\ gian)|chậm\ nhất(?:\ là)?|không\ quá)\s(?P<count>\d{1,3})\s(?:ngày(?:\ làm\ việc)?|tháng|giờ)(?:,?\ (?:kể\ từ|sau|tính\ từ)(?:\ khi|\ ngày)?[^,.;]{0,80})?", re.VERBOSE | re.I)
_FINISHES = re.compile(r"\b(?:hoàn thành|hoàn thiện|xong|kết thúc|thời hạn|thời gian (?:hoàn thành|thực hiện)|dứt điểm|chấm dứt|đưa vào (?:sử dụng|vận hành|hoạt động))\b", re.I)
_DELIVERS = re.compile(r"\b(?:báo cáo|trình|ban hành|gửi|nộp|phê duyệt|khắc phục|giải ngân|thanh toán|bàn giao|công bố|khởi công)\b", re.I)
_EFFECT = re.compile(r"(?:hiệu lực|kỷ niệm|nhiệm kỳ|giai đoạn|sinh|có giá trị)[^.;]{0,60}$", re.I)
_NOUN_BEFORE = re.compile(r"(?:kế hoạch|chương trình|báo cáo|dự toán|công tác|nhiệm vụ|danh mục|hoạt động|thường xuyên|nghèo|thường niên|ngân sách|phiên họp|giao ban|chỉ tiêu|kinh phí|xếp loại|vốn|đánh giá|tết|ngày|dịp|diễn ra)\s$", re.I)
_EVERY_IS: dict[str, Recurrence] = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def find_deadlines(text: str, paragraphs: list[Span], orders: list[Assignment], issued_on: dt.date | None) -> list[Deadline]:
    """All limits of an item in reading order, each bound to the order whose words hold it."""
    found: list[Deadline] = []
    for paragraph in paragraphs:
        taken: list[Span] = []
        for due, bound, recurrence, span in sorted(_read(text, paragraph, orders), key=lambda r: (r[3][0], -r[3][1])):
            if any(s < span[1] and span[0] < e for s, e in taken) or (due and issued_on and due < issued_on):
                continue
            taken.append(span)
            found.append(Deadline(due, bound, recurrence, text[slice(*span)], _order_at(orders, span[0]), span))
    return found


_Reading = tuple[dt.date | None, Bound, Recurrence | None, Span]


def _read(text: str, paragraph: Span, orders: list[Assignment]) -> Iterator[_Reading]:
    start, end = paragraph
    yield from _dated(text, start, end)
    for m in _DAY_EVERY.finditer(text, start, end):
        bound: Bound = "before" if m["bound"].lower() == "trước" else "by"
        yield None, bound, _EVERY_IS[m["every"].lower()], m.span()
    for m in _EVENT.finditer(text, start, end):
        yield None, "before", None, m.span()
    for m in _EVERY_ALONE.finditer(text, start, end):
        if _order_at(orders, m.start()) is not None and _is_adverb(text, start, m):
            yield None, "by", _EVERY_IS[m["every"].lower()], m.span()
    for m in _WITHIN.finditer(text, start, end):
        if _order_at(orders, m.start()) is not None:
            yield None, "by", None, (m.start(), m.start() + len(m.group().rstrip()))
    yield from _in_time(text, start, end, orders)


def _dated(text: str, start: int, end: int) -> Iterator[_Reading]:
    for m in _WINDOW.finditer(text, start, end):
        if not _EFFECT.search(text, start, m.start()):
            yield calendar_day(m), "by", None, m.span("words")
    pairs: tuple[tuple[re.Pattern[str], Bound], ...] = ((_BEFORE, "before"), (_BY, "by"))
    for pattern, bound in pairs:
        for m in pattern.finditer(text, start, end):
            day = calendar_day(m)
            if day is not None and not _EFFECT.search(text, max(start, m.start() - 80), m.start()):
                yield day, bound, None, _trimmed(text, m)
    short: tuple[tuple[re.Pattern[str], Bound], ...] = ((_BEFORE_SHORT, "before"), (_BY_SHORT, "by"))
    for pattern, bound in short:
        for m in pattern.finditer(text, start, end):
            yield None, bound, None, _trimmed(text, m)


def _trimmed(text: str, m: re.Match[str]) -> Span:
    return m.start() + (text[m.start()] == " "), m.end()


def _in_time(text: str, start: int, end: int, orders: list[Assignment]) -> Iterator[_Reading]:
    for m in _IN_YEAR.finditer(text, start, end):
        if _finishes(text, start, m.start(), orders):
            yield dt.date(int(m["year"]), 12, 31), "by", None, m.span()
    for m in _IN_MONTH.finditer(text, start, end):
        year, month = int(m["year"]), int(m["month"])
        if 1 <= month <= 12 and _finishes(text, start, m.start(), orders):
            if m["how"].lower() == "trước":
                yield dt.date(year, month, 1), "before", None, m.span()
            else:
                yield dt.date(year, month, calendar.monthrange(year, month)[1]), "by", None, m.span()
    for m in _IN_QUARTER.finditer(text, start, end):
        if _finishes(text, start, m.start(), orders):
            last = 3 * _QUARTERS[m["quarter"].upper()]
            year = int(m["year"])
            if m["how"].lower() == "trước":
                yield dt.date(year, last - 2, 1), "before", None, m.span()
            else:
                yield dt.date(year, last, calendar.monthrange(year, last)[1]), "by", None, m.span()


def _finishes(text: str, start: int, position: int, orders: list[Assignment]) -> bool:
    """Whether the clause before "trong năm 2024" says that something is to be finished (in an order: also delivered), not only when it happens."""
    clause = max(text.rfind(";", start, position), text.rfind(". ", start, position), start)
    if _order_at(orders, position) is not None and _DELIVERS.search(text, max(clause, position - 160), position):
        return True
    return _FINISHES.search(text, max(clause, position - 160), position) is not None


def _is_adverb(text: str, start: int, m: re.Match[str]) -> bool:
    """"hằng tháng báo cáo …" limits a verb; "kế hoạch hằng năm" only names a plan."""
    return m["periodic"] is not None or not _NOUN_BEFORE.search(text, max(start, m.start() - 24), m.start())


def _order_at(orders: list[Assignment], position: int) -> int | None:
    return next((k for k, order in enumerate(orders) if order.span[0] <= position < order.span[1]), None)
