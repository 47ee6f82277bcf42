"""The day on which a document takes effect: "có hiệu lực thi hành kể từ ngày 01/02/2024", "… kể từ ngày ký".

Reads: canonical text, an item's paragraphs.  Writes: Effective; "ngày ký" is the day of issue of the first instrument.
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.extract.facts import Effective, Span
from dieuhanh.extract.patterns import DATE, calendar_day

_EFFECT = re.compile(
    rf"""
    (?: (?:chính\ thức\ |bắt\ đầu\ |đều\ )? có\ hiệu\ lực (?:\ thi\ hành)? | (?<!hết\ )hiệu\ lực\ thi\ hành )
    \s?:?\s? (?: sau\ (?P<after>\d{{1,2}})\ ngày ,?\ )?                          # sau 10 ngày kể từ ngày ký
    (?:kể\ |tính\ )? từ \s (?:ngày\s)?
    (?: {DATE} | (?P<signed> ký | (?:được\ )?ban\ hành ) (?:\ ban\ hành)? \b )
    """,
    re.VERBOSE | re.I,
)
_SUBJECT = re.compile(
    r"(?:Quyết định|Quy định|Nghị quyết|Chỉ thị|Quy chế|Văn bản|Kế hoạch|Hướng dẫn|Bảng giá)(?: này)?(?: cũng| sẽ| trên)?\s?$"
)
_FOREIGN = re.compile(  # what else in the sentence may take effect: laws and the documents of others
    r"""
    (?: \b(?:Luật|Bộ\ luật|Nghị\ định|Thông\ tư|Pháp\ lệnh|Hiệp\ định)\b
      | \d\s?/\s?(?:\d{4}\s?/\s?)?(?:NĐ-CP|NQ-CP|QĐ-TTg|TT-B|QH\d\d|CT-TTg|UBTVQH)
      | \bdo\ Bộ\b | \bcủa\ (?:Chính\ phủ|Thủ\ tướng|Quốc\ hội|Bộ\ trưởng|Bộ)\b )
    """,
    re.VERBOSE,
)
_OWN = re.compile(
    r"(?:Quyết định|Quy định|Nghị quyết|Chỉ thị|Quy chế|Văn bản|Kế hoạch|Bảng giá)(?: này)?\s?$|(?:UBND|HĐND)[^.;]*$|\b[Qq]uyết định$"
)
_SENTENCE = re.compile(r"(?:[.;:]\s|\n)")
_BEFORE, _AFTER = 16, 90  # characters around the word in which the statement stands
_LOOKED_BACK = 260  # characters in which the subject of the effect stands


def find_effective(text: str, paragraphs: list[Span], issued_on: dt.date | None) -> Effective | None:
    """The first day of effect that the item states of its own document; None where it states none."""
    for start, end in paragraphs:
        at = text.find("hiệu lực", start, end)
        while at >= 0:
            m = _EFFECT.search(text, max(start, at - _BEFORE), min(end, at + _AFTER))
            if m is not None and (day := _day(m, issued_on)) is not None and not _of_another(text, start, m.start()):
                subject = _SUBJECT.search(text, max(start, m.start() - 24), m.start())
                return Effective(day, (subject.start() if subject else m.start(), m.end()))
            at = text.find("hiệu lực", at + 1, end)
    return None


def _day(m: re.Match[str], issued_on: dt.date | None) -> dt.date | None:
    day = issued_on if m["signed"] else calendar_day(m)
    return day + dt.timedelta(days=int(m["after"])) if day is not None and m["after"] else day


def _of_another(text: str, start: int, position: int) -> bool:
    """Whether what takes effect is a law or a document of the centre: the last that the sentence names before it."""
    opening = max(start, position - _LOOKED_BACK)
    for stop in _SENTENCE.finditer(text, opening, position):
        opening = stop.end()
    before = text[opening:position].rstrip(" ,")
    before = before.removesuffix(" và")
    if _OWN.search(before[-40:]) and not _FOREIGN.search(before[-40:]):
        return False
    return _FOREIGN.search(before) is not None
