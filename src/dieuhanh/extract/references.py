"""Mentions of documents: kind, number/symbol, day, issuer, title, provision.

Reads: Anchors.  Writes: Mention, one for each place where a document is named.
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.codes import Code, find_codes, parts_of
from dieuhanh.extract.facts import Period
from dieuhanh.extract.issuers import issuer_before, issuer_of_symbol, issuer_of_words
from dieuhanh.extract.laws import find_laws, kind_of_law
from dieuhanh.extract.mentions import Mention
from dieuhanh.extract.patterns import DATE, DAY_AND_MONTH, YEAR, calendar_day
from dieuhanh.extract.provisions import find_provision
from dieuhanh.extract.titles import read_title

_DAY_AFTER = re.compile(  # a footnote's digit may be glued
    rf"""
    \s?(?:[,;]|(?P<bracket>\())?\s? (?:(?:ban\ hành|ký)\s)? (?:(?:vào\ )?(?:hồi|lúc)\s\d{{1,2}}\s?(?:giờ|h)(?:\s?\d{{2}})?(?:\s?phút)?,?\s)?
    (?P<shared>cùng\s)? ngày\s?{DATE}\d? (?(bracket)\))
    """,
    re.VERBOSE | re.I,
)
_DAY_OPENS = re.compile(rf"[Nn]gày\s{DAY_AND_MONTH}(?:{YEAR})?\s?,", re.VERBOSE)
_ISSUED_ON = re.compile(  # "Kế hoạch số 226/KH-UBND được UBND tỉnh ban hành ngày …"
    rf"\s(?:đã\s)?được\s[^,.;()\d]{{3,50}}\sban\shành\s(?:vào\s)?ngày\s{DATE}", re.VERBOSE
)
_ISSUED = re.compile(r"\b(?:ban hành|ký|có|phê duyệt|công bố|chỉ đạo tại)\s$")
_JOINT = re.compile(r"\s?(?:,|;|,?\svà)\s")
_NUMBER_ALONE = re.compile(r"(?:số\s)?\d")
_KINDS_OF_LAWMAKERS = {"QH": "Luật", "UBTVQH": "Nghị quyết"}
_SENTENCE_END = re.compile(r"[.;]\s|\n")
_DAY_BACK = 200  # characters; the longest way seen from the day to the document that it dates takes 96
_ISSUED_BACK = 24


def find_mentions(anchors: Anchors, period: Period | None = None) -> list[Mention]:
    """All mentions of documents in reading order; nothing found is []. `period` is that of the page: a day without a year lies about it."""
    codes = find_codes(anchors)
    mentions = _with_shared_words(anchors.text, [_read_mention(anchors, codes, k, period) for k in range(len(codes))])
    mentions += find_laws(anchors, {m.header[0] for m in mentions})
    return sorted(mentions, key=lambda m: m.header)


def _read_mention(anchors: Anchors, codes: list[Code], k: int, period: Period | None) -> Mention:
    text, code = anchors.text, codes[k]
    dated = _DAY_AFTER.match(text, code.span[1])
    issued = None if dated else _ISSUED_ON.match(text, code.span[1])
    date = calendar_day(dated) if dated else _day_before(text, codes, k, period)
    issuer, header_end = issuer_of_words(anchors, dated.end() if dated else code.span[1])
    if dated is None and issuer is not None and (dated := _DAY_AFTER.match(text, header_end)):  # "… của UBND tỉnh ngày 05/5/2021"
        date, header_end = calendar_day(dated), dated.end()
    title, end = read_title(text, codes, k, header_end)
    provision, start = find_provision(text, code.start)
    if date is None and issued is not None:
        date = calendar_day(issued)
    return Mention(
        type=code.kind or _kind_of_symbol(anchors, code),
        number=code.number,
        date=date,
        issuer=issuer or issuer_of_symbol(anchors.lexicon, code.symbol) or issuer_before(text, code.start),
        title=code.law or title,
        provision=provision,
        span=(start, end),
        header=(code.start, header_end),
        named_issuer=issuer is not None,
        shared_day=dated is not None and dated["shared"] is not None,
    )


def _kind_of_symbol(anchors: Anchors, code: Code) -> str:
    """The kind that a symbol names; a letter's names none, the National Assembly's numbers are laws and resolutions alike."""
    if code.law is not None:
        return kind_of_law(code.law)
    first = parts_of(code.symbol)[0]
    return anchors.lexicon.kinds_by_code.get(first) or _KINDS_OF_LAWMAKERS.get(first.rstrip("0123456789"), "Công văn")


def _with_shared_words(text: str, mentions: list[Mention]) -> list[Mention]:
    """A list names its issuer once, at the end: "Quyết định số 10/QĐ-UBND …, Quyết định số 29/QĐ-UBND … của UBND huyện Cao Lộc"; and
    its day, as well as the kind at the start: "các Quyết định số 10/QĐ-UBND, số 11/QĐ-UBND và số 12/QĐ-UBND ngày 07/7/2021"."""
    shared = mentions[-1:]
    for m in reversed(mentions[:-1]):
        later = shared[-1]
        if m.type == later.type and _JOINT.fullmatch(text, m.span[1], later.span[0]):
            if m.date is None and (later.shared_day or _NUMBER_ALONE.match(text, later.header[0])):
                m = m._replace(date=later.date)
            if later.named_issuer and not m.named_issuer and _same_series(m, later):
                m = m._replace(issuer=later.issuer, named_issuer=True)
        shared.append(m)
    return shared[::-1]


def _same_series(m: Mention, later: Mention) -> bool:
    return m.number is not None and later.number is not None and parts_of(m.number)[1:] == parts_of(later.number)[1:]


def _day_before(text: str, codes: list[Code], k: int, period: Period | None) -> dt.date | None:
    """The day that opens the sentence in which a document is issued: "ngày 03/4/2025, Chủ tịch UBND tỉnh ban hành Chỉ thị số …"."""
    start = codes[k].start
    since = codes[k - 1].span[1] if k else 0
    issued = _ISSUED.search(text, max(since, start - _ISSUED_BACK), start)
    if issued is None:
        return None
    days = list(_DAY_OPENS.finditer(text, max(since, start - _DAY_BACK), issued.start()))
    if not days or _SENTENCE_END.search(text, days[-1].end(), start):
        return None
    return calendar_day(days[-1]) if days[-1]["year"] else _about(days[-1], period)


def _about(day: re.Match[str], period: Period | None) -> dt.date | None:
    """The day and month of a match in the year that brings them nearest to the period; None without one."""
    if period is None:
        return None
    days = [calendar_day(day, year) for year in (period.start.year, period.end.year)]
    return min(filter(None, days), key=lambda one: abs((one - period.end).days), default=None)
