"""Documents of an item: which it reports (instruments), which it only names (citations), under which keys.

Reads: mentions of the whole page, an item's place.  Writes: Documents.
The same number named several times is one document with the fullest facts of all its mentions on the page.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dieuhanh.extract.facts import Document, Period, Span
from dieuhanh.extract.layout import Section
from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.meetings import find_meeting
from dieuhanh.extract.quoting import Quotable
from dieuhanh.extract.references import Mention
from dieuhanh.extract.relations import Named

_REPORTS = re.compile(r"(?:\bban hành|\bcó|\bký(?: ban hành)?|\btại|\btrên tại|\btrên|nội dung tại|\bhành kèm theo|\bvừa ban hành|\bcông bố)\s$")
_OTHERS = re.compile(r"\b(?:thực hiện|theo|căn cứ|bãi bỏ|thay thế|sửa đổi|nhiệm vụ|giao tại|yêu cầu tại|quy định tại|quán triệt|kèm theo|nêu tại|chỉ đạo tại|dung tại)\b[^.;(]{0,60}$", re.I)
_OPENING = 4  # paragraphs in which an item says what it reports
_LOCAL = ("UBND tỉnh", "Văn phòng UBND tỉnh", "HĐND tỉnh", "Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh")


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
            if n.mention.issuer is not None and lexicon.levels.get(n.mention.issuer) == "central" and n.mention.number is not None
        ]


class Page:
    """All mentions of a page, to complete each by the others."""

    def __init__(self, mentions: list[Mention], period: Period | None) -> None:
        self.mentions = mentions
        self.period = period
        self.dates: dict[str, set[dt.date]] = {}
        self.issuers: dict[str, str] = {}
        for m in mentions:
            if m.number is not None:
                if m.date is not None:
                    self.dates.setdefault(m.number, set()).add(m.date)
                if m.issuer is not None and (m.named_issuer or m.number not in self.issuers):
                    self.issuers.setdefault(m.number, m.issuer)
                    if m.named_issuer:
                        self.issuers[m.number] = m.issuer

    def date_of(self, mention: Mention) -> dt.date | None:
        """The day of issue: the mention's own, else the only one that the page gives for its number."""
        if mention.date is not None or mention.number is None:
            return mention.date
        dates = self.dates.get(mention.number, set())
        return next(iter(dates)) if len(dates) == 1 else None

    def key_of(self, mention: Mention) -> str:
        """"<number>@<date>", "<number>", or for a document without a number its kind and title."""
        if mention.number is None:
            title = mention.title or ""
            return title if title.startswith(mention.type) else f"{mention.type} {title}"
        date = self.date_of(mention)
        return mention.number if date is None else f"{mention.number}@{date.isoformat()}"


def find_documents(text: str, section: Section, page: Page) -> Documents:
    """Instruments (the main one first) and citations of an item, each document once."""
    end = section.paragraphs[-1][1] if section.paragraphs else section.heading[1]
    here = [m for m in page.mentions if section.heading[0] <= m.header[0] < end]
    named = [Named(m, page.key_of(m)) for m in _with_fullest_law(here)]
    main = {n.key for n in named if _is_instrument(text, section, n.mention)}
    if not main and (guess := _likely_instrument(text, section, page, named)) is not None:
        main = {guess}
    instruments: dict[str, Document] = {}
    citations: dict[str, Document] = {}
    for n in named:
        group = instruments if n.key in main else citations
        group[n.key] = _merged(group.get(n.key), n, page)
    if not instruments and (meeting := find_meeting(text, section)) is not None:
        instruments[meeting.key] = meeting
    return Documents(tuple(instruments.values()), tuple(citations.values()), named)


def _with_fullest_law(mentions: list[Mention]) -> list[Mention]:
    """A law said with and without its year in one item is one law."""
    full = {re.sub(r" năm \d{4}$", "", m.title): m.title for m in mentions if m.number is None and m.title and re.search(r" năm \d{4}$", m.title)}
    return [m._replace(title=full[m.title]) if m.number is None and m.title in full else m for m in mentions]


def _is_instrument(text: str, section: Section, m: Mention) -> bool:
    """Whether the item reports the issue of this document: in brackets, or as what is issued, in its first paragraphs."""
    if m.number is None or all(not s <= m.header[0] < e for s, e in section.paragraphs[:_OPENING]):
        return False
    before = text[max(0, m.header[0] - 60) : m.header[0]]
    if m.issuer is not None and m.issuer not in _LOCAL and not m.issuer.startswith(("Ban Chỉ đạo", "Ban Tổ chức", "Hội đồng")):
        return False
    if before.endswith("("):
        return True
    return not _OTHERS.search(before) and _REPORTS.search(before) is not None and not m.named_issuer


def _likely_instrument(text: str, section: Section, page: Page, named: list[Named]) -> str | None:
    """Where nothing says so outright: the first document of the province in the first paragraph that is dated within the period."""
    for n in named:
        m = n.mention
        if m.number is None or m.issuer not in _LOCAL or all(not s <= m.header[0] < e for s, e in section.paragraphs[:2]):
            continue
        date = page.date_of(m)
        if date is not None and page.period is not None and abs((date - page.period.end).days) <= 21 and not m.named_issuer:
            return n.key
    return None


def _merged(known: Document | None, n: Named, page: Page) -> Document:
    m = n.mention
    issuer = page.issuers.get(m.number, m.issuer) if m.number else m.issuer
    if known is None:
        return Document(m.type, m.number, page.date_of(m), issuer, m.title, m.provision, n.key, m.span)
    longer = m.span if m.header[1] - m.header[0] > known.span[1] - known.span[0] else known.span
    return Document(
        known.type,
        known.number,
        known.date,
        known.issuer or issuer,
        known.title or m.title,
        _provisions(known.provision, m.provision),
        known.key,
        longer if not known.title or m.title else known.span,
    )


def _provisions(a: str | None, b: str | None) -> str | None:
    if a is None or b is None or b in a or all(part in a for part in re.split(r", |(?<=\d) ", b)):
        return a or b
    return f"{a}, {b}"
