"""Mentions of documents: kind, number/symbol, day, issuer, title, provision.

Reads: Anchors.  Writes: Mention, one for each place where a document is named.
Shapes of numbers: standards of NĐ 30/2020 (12/KH-UBND, 12/UBND-KT), legal documents with the year inside (04/2024/QĐ-UBND,
66.22/2026/NQ-CP), the Party's (136-NQ/TU), laws (45/2013/QH13), the old ones (206-CP, 12/CP).
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Span
from dieuhanh.extract.issuers import issuer_before, issuer_of_symbol, issuer_of_words
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.patterns import DATE, calendar_day
from dieuhanh.extract.provisions import find_provision


class Mention(NamedTuple):
    """One place where a document is named; `header` is number to issuer, `span` goes on to the end of its title."""

    type: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    provision: str | None
    span: Span
    header: Span
    code: Span
    named_issuer: bool  # the words name the issuer; else it comes from the symbol


_CODE = re.compile(
    r"""
    (?P<number>\d(?<![\d/.\-]\d)\d{0,5}[a-zA-Z]?(?:\.\d{1,3})?)  # 12, 30c, 66.22; begins with a digit so that the search is quick
    (?: \s?/\s? (?P<year>(?:19|20)\d{2}) )?                 # /2024
    \s?(?P<separator>[/\-–])\s?
    (?P<symbol>
        [A-ZĐ][A-Za-zĐđ&_\d]*                               # QĐ, UBND, NQ, CTr, BNN&PTNT
        (?: \s?[/\-–_]\s?[A-ZĐ][A-Za-zĐđ&\d]* )?            # -UBND; this join may be spaced
        (?: [/\-–][A-ZĐ][A-Za-zĐđ&\d]* ){0,4}               # -ĐCTUBTWMTTQVN
    )
    (?![\w/])
    """,
    re.VERBOSE,
)
_SHORT_CODE = re.compile(r"(?P<number>\d{1,6})(?![\w/.\-])")
_NUMBER_WORD = re.compile(r"\s?(?:số|SỐ|Số)\s?[:.]?\s?")
_DAY_AFTER = re.compile(rf"\s?[,;]?\s?(?:(?:ban\ hành|ký)\s)?(?:ngày|NGÀY|Ngày)\s?{DATE}\d?", re.VERBOSE | re.I)
_DAY_OPENS = re.compile(rf"(?:[Nn]gày)\s{DATE}\s?,", re.VERBOSE)
_ISSUED = re.compile(r"\b(?:ban hành|ký|có|phê duyệt|công bố|chỉ đạo tại)\s$")
_SENTENCE_END = re.compile(r"[.;]\s|\n")
_DAY_BACK = 200  # characters; the longest way seen from the day to the document it dates takes 96
_YEAR_AFTER = re.compile(r"\s(?:năm\s)(?P<year>(?:19|20)\d{2})\b")
_TITLE_OPENS = re.compile(r"\s?(?:\((?:khóa|khoá|sau đây|viết tắt|gọi tắt)[^)]{0,60}\)\s?)?(?:khóa\s[IVX]+\s)?,?\s?(?:về việc|về|v/v|V/v)\s", re.I)
_TITLE_VERB = re.compile(r"\s(?=(?:quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|tăng cường|phát triển|thực hiện|công bố|thay thế|bãi bỏ)[\s,])")
_TITLE_STOPS = re.compile(r"[.;:…](?=\s|$)|\s\((?=[^)]{0,30}\bsố\b)|\)|\n|,\s(?=(?:đồng thời|trong đó|bảo đảm|đảm bảo|để|nhằm|góp phần)\s)|\s(?=(?:để|nhằm|gắn với)\s)")
_LAWS = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
_LAW = re.compile(r"(?:(?:Bộ l|L)uật|Pháp lệnh)\s(?=[A-ZĐÂÊÔƯĂ])[^,.;:()\n]{4,80}?(?=\s(?:và|của|để|theo|trong|về|đối|được|có|năm|số|ngày|là|các|do|quy|tại|khi)\s|[,.;:()\n]|$)")


def find_mentions(anchors: Anchors) -> list[Mention]:
    """All mentions of documents in reading order; nothing found is []."""
    codes = list(_codes(anchors))
    mentions = [_read_mention(anchors, codes, k) for k in range(len(codes))]
    mentions += _laws(anchors, {m.header[0] for m in mentions})
    mentions.sort(key=lambda m: m.header)
    return mentions


class _Code(NamedTuple):
    kind_start: int
    kind: str | None
    number: str
    symbol: str
    span: Span


def _codes(anchors: Anchors):
    text = anchors.text
    for m in _CODE.finditer(text):
        kind_start, kind, numbered = _kind_before(anchors, m.start())
        symbol = m["symbol"].replace(" ", "").replace("–", "-")
        if kind is None and not numbered and not _is_symbol(anchors, m, symbol):
            continue
        number = re.sub(r"\s", "", m.group()).replace("–", "-")
        yield _Code(kind_start, kind, number, symbol, m.span())


def _kind_before(anchors: Anchors, position: int) -> tuple[int, str | None, bool]:
    """Where the mention starts, the kind word that stands before a number, and whether "số" stands between."""
    text = anchors.text
    start = position
    numbered = False
    for word in _NUMBER_WORD.finditer(text, max(0, position - 6), position):
        if word.end() == position:
            start, numbered = word.start(), True
            break
    while start and text[start - 1] == " ":
        start -= 1
    k = anchors.index(start) - 1
    if k >= 0 and anchors.ends[k] == start and anchors.roles[k] & Role.KIND:
        return anchors.starts[k], anchors.name(k), True
    return (position if not numbered else start + (text[start] == " ")), None, numbered


def _is_symbol(anchors: Anchors, m: re.Match[str], symbol: str) -> bool:
    """A code without kind and "số" counts only where its symbol is of known parts (a bare "238/VP-KGVX" in a list)."""
    parts = re.split(r"[/\-_]", symbol)
    known = anchors.lexicon.symbols
    return len(parts) > 1 and (parts[0] in anchors.lexicon.kinds_by_code or parts[0] in known) and (parts[-1] in known or parts[0] in known)


def _read_mention(anchors: Anchors, codes: list[_Code], k: int) -> Mention:
    text = anchors.text
    code = codes[k]
    position = code.span[1]
    date = None
    if m := _DAY_AFTER.match(text, position):
        date = calendar_day(m)
        position = m.end()
    else:
        date = _day_before(text, codes, k)
    issuer, after = issuer_of_words(anchors, position)
    header_end = after if issuer else position
    title, end = _read_title(text, codes, k, header_end)
    provision, start = find_provision(text, code.kind_start)
    return Mention(
        type=code.kind or _kind_of_symbol(anchors, code.symbol),
        number=code.number,
        date=date,
        issuer=issuer or issuer_of_symbol(anchors.lexicon, code.symbol) or issuer_before(text, code.kind_start),
        title=title,
        provision=provision,
        span=(start, end),
        header=(code.kind_start, header_end),
        code=code.span,
        named_issuer=issuer is not None,
    )


def _day_before(text: str, codes: list[_Code], k: int) -> dt.date | None:
    """The day that opens the sentence in which a document is issued: "ngày 03/4/2025, Chủ tịch UBND tỉnh ban hành Chỉ thị số …"."""
    start = codes[k].kind_start
    issued = _ISSUED.search(text, max(0, start - 24, codes[k - 1].span[1] if k else 0), start)
    if issued is None:
        return None
    day = None
    for day in _DAY_OPENS.finditer(text, max(0, start - _DAY_BACK, codes[k - 1].span[1] if k else 0), issued.start()):
        pass
    return calendar_day(day) if day is not None and not _SENTENCE_END.search(text, day.end(), start) else None


def _kind_of_symbol(anchors: Anchors, symbol: str) -> str:
    """The kind that a symbol names (12/KH-UBND: Kế hoạch); a letter's symbol names none (12/VP-KT: Công văn)."""
    first = re.split(r"[/\-_]", symbol, maxsplit=1)[0]
    return anchors.lexicon.kinds_by_code.get(first, "Công văn")


def _read_title(text: str, codes: list[_Code], k: int, position: int) -> tuple[str | None, int]:
    """The subject that follows a header ("về việc …"), and where the mention ends."""
    closing = 1 if text[position : position + 1] == ")" else 0
    m = _TITLE_OPENS.match(text, position + closing) or (None if closing else _TITLE_VERB.match(text, position))
    if m is None:
        return None, position
    stop = _TITLE_STOPS.search(text, m.end())
    end = stop.start() if stop else len(text)
    for later in codes[k + 1 : k + 8]:
        start = find_provision(text, later.kind_start)[1]
        if start >= end:
            break
        if re.search(r"(?:,|,? và|,? hoặc|,? cùng) $", text[max(m.end(), start - 7) : start]) and later.kind is not None:
            if later.kind == codes[k].kind or text[start - 2] == ",":
                end = start - len(re.search(r"(?:,|,? và|,? hoặc|,? cùng) $", text[max(m.end(), start - 7) : start]).group())
                break
    title = text[m.end() : end].strip(" ,")
    return (title, m.end() + len(text[m.end() : end].rstrip(" ,"))) if title else (None, position)


def _laws(anchors: Anchors, taken: set[int]) -> list[Mention]:
    """Laws by their names: those of the data, and any "Luật …" with a capital name; the year belongs to the name where it is said."""
    text = anchors.text
    found = []
    ends = 0
    for k, roles in enumerate(anchors.roles):
        start = anchors.starts[k]
        if not roles & (Role.LAW | Role.KIND) or start < ends or start in taken:
            continue
        if roles & Role.LAW:
            end = anchors.ends[k]
        elif anchors.name(k) in _LAWS and text[start].isupper() and (law := _LAW.match(text, start)) is not None:
            end = law.end()
        else:
            continue
        if year := _YEAR_AFTER.match(text, end):
            end = year.end()
        ends = end
        issuer, after = issuer_of_words(anchors, end)
        provision, span_start = find_provision(text, start)
        name_end = anchors.ends[k] if roles & Role.LAW else start
        title = (anchors.name(k) if roles & Role.LAW else "") + text[name_end:end]
        kind = next((name for name in _LAWS if title.startswith(name)), "Luật")
        found.append(Mention(kind, None, None, issuer, title, provision, (span_start, end), (start, end), (start, end), issuer is not None))
    return found
