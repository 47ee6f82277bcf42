"""Limits at the end of a time: "(đến) hết ngày …", "trong tháng 10/2020", "hoàn thành quý II/2025".

Reads: the Place of a cue word.  Writes: Limit, or None where the words set none: the horizon of a target, a result, a name.
"""

from __future__ import annotations

import re

from dieuhanh.extract.limits import COUNT, GOES_ON, figure_follows, is_void, moment_limit
from dieuhanh.extract.moments import read_moment
from dieuhanh.extract.places import Limit, Place

_RECKONED = re.compile(r"\b(?:tính|kể từ|số liệu|lũy kế|luỹ kế|kéo dài|tổng hợp|cập nhật)\s(?:từ[^,;.]*)?$", re.IGNORECASE)
_HAS_DONE = re.compile(  # "Đến ngày 08/8, cả nước đã …", not "… các xã đã được giao vốn phải …"
    r",\s(?:(?!\b(?:phải|cần|hoàn thành)\b)[^;.,])*\bđã\b(?![^;.]*\b(?:phải|cần|hoàn thành)\b)", re.IGNORECASE
)
_REPORTED = re.compile(r"\b(?:đã|mới (?:chỉ )?(?:đạt|giải ngân|thực hiện|có)|ước (?:đạt|thực hiện))\b", re.IGNORECASE)
_FINISHED_NEXT = re.compile(
    r"[\s,]*(?:phải\s|cần\s|cơ bản\s)?(?:hoàn thành|hoàn tất|hoàn thiện|xong|kết thúc|chấm dứt|đưa vào)\b", re.IGNORECASE
)
_DELIVERS = re.compile(
    r"\b(?:báo cáo|trình|ban hành|gửi|nộp|phê duyệt|khắc phục|giải ngân|bàn giao|công bố|khởi công|thông báo|xử lý)\b", re.IGNORECASE
)
_HANDS_OVER = re.compile(r"\b(?:trình|gửi|nộp|báo cáo|khởi công)\s[^,;.]*$", re.IGNORECASE)
_QUALIFIES = re.compile(
    r"""(?: dịp | diễn\sra | phát\ssinh | xảy\sra | (?<!,\s)(?<!ký\s)ban\shành | trọng\stâm | chủ\syếu | kết\squả | tình\shình
      | kế\shoạch | dự\stoán | chỉ\stiêu
      | sự\skiện | ngày\slễ\slớn | kỷ\sniệm | và | cho\sđến | đạt\sđược | lần\sthứ\s\S+ )\s $""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_UNTIL = re.compile(r"(?:đến\s+)?(?:hết|đến|xong|cuối)\s+", re.IGNORECASE)
_HEAD_OF_UNTIL = re.compile(r"(?:đến|trong|xong|từ nay)\s+(?:đến\s+)?$", re.IGNORECASE)
_FROM_HOUR = re.compile(r"\btừ\s[^;.]*\d\s?(?:giờ|h)\b[^;.]*$", re.IGNORECASE)  # "từ 6 giờ đến 17 giờ ngày 30/4/2024" lasts
_LAST_MONTHS = re.compile(r"tháng\s$")  # "những tháng cuối năm 2021" last and end on no day
_EXTENDS = re.compile(r"\b(?:gia hạn|thời hạn|thời gian|lùi|chuyển tiếp|tạm dừng)\b[^.;]*$", re.IGNORECASE)
_AFTER_INSIDE = re.compile(r"(?:xong\s+)?trong\s+(?P<span>(?:vòng|thời\s(?:hạn|gian))\s(?:tối đa\s|không quá\s)?)?", re.IGNORECASE)
_BOUNDARY = re.compile(r"(?:^|[;,:.…]\s|[-+•]\s|\d[.)]\s)\s?(?:(?:theo đó|riêng|cụ thể|phấn đấu),?\s)?$", re.IGNORECASE)
_BINDS = re.compile(r"[\s,]*(?:phải|cần)\s|[^;.,]{0,60}\sxong\b")
_DONE = re.compile(r"hoàn\s+thành\s+(?=ngày|tháng|quý|năm)", re.IGNORECASE)
_REPORT_REACH = 300  # characters behind a time in which a result is reported


def read_until(place: Place) -> Limit | None:
    """ "(đến) hết ngày …", "đến ngày …", "xong ngày …", "hết quý III/2024", "cuối tháng 6/2024"; the horizon of a figure is none."""
    m = _AFTER_UNTIL.match(place.text, place.at, place.end)
    moment = read_moment(place.text, m.end(), place.end) if m else None
    if m is None or moment is None or is_void(place) or place.before(_RECKONED, 60):
        return None
    if place.before(_LAST_MONTHS, 8) or (place.before(_FROM_HOUR, 40) and place.text[m.end()].isdigit()):
        return None
    finishes = place.finishes() or _FINISHED_NEXT.match(place.text, moment.end, place.end) is not None
    if not finishes and (place.entitled() or GOES_ON.match(place.text, moment.end, place.end)):
        return None
    if figure_follows(place, moment.end) or _HAS_DONE.match(place.text, moment.end, place.end):
        return None
    if _REPORTED.search(place.text, place.clause(), min(place.end, moment.end + _REPORT_REACH)) and not place.commanded():
        return None
    if moment.full and not (finishes or place.commanded() or place.before(_EXTENDS, 80)):
        return None
    if not moment.full and not (finishes or (place.commanded() and place.before(_DELIVERS, 160))):
        return None
    head = _HEAD_OF_UNTIL.search(place.text, max(place.start, place.at - 16), place.at)
    return moment_limit(moment, "by", head.start() if head else place.at)


def read_inside(place: Place) -> Limit | None:
    """ "trong ngày …", "trong tháng 10/2020", "trong năm 2023", "trong vòng 03 ngày làm việc kể từ …"."""
    m = _AFTER_INSIDE.match(place.text, place.at, place.end)
    if place.text[place.at] in "xX":
        return read_until(place)
    if m is None or is_void(place):
        return None
    if m["span"]:
        return _count_limit(place, m.end())
    moment = read_moment(place.text, m.end(), place.end)
    if moment is None:
        return _count_limit(place, m.end(), bare=True)
    if GOES_ON.match(place.text, moment.end, place.end):
        return None
    if not place.finishes():
        if place.text[m.end()].isdigit() and moment.recurrence is None and (moment.last is None or place.order() is None):
            return None  # "trong 9 tháng đầu năm" is how long a result took
        told = place.commanded() or (moment.full and place.before(_DELIVERS, 160)) or place.before(_HANDS_OVER, 80)
        if not told or place.entitled() or place.before(_QUALIFIES, 24):
            return None
        if _opens_clause(place) and figure_follows(place, moment.end):
            return None
    return moment_limit(moment, "by", place.at)


def _count_limit(place: Place, position: int, *, bare: bool = False) -> Limit | None:
    """ "(trong vòng) 05 ngày làm việc kể từ ngày …"; the bare count needs working days, a beginning or words that make it binding."""
    count = COUNT.match(place.text, position, place.end)
    if count is None:
        return None
    binds = _BINDS.match(place.text, count.end(), place.end) is not None
    if bare and not (binds or "làm việc" in count.group() or "từ" in count.group() or place.finishes()):
        return None
    if not (binds or place.commanded() or (place.finishes() and "từ" in count.group())):
        return None
    return Limit(None, "by", None, (place.at, count.end()))


def _opens_clause(place: Place) -> bool:
    return place.at == place.start or place.before(_BOUNDARY, 24)


def read_done(place: Place) -> Limit | None:
    """ "hoàn thành quý II/2025", "hoàn thành ngày 30/6/2024": a time right behind the verb."""
    m = _DONE.match(place.text, place.at, place.end)
    moment = read_moment(place.text, m.end(), place.end) if m else None
    if m is None or moment is None or moment.recurrence or is_void(place):
        return None
    return moment_limit(moment, "by", m.end())
