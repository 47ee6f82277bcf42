"""Limits of a window of time: "từ ngày 15/11 đến ngày 15/12/2021" closes it, "làm điểm từ ngày 15/11/2021" opens one.

Reads: the Place of a cue word.  Writes: Limit, or None where the words set none.
"""

from __future__ import annotations

import re

from dieuhanh.extract.limits import figure_follows, is_void, moment_limit
from dieuhanh.extract.moments import HOUR, read_day, read_moment
from dieuhanh.extract.places import Limit, Place

_WINDOW = re.compile(
    rf"""
    từ\s+
    (?: nay
      | (?:{HOUR}[\s,]*)? (?:ngày\s+)? \d{{1,2}} (?:[/.-]\d{{1,2}}|\stháng\s\d{{1,2}})? (?:[/.-]\d{{4}}|\snăm\s\d{{4}})?
      | (?:tháng|quý)\s[\w/]{{1,7}} (?:\snăm\s\d{{4}})? )
    \s? (?:đến|tới|-|–) \s? (?:cuối\s|hết\s)? (?={HOUR}|ngày|\d|tháng|quý|năm)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCHEDULED = re.compile(
    r"\b(?:thời gian|thời hạn|thời điểm|tổ chức|triển khai|tiếp nhận|nhận hồ sơ|phát động|thực hiện|tạm dừng|đợt)\b[^.;]*$", re.IGNORECASE
)
_OPENS = re.compile(r"từ\s+", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:bắt đầu|khởi động|ra quân|triển khai|thực hiện|tiến hành|tổ chức|vận hành|thí điểm|làm điểm|tiếp nhận|mở)\b[^,;.()]*$",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(r"\b(?:tính|được|đã|ban hành|có hiệu lực|thi hành|áp dụng)\s(?:kể\s)?$", re.IGNORECASE)


def read_window(place: Place) -> Limit | None:
    """ "từ ngày 15/11 đến ngày 15/12/2021", "từ nay đến hết năm 2024": the last day; a window that only opens gives its first."""
    if is_void(place):
        return None
    m = _WINDOW.match(place.text, place.at, place.end)
    if m is None:
        return _read_opening(place)
    moment = read_moment(place.text, m.end(), place.end, bare=True)
    if moment is None or moment.recurrence or not (place.commanded() or place.before(_SCHEDULED, 120)):
        return None
    if figure_follows(place, moment.end) or place.entitled():
        return None
    return moment_limit(moment, "by", place.at)


def _read_opening(place: Place) -> Limit | None:
    """ "làm điểm từ ngày 01/12/2025", "Từ ngày 01/12/2025, triển khai …" in an order to begin something."""
    m = _OPENS.match(place.text, place.at, place.end)
    day = read_day(place.text, m.end(), place.end) if m else None
    if day is None or not day.full or place.order() is None or place.entitled() or place.before(_QUALIFIES, 24):
        return None
    if not (place.before(_BEGINS, 120) or (place.text.startswith(", ", day.end) and place.verb_at(day.end + 1))):
        return None
    return moment_limit(day, "from", place.at)
