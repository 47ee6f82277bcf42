"""What the readers of limits share: when words set none, how a moment becomes a limit, how a count is worded.

Reads: the Place of a cue word.  Writes: Limit.
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Bound
from dieuhanh.extract.moments import Moment
from dieuhanh.extract.places import Limit, Place

_NO_LIMIT = re.compile(
    r"""\b(?: hiệu\slực | có\sgiá\strị | kỷ\sniệm | nhiệm\skỳ | sinh\s(?:ngày|từ|trước|sau)
      | phát\ssinh\s(?:từ|trước|sau|trong) | bổ\snhiệm | giữ\schức
      | dự\sbáo | xảy\sra | diễn\sbiến | thời\stiết | mưa | nắng\snóng | rét | nghỉ\s(?:tết|lễ) | kỳ\snghỉ
      | (?<!thụ\s)(?<!ảnh\s)hưởng )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FIGURE_FOLLOWS = re.compile(
    r"(?:[^;.\n]|\.(?=\d))*?(?:\d\s?%|(?:ít nhất|tối thiểu|không dưới|trên|khoảng|không quá|dưới|còn|đạt)\s(?:từ\s)?\d)", re.IGNORECASE
)
GOES_ON = re.compile(r"\s(?:và|cùng)\s(?:(?:các|những)\s)?(?:năm|tháng)\s(?:tiếp theo|tới|sau)|\s?[-–]\s?(?:20)?\d\d\b")
COUNT = re.compile(
    r"""
    (?: (?:sau|không\squá|là)\s )? (?: [a-zà-ỹ]+\s\( )? \d{1,3} \)? \s? (?:\([a-zà-ỹ\s]{1,16}\)\s)?
    (?: ngày(?:\slàm\sviệc)? | tháng | tuần | giờ(?:\slàm\sviệc)? )\b (?:\slàm\sviệc)? (?!\s(?:đầu|qua|liên)\b)
    (?: ,?\s(?:kể\stừ|tính\stừ|từ|sau|trước)\b (?: \s(?:ngày\s)?\d{1,2}(?:[/.-]|\stháng\s)\d{1,2}(?:[/.-]|\snăm\s)\d{4}
        | (?:\s(?!(?:đối\svới|nhằm|để|phải)\s)[^\s,.;()]+){1,18} )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REACH = 300  # characters behind a time in which its clause says what it is about


def is_void(place: Place) -> bool:
    """Whether the words before name an effect, an anniversary, a term or the weather instead of something to do."""
    clause = place.clause()
    return _NO_LIMIT.search(place.text, max(clause, place.text.rfind(", ", clause, place.at), place.at - 60), place.at + 6) is not None


def figure_follows(place: Place, position: int) -> bool:
    """Whether the clause goes on with a figure, so that a time is its horizon."""
    return _FIGURE_FOLLOWS.match(place.text, position, min(place.end, position + _REACH)) is not None


def moment_limit(moment: Moment, bound: Bound, start: int) -> Limit:
    due = moment.first if bound == "before" else moment.last
    return Limit(due, bound, moment.recurrence, (start, moment.end))
