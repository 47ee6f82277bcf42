"""Limits that are announced as such: "vào ngày 25 hằng tháng", "Thời hạn: 30/6/2025", a table's cell under "Thời hạn".

Reads: the Place of a cue word or of a cell.  Writes: Limit, or None where the words set none.
"""

from __future__ import annotations

import re

from dieuhanh.extract.limits import GOES_ON, is_void, moment_limit
from dieuhanh.extract.moments import read_day, read_moment, read_stretch
from dieuhanh.extract.places import Limit, Place

_SPACES = re.compile(r"\s+")
_AFTER_ON = re.compile(r"vào\s+", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\b(?:thời gian|dự kiến|tổ chức)\b[^.;]*$", re.IGNORECASE)
_LABEL = re.compile(
    r"thời\s(?P<label>hạn|gian)(?P<what>(?:\s[^\s:;.,()]+){0,6}?)(?:\s?:\s?|\slà\s)(?:(?:đến|hết|trong|vào|ngày)\s+)*(?=ngày|tháng|quý|năm|\d)",
    re.IGNORECASE,
)
_LASTING = re.compile(r"hiệu lực|nhiệm kỳ|bổ nhiệm|sử dụng|hưởng|thuê|hoạt động của dự án", re.IGNORECASE)
_DONE_BY = re.compile(r"hoàn|xong|thực hiện|báo cáo|gửi|nộp|trình|tiếp nhận|nhận", re.IGNORECASE)


def read_on(place: Place) -> Limit | None:
    """ "vào ngày 25 hằng tháng", "vào thứ Năm hằng tuần", "vào ngày 16/01/2024"; "vào cuối tháng 6/2024" is a limit by its end."""
    m = _AFTER_ON.match(place.text, place.at, place.end)
    if m is None or is_void(place):
        return None
    day = read_day(place.text, m.end(), place.end)
    moment = day or read_stretch(place.text, m.end(), place.end)
    if moment is None:
        return None
    if moment.recurrence is None and not (place.commanded() or (moment.full and place.before(_ANNOUNCED, 100))):
        return None
    return moment_limit(moment, "on" if day else "by", place.at)


def read_label(place: Place) -> Limit | None:
    """ "Thời hạn: 30/6/2025", "thời gian hoàn thành: quý II/2024", "thời hạn hoàn thành là ngày …"; the hour of a meeting is none."""
    m = _LABEL.match(place.text, place.at, place.end)
    if m is None or _LASTING.search(m["what"]):
        return None
    moment = read_moment(place.text, m.end(), place.end, bare=True)
    if moment is None or GOES_ON.match(place.text, moment.end, place.end):
        return None
    if m["label"].lower() == "gian" and moment.full and not _DONE_BY.search(m["what"]):
        return None
    return moment_limit(moment, "by", m.end())


def read_cell(place: Place) -> Limit | None:
    """The words of a table's cell under "Thời hạn": "30/6/2025", "Quý IV/2025", "Tháng 7/2025"."""
    start = _SPACES.match(place.text, place.at, place.end)
    moment = read_moment(place.text, start.end() if start else place.at, place.end, bare=True)
    return moment_limit(moment, "by", place.at) if moment else None
