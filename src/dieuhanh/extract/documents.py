"""Documents of an item: which it reports (instruments), which it only names (citations), under which keys.

Reads: mentions of the whole page, an item's place.  Writes: Documents.
The same number named several times is one document with the fullest facts of all its mentions on the page.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import NamedTuple

from dieuhanh.extract.facts import Document, Period
from dieuhanh.extract.layout import Section
from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.meetings import find_meeting
from dieuhanh.extract.mentions import Mention, Named
from dieuhanh.extract.patterns import ALL_ABOVE_IN
from dieuhanh.extract.provisions import join_provisions
from dieuhanh.extract.quoting import Quotable

_ISSUES = re.compile(r"\b(?:ban hành|phát(?: hành)?|ký(?: ban hành)?|công bố|trao)\s$")
_REPORTS = re.compile(r"\b(?:có|tại|trên)\s(?:các\s)?$")
_BRACKETED = re.compile(
    r"\((?:các\s)?(?:[^()]{0,160}\d/[^()]{0,80}(?:,|;|\svà)\s(?:các\s)?)?$"
)  # "(" or "(Quyết định số 812/QĐ-UBND … và "
_CLOSES = re.compile(f"{ALL_ABOVE_IN}$", re.I)
_CITES = re.compile(
    r"""
    \b(?: thực\ hiện | theo | căn\ cứ | bãi\ bỏ | thay\ thế | sửa\ đổi | nhiệm\ vụ | quán\ triệt | kèm\ theo
        | (?:giao|yêu\ cầu|quy\ định|nêu|chỉ\ đạo)\ tại )\b [^.;(]{0,60} $
    """,
    re.VERBOSE | re.I,
)
_NATIONAL = re.compile(r"(?:Ban|Ủy ban|Hội đồng|Văn phòng)\b.{0,30}\b(?:[Qq]uốc gia|Trung ương)\b")
_ISSUED_AFTER = re.compile(r"\s(?:đã\s)?được\s(?:Chủ tịch\s)?(?:UBND|HĐND) tỉnh\s(?:ký\s|ký,\s)?ban hành\b")
_NEXT_NUMBER = re.compile(r"\s?(?:,|;|,?\svà)\s")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_YEAR_OF_LAW = re.compile(r" năm \d{4}$")
_BEFORE = 200  # characters before a document that say whether it is reported
_OPENING = 4  # paragraphs in which an item says what it reports
_FIRST = 2  # paragraphs in which it does so without saying that it does
_AROUND = 21  # days from the end of the period within which an instrument that is not said to be one may be dated
_PROVINCE = ("UBND tỉnh", "Văn phòng UBND tỉnh", "HĐND tỉnh", "Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh")
_BODIES = ("Ban Chỉ đạo", "Ban Chỉ huy", "Ban Tổ chức", "Hội đồng")
_OPENS = re.compile(r"(?:(?:Ban hành kèm theo|Theo|Tại|Bằng)\s)?")  # the item's first words, of what it reports


class Documents(NamedTuple):
    """What an item reports and cites, and each mention with its document's key."""

    instruments: tuple[Document, ...]
    citations: tuple[Document, ...]
    named: list[Named]

    def quotable(self, lexicon: Lexicon) -> list[Quotable]:
        """The central documents that orders may be quoted from."""
        return [
            Quotable(*n.mention.header, n.mention.issuer, n.key)
            for n in self.named
            if n.mention.number is not None and n.mention.issuer is not None and _is_central(lexicon, n.mention.issuer)
        ]


def _is_central(lexicon: Lexicon, issuer: str) -> bool:
    return lexicon.levels.get(issuer) == "central" or _NATIONAL.match(issuer) is not None


class Page:
    """All mentions of a page, to complete each by the others."""

    def __init__(self, mentions: list[Mention], period: Period | None) -> None:
        self.mentions = mentions  # in reading order
        self.period = period
        self._starts = [m.header[0] for m in mentions]
        self._dates: dict[str, set[dt.date]] = {}
        self._issuers: dict[str, str] = {}
        for m in mentions:
            if m.number is not None and m.date is not None:
                self._dates.setdefault(m.number, set()).add(m.date)
            if m.number is not None and m.issuer is not None and (m.named_issuer or m.number not in self._issuers):
                self._issuers[m.number] = m.issuer

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in `start:end`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def date_of(self, mention: Mention) -> dt.date | None:
        """The day of issue: the mention's own, else the only one that the page gives for its number."""
        if mention.date is not None or mention.number is None:
            return mention.date
        dates = self._dates.get(mention.number, set())
        return next(iter(dates)) if len(dates) == 1 else None

    def issuer_of(self, mention: Mention) -> str | None:
        """The issuer that the page names for its number, else the mention's own."""
        return self._issuers.get(mention.number, mention.issuer) if mention.number is not None else mention.issuer

    def key_of(self, mention: Mention) -> str:
        """ "<number>@<date>", "<number>", or for a document without a number its kind and title."""
        if mention.number is None:
            title = mention.title or ""
            return title if title.startswith(mention.type) else f"{mention.type} {title}"
        date = self.date_of(mention)
        return mention.number if date is None else f"{mention.number}@{date.isoformat()}"


def find_documents(text: str, section: Section, page: Page) -> Documents:
    """Instruments (the main one first) and citations of an item, each document once."""
    end = section.paragraphs[-1][1] if section.paragraphs else section.heading[1]
    here = page.between(section.heading[0], end)
    named = [Named(m, page.key_of(m)) for m in _as_one_law(here)]
    reported = _reported(text, section, named) or _closing(text, section, named) or _likely(text, section, page, named)
    instruments: dict[str, Document] = {}
    citations: dict[str, Document] = {}
    for n in named:
        group = instruments if n.key in reported else citations
        group[n.key] = _merged(group.get(n.key), n, page)
    if not instruments and (meeting := find_meeting(text, section)) is not None:
        instruments[meeting.key] = meeting
    return Documents(tuple(instruments.values()), tuple(citations.values()), named)


def _as_one_law(mentions: list[Mention]) -> list[Mention]:
    """A law said with and without its year, or its number, in one item is one law."""
    numbered = {m.title: m for m in mentions if m.number is not None and m.title and m.type in _LAWS}
    laws = [m.title for m in mentions if m.number is None and m.title]
    full = {_YEAR_OF_LAW.sub("", title): title for title in laws if _YEAR_OF_LAW.search(title)}
    found = []
    for m in mentions:
        if m.number is None and m.title in numbered:
            m = m._replace(number=numbered[m.title].number, date=numbered[m.title].date)
        elif m.number is None and m.title in full:
            m = m._replace(title=full[m.title])
        found.append(m)
    return found


def _reported(text: str, section: Section, named: list[Named]) -> set[str]:
    """Keys of the documents that the first paragraph reports which reports any."""
    for start, end in section.paragraphs[:_OPENING]:
        here = [n for n in named if start <= n.mention.header[0] < end]
        keys: set[str] = set()
        before: Named | None = None
        for n in here:
            if _is_reported(text, section, n.mention) or (before and before.key in keys and _goes_on(text, before.mention, n.mention)):
                keys.add(n.key)
            before = n
        if keys:
            return keys
    return set()


def _closing(text: str, section: Section, named: list[Named]) -> set[str]:
    """Keys of the province's documents of which an item says at its end that all above stands in them."""
    return {n.key for n in named if _of_the_province(n.mention) and _CLOSES.search(_before(text, section, n.mention))}


def _goes_on(text: str, before: Mention, m: Mention) -> bool:
    """Whether a document goes on with the list of the one before: "tại các Quyết định số 1320/QĐ-UBND, số 1321/QĐ-UBND".

    Or as another of its kind: "trao Quyết định số 1320/QĐ-UBND về việc …; Quyết định số 1321/QĐ-UBND về việc …".
    """
    if _NEXT_NUMBER.fullmatch(text, before.span[1], m.span[0]) is None:
        return False
    return text.startswith(("số ", *"0123456789"), m.header[0]) or (m.type == before.type and not m.named_issuer)


def _is_reported(text: str, section: Section, m: Mention) -> bool:
    """Whether the item reports the issue of this document: in brackets, or as what is issued."""
    if not _of_the_province(m):
        return False
    before = _before(text, section, m)
    if _ISSUED_AFTER.match(text, m.header[1]) or _BRACKETED.search(before) or (_ISSUES.search(before) and not m.named_issuer):
        return True
    return not m.named_issuer and _REPORTS.search(before) is not None and not _CITES.search(before)


def _of_the_province(m: Mention) -> bool:
    return m.number is not None and (m.issuer is None or m.issuer in _PROVINCE or m.issuer.startswith(_BODIES))


def _before(text: str, section: Section, m: Mention) -> str:
    return text[max(section.heading[1], m.header[0] - _BEFORE) : m.header[0]]


def _likely(text: str, section: Section, page: Page, named: list[Named]) -> set[str]:
    """Where nothing says so outright: the first document of the province in the opening that is dated about the period."""
    first = section.paragraphs[0][0] if section.paragraphs else 0
    for n in named:
        m = n.mention
        if m.number is None or m.issuer not in _PROVINCE or not _stands_in(section, m, _FIRST):
            continue
        if m.named_issuer and not _OPENS.fullmatch(text, first, m.header[0]):
            continue
        date = page.date_of(m)
        if date is not None and page.period is not None and abs((date - page.period.end).days) <= _AROUND:
            return {n.key}
    return set()


def _stands_in(section: Section, m: Mention, count: int) -> bool:
    """Whether a mention stands in the first `count` paragraphs below the headline."""
    return any(start <= m.header[0] < end for start, end in section.paragraphs[:count])


def _merged(known: Document | None, n: Named, page: Page) -> Document:
    """A document with what one more mention adds."""
    m = n.mention
    if known is None:
        return Document(m.type, m.number, page.date_of(m), page.issuer_of(m), m.title, m.provision, n.key, m.span)
    fuller = m.title is not None and (known.title is None or m.span[1] - m.span[0] > known.span[1] - known.span[0])
    return Document(
        known.type,
        known.number,
        known.date,
        known.issuer,
        known.title or m.title,
        join_provisions(known.provision, m.provision),
        known.key,
        m.span if fuller else known.span,
    )
