"""A meeting that an item reports in place of a document: "phiên họp UBND tỉnh thường kỳ tháng 8 năm 2023".

Reads: canonical text, an item's place.  Writes: Document of type "Phiên họp".
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.extract.facts import Document
from dieuhanh.extract.layout import Section
from dieuhanh.extract.patterns import DATE, calendar_day

_STOP = r"(?=\s?[,.;:()\n]|\s(?:để|nhằm|do|dưới|với|tại|vào|diễn|đã|sẽ|cho|xem|thảo|bàn|thông\squa)\s|$)"
_HELD = re.compile(
    rf"""
    (?:chủ\ trì|chủ\ (?:tọa|toạ)|tổ\ chức|tiến\ hành|khai\ mạc|điều\ hành|diễn\ ra|họp)\s (?:buổi\s|các\s)?
    (?P<words> (?:phiên|cuộc|kỳ)\ họp \s (?P<title> (?:nghe\ [^.;:()\n]{{2,80}}?\ báo\ cáo\ )? [^.,;:()\n]{{4,140}}? ) {_STOP} )
    """,
    re.VERBOSE | re.I,
)
_HEADLINE = re.compile(
    rf"""
    (?P<who> (?:UBND|HĐND|[ỦU][yỷ]\ ban\ nhân\ dân|Hội\ đồng\ nhân\ dân|Chủ\ tịch)[^,.;]{{0,40}}? ) \s
        (?:tổ\ chức\s|đã\s)? họp \s (?:phiên\s(?:họp\s)?)? (?P<what> [^,.;()\n]{{4,140}}? ) {_STOP}     # UBND tỉnh họp phiên thường kỳ
    | ^ (?:Phiên\ |Cuộc\ )? họp \s (?P<whole> [^,.;()\n]{{4,140}}? ) {_STOP}                            # Họp UBND tỉnh thường kỳ
    """,
    re.VERBOSE | re.I,
)
_CONVENER = re.compile(r"(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân) tỉnh")
_HEADED = re.compile(r"\bhọp\b", re.I)
_SHORT = (("Hội đồng nhân dân", "HĐND"), ("Ủy ban nhân dân", "UBND"), ("Uỷ ban nhân dân", "UBND"))
_DAY = re.compile(rf"\bngày\s{DATE}\s?,", re.VERBOSE | re.I)  # "Chiều ngày 18/11/2025, đồng chí … chủ trì phiên họp …"
_READ = 2  # paragraphs in which the meeting is introduced


def find_meeting(text: str, section: Section) -> Document | None:
    """The meeting that the first paragraphs say was held, else the headline's; None where the headline speaks of none."""
    if not _HEADED.search(text, *section.heading):
        return None
    for start, end in section.paragraphs[:_READ]:
        if (m := _HELD.search(text, start, end)) is not None:
            day = _DAY.search(text, start, m.start())
            return _meeting(text, section, m["title"], m.span("words"), calendar_day(day) if day else None)
    heading = text[slice(*section.heading)]
    if (m := _HEADLINE.search(heading)) is None:
        return None
    title = m["whole"] or f"{m['who']} {m['what']}"
    return _meeting(text, section, title, (section.heading[0] + m.start(), section.heading[0] + m.end()))


def _meeting(text: str, section: Section, words: str, span: tuple[int, int], day: dt.date | None = None) -> Document:
    title = words.strip()
    convener = _CONVENER.search(title) or _CONVENER.search(text, *section.heading)
    issuer = convener.group() if convener else None
    for long, short in _SHORT:
        issuer = issuer.replace(long, short) if issuer else None
    return Document("Phiên họp", None, day, issuer, title, None, f"Phiên họp {title}", span)
