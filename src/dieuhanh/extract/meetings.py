"""A meeting that an item reports in place of a document: "phiên họp UBND tỉnh thường kỳ tháng 8 năm 2023".

Reads: canonical text, an item's place.  Writes: Document of type "Phiên họp".
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Document
from dieuhanh.extract.layout import Section

_MEETING = re.compile(r"(?:chủ\ trì|chủ\ tọa|tổ\ chức|họp)\ (?P<words>phiên\ họp\s(?P<title>[^.,;()\n]{6,140}))", re.VERBOSE)
_CONVENER = re.compile(r"UBND tỉnh|HĐND tỉnh|Ủy ban nhân dân tỉnh")
_HEADED = re.compile(r"\bhọp\b|phiên họp", re.I)


def find_meeting(text: str, section: Section) -> Document | None:
    """The meeting whose chair the first paragraph names; None where the headline speaks of none."""
    if not _HEADED.search(text, *section.heading):
        return None
    for start, end in section.paragraphs[:2]:
        if (m := _MEETING.search(text, start, end)) is not None:
            title = m["title"].strip()
            convener = _CONVENER.search(title) or _CONVENER.search(text, *section.heading)
            issuer = convener.group().replace("Ủy ban nhân dân", "UBND") if convener else None
            return Document("Phiên họp", None, None, issuer, title, None, f"Phiên họp {title}", m.span("words"))
    return None
