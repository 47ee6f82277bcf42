"""The day on which a document takes effect: "có hiệu lực thi hành kể từ ngày 01/02/2024", "… kể từ ngày ký".

Reads: canonical text, an item's paragraphs.  Writes: Effective; for "ngày ký" the day of issue of the first instrument.
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.extract.facts import Effective, Span
from dieuhanh.extract.patterns import DATE, calendar_day

_EFFECT = re.compile(
    rf"(?:Quyết\ định|Quy\ định|Nghị\ quyết|Chỉ\ thị|Quy\ chế|Văn\ bản|Kế\ hoạch)?(?:\ này)?\s?(?:chính\ thức\ )?có\ hiệu\ lực(?:\ thi\ hành)?\s?(?:kể\ )?từ\s(?:ngày\s)?(?:{DATE}|(?P<signed>ký)(?:\ ban\ hành)?)",
    re.VERBOSE | re.I,
)


def find_effective(text: str, paragraphs: list[Span], issued_on: dt.date | None) -> Effective | None:
    """The first day of effect that the item states; None where it states none."""
    for start, end in paragraphs:
        if (m := _EFFECT.search(text, start, end)) is not None:
            day = issued_on if m["signed"] else calendar_day(m)
            if day is not None:
                return Effective(day, (m.start() + (text[m.start()] == " "), m.end()))
    return None
