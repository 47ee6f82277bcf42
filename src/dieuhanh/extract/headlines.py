"""Which paragraphs are headlines of items.

Reads: paragraphs below the title, the summary list.  Writes: index of each headline and of the list's piece that announces it.
A headline is found by the list that announces it, word for word, then nearly so; then by layout: a short paragraph without closing
stop above one that reports a document of its own or says the headline's words again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dieuhanh.extract.facts import Span
from dieuhanh.extract.leads import BRACKETED, LIST_MARK, LONGEST_HEADING, OPENER, Lead, Paragraphs, comparing_form
from dieuhanh.extract.patterns import ALL_ABOVE_IN
from dieuhanh.text import fold

_WORD = re.compile(r"\w+")
_TEXT_ENDS = (".", ";", ":", ",", "…", "!", "?", "/", ".”", '."', ".)")
_KIND = r"(?:[A-ZĐ]\w+\s(?:\w+\s){0,3}?)"
_SYMBOL = r"\d+\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][\w&]*\s?[-–/]?\s?[A-ZĐ]?"
_REPORTS = re.compile(
    rf"""
    \(\s?{_KIND}?(?:số\s?:?\s?)?(?!\d+\s?/\s?\d{{4}}\s?/\s?(?:NĐ|TT|QH)){_SYMBOL}  # (Công văn số 12/UBND-KT …), (số 12/VP-KT …)
    | (?:ban\ hành|ký|có|ra|gửi|tại)\s(?:các\s)?{_KIND}số\s?:?\s?{_SYMBOL}[^.;]{{0,40}}?
      \b(?:về|quy\ định|phê\ duyệt|công\ nhận|kết\ luận|chỉ\ đạo|yêu\ cầu)\b
    | (?:ban\ hành|ký)\s(?:các\s)?{_KIND}số\s?:?\s?{_SYMBOL}
    | (?:Theo|Tại|Bằng)\s{_KIND}số\s?:?\s?{_SYMBOL}[^.;,]{{0,40}}?\scủa\s(?:Chủ\ tịch\s)?UBND\ tỉnh,  # opening, what it tells of
    """,
    re.VERBOSE,
)
_REPORTER = re.compile(
    r"(?:UBND|[ỦU][yỷ] ban|HĐND|Hội đồng|Chủ tịch|Phó Chủ tịch|Đồng chí|Văn phòng|Ngày \d|(?:Sáng|Chiều|Trong)\b"
    r"|Ban Chỉ đạo|Ban Tổ chức|Thủ tướng|Chính phủ)"
)
_LATER = re.compile(ALL_ABOVE_IN + _KIND + r"số\s?:?\s?\d", re.I)
# A line that names whom the paragraphs below address, or what part of a plan they are.
_SUBHEADING = re.compile(
    r"""
    (?: Sở | Các | Công\ an | Bộ | Cục | Chi\ cục | Thanh\ tra | Văn\ phòng | UBND | [ỦU][yỷ]\ ban | Ban\ (?!hành)
      | Hội\ (?!nghị|thảo|đàm|chợ|thi|diễn) | Liên\ (?:đoàn|minh) | Tỉnh\ (?:đoàn|ủy) | Báo\ (?!cáo) | Đài | Kho\ bạc | Ngân\ hàng
      | Bảo\ hiểm | Viện | T[oò][àa]\ án | Trung\ tâm | Công\ ty | Trường | Thủ\ trưởng | Chủ\ tịch | Giám\ đốc | Đề\ nghị | Đối\ với
      | Về\ (?!việc) | Người\ đứng\ đầu | Lãnh\ đạo | Đơn\ vị | Cơ\ quan | Nhà\ đầu\ tư | Mục\ (?:tiêu|đích) | Nhiệm\ vụ | Nội\ dung
      | Giải\ pháp | Yêu\ cầu | Quan\ điểm | Tổ\ chức\ thực\ hiện | Một\ số | Kinh\ phí | Thời\ gian | Địa\ điểm | Đối\ tượng
      | Phạm\ vi | Thành\ phần | Nơi\ nhận | Kính\ gửi | Phụ\ lục )\b
    """,
    re.VERBOSE,
)
_ACTS = re.compile(
    r"\b(?:chỉ đạo|ban hành|họp|yêu cầu|phê duyệt|quyết định|công bố|công nhận|giao|tăng cường|triển khai|thực hiện|chấn chỉnh|đôn đốc"
    r"|thành lập|kiện toàn|làm việc|kiểm tra|tổ chức|đẩy mạnh|hỗ trợ|phát động|thông báo|chấp thuận|thống nhất|có ý kiến|tiếp)\b"
)
_CAPTION = re.compile(r"(?:Ảnh|Nguồn|Hình|Tin|Video|Clip|Quang cảnh|Toàn cảnh)\b|.*\||.*\b(?:ảnh|Ảnh):", re.I)
_NEARLY = 0.75  # share of words that a headline and its announcement have in common; the worst true pair seen has 0.83
_LOOSELY = 0.55  # the same for a paragraph that is a headline by layout
_AGAIN = 0.7  # share of a headline's words that the next paragraph says again
_LEFT = 60  # announcements that are compared with every paragraph; a real list has no more than 30
_RUN = 3  # lines of a run without closing stop that are looked at from either end; longer ones are tables
_COMPARED = 24  # characters by which the beginning of a text is looked up
_LONG_ENOUGH = 30  # characters of an announcement that may be looked for at the beginning of a text
_TOLD = 700  # characters of a paragraph in which it says what document it reports


def announced(page: Paragraphs, lead: Lead) -> dict[int, int | None]:
    """Paragraphs that the summary list announces → index of their piece; exact words first, then near words."""
    found: dict[int, int | None] = {}
    waiting: dict[str, list[int]] = {}
    for i, (start, end) in enumerate(lead.pieces):
        waiting.setdefault(comparing_form(page.text[start:end]), []).append(i)
    for k in range(lead.after, len(page.keys)):
        key = page.keys[k]
        if key is not None and (indices := waiting.get(key)):
            found[k] = indices.pop(0)
    left = [i for indices in waiting.values() for i in indices][:_LEFT]
    if left:
        _nearly_announced(page, lead, left, found)
    return found


def _nearly_announced(page: Paragraphs, lead: Lead, left: list[int], found: dict[int, int | None]) -> None:
    """Add headlines that differ from their announcement in a few words."""
    words = {i: _words(comparing_form(page.text[slice(*lead.pieces[i])])) for i in left}
    announcing: dict[str, list[int]] = {}
    for i, there in words.items():
        for word in there:
            announcing.setdefault(word, []).append(i)
    for k in range(lead.after, len(page.spans)):
        if k in found or not may_be_headline(page, k):
            continue
        here = _words(page.keys[k] or "")
        shared = Counter(i for word in here for i in announcing.get(word, ()) if i in words)
        best, likeness = None, 0.0
        for i, both in shared.items():
            if 2 * both >= min(len(here), len(words[i])) and (share := _likeness(here, words[i])) > likeness:
                best, likeness = i, share
        if best is not None and likeness >= _NEARLY:
            found[k] = best
            del words[best]


def _words(key: str) -> Counter[str]:
    return Counter(_WORD.findall(key))


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """Share of the longer's words that both have; where one only says less, of the shorter's, a little lowered."""
    both = sum((a & b).values())
    fewer, more = sorted((sum(a.values()), sum(b.values())))
    if not both:
        return 0.0
    contained = both / fewer if fewer >= 6 and both >= 0.9 * fewer and next(iter(a)) == next(iter(b)) else 0.0
    return max(both / more, 0.8 * contained)


def unannounced(page: Paragraphs, after: int, known: dict[int, int | None]) -> list[int]:
    """Headlines that no list announces, by the paragraphs around them.

    More freely on a page whose list announces none; where that finds nothing either, also lines with a number or a stop ("1. Chỉ đạo ….").
    """
    found = _above_texts(page, after, known, freely=not known, loosely=False)
    return found if found or known else _above_texts(page, after, known, freely=False, loosely=True)


def announced_loosely(page: Paragraphs, lead: Lead, known: dict[int, int | None], found: list[int]) -> dict[int, int | None]:
    """Headlines found by layout → index of the piece that announces them in other words, each piece once; None where none does."""
    taken = set(known.values())
    left = {i: _words(comparing_form(page.text[slice(*lead.pieces[i])])) for i in range(len(lead.pieces)) if i not in taken}
    linked: dict[int, int | None] = {}
    for k in found:
        here = _words(page.keys[k] or "")
        best = max(list(left)[:_LEFT], key=lambda i: _likeness(here, left[i]), default=None)
        linked[k] = None
        if best is not None and _likeness(here, left[best]) >= _LOOSELY:
            linked[k] = best
            del left[best]
    return linked


def _above_texts(page: Paragraphs, after: int, known: dict[int, int | None], *, freely: bool, loosely: bool) -> list[int]:
    found = []
    for lines, body in _runs(page, after, known, loosely=loosely):
        best = _headline_of(page, lines, body, freely=freely, surely=loosely or len(lines) > _RUN)
        if best is not None:
            found.append(best)
    return found


def _runs(page: Paragraphs, after: int, known: dict[int, int | None], *, loosely: bool) -> Iterator[tuple[list[int], int]]:
    """Lines that may be headlines and stand together above a text, the first and last of them, and the text."""
    k = after
    count = len(page.spans)
    while k < count:
        run = k
        while k < count and k not in known and may_be_headline(page, k, loosely=loosely):
            k += 1
        if run < k < count and k not in known and run - 1 not in known and _is_text(page, k):
            lines = range(run, k)
            yield [*lines[:_RUN], *lines[max(_RUN, len(lines) - _RUN) :]], k
        k = max(k, run + 1)


def _headline_of(page: Paragraphs, lines: list[int], body: int, *, freely: bool, surely: bool) -> int | None:
    """The line above a paragraph that is its headline: the one whose words it says most, if it reports something.

    `freely`: on the word of who reports alone; `surely`: only if the text says the line's words again and names its document.
    """
    lines = [k for k in lines if not _is_subheading(page, k)]
    if not lines:
        return None
    shares = {k: _share(page, k, body) for k in lines}
    best = max(lines, key=lambda k: shares[k])
    best = next(k for k in reversed(lines) if page.keys[k] == page.keys[best])  # said twice: the last stands above the text
    start, end = page.spans[body]
    reports = _REPORTS.search(page.text, start, min(end, start + _TOLD)) is not None
    if surely:
        return best if reports and shares[best] >= _AGAIN else None
    told = _REPORTER.match(page.text, start, end) is not None
    fits = shares[best] >= _AGAIN / 2 or OPENER.match(page.text, *page.spans[best]) is not None
    if reports:
        return best if fits or len(lines) == 1 else None
    if shares[best] >= _AGAIN and told:
        return best
    return best if fits and len(lines) <= _RUN - 1 and ((freely and told) or _reported_later(page, body)) else None


def _reported_later(page: Paragraphs, body: int) -> bool:
    """Whether the paragraphs below say at their end where the item was issued: "Nội dung trên … tại Kế hoạch số …"."""
    for k in range(body, min(body + 12, len(page.spans))):
        if may_be_headline(page, k):
            return False
        if page.text.find(" tại ", *page.spans[k]) < 0:
            continue
        if _LATER.search(page.text, *page.spans[k]) is not None:
            return True
    return False


def _share(page: Paragraphs, k: int, body: int) -> float:
    """Share of a line's words that the opening of a paragraph says again."""
    words = set(_WORD.findall(page.keys[k] or ""))
    start, end = page.spans[body]
    opening = fold(page.text[start : min(end, start + 2 * len(page.keys[k] or "") + 160)])
    return len(words.intersection(_WORD.findall(opening))) / max(len(words), 1)


def may_be_headline(page: Paragraphs, k: int, *, loosely: bool = False) -> bool:
    """Whether a paragraph is as short as a headline, has no closing stop, is no entry of a list and reports no document in brackets.

    `loosely` allows a closing full stop and a number before it.
    """
    start, end = page.spans[k]
    text = page.text
    if not 12 <= end - start <= LONGEST_HEADING or (text.endswith(_TEXT_ENDS, start, end) and not (loosely and text[end - 1] == ".")):
        return False
    mark = LIST_MARK.match(text, start, end)
    if mark is not None and not (loosely and text[start].isdigit()):
        return False
    return text.find("(", start, end) < 0 or BRACKETED.search(text, start, end) is None


def _is_text(page: Paragraphs, k: int) -> bool:
    start, end = page.spans[k]
    return end - start > 60 and LIST_MARK.match(page.text, start, end) is None


def _is_subheading(page: Paragraphs, k: int) -> bool:
    text = page.text
    start, end = page.spans[k]
    mark = LIST_MARK.match(text, start, end)
    start = mark.end() if mark else start
    return (_SUBHEADING.match(text, start, end) is not None and _ACTS.search(text, start, end) is None) or _CAPTION.match(
        text, start, end
    ) is not None


def glued(page: Paragraphs, lead: Lead, known: dict[int, int | None]) -> dict[int, tuple[Span, int]]:
    """Paragraphs that begin with an announced headline and go on with the item's text → the headline's place, its piece."""
    taken = set(known.values())
    left = {i: comparing_form(page.text[slice(*lead.pieces[i])]) for i in range(len(lead.pieces)) if i not in taken}
    openings = {_opening(key): i for i, key in list(left.items())[:_LEFT] if len(key) >= _LONG_ENOUGH}
    found: dict[int, tuple[Span, int]] = {}
    if not openings:
        return found
    for k in range(lead.after, len(page.spans)):
        start, end = page.spans[k]
        i = openings.get(_opening(page.text[start : start + _COMPARED]))
        if i is None or k in known or end - start < len(left[i]) + 60 or may_be_headline(page, k):
            continue
        cut = start + len(left[i])
        rest = page.text[cut:end].lstrip(" .:-–")
        if comparing_form(page.text[start:cut]) == left[i] and _REPORTER.match(rest) and not page.text[cut].isalnum():
            found[k] = ((start, cut), i)
            del openings[_opening(left[i])]
    return found


def _opening(words: str) -> str:
    return comparing_form(words[:_COMPARED])
