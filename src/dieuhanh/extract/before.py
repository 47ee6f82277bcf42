"""Limits that a moment or an event closes before it comes: "trước ngày 31/3/2024", "chậm nhất 05 ngày làm việc kể từ …", "trước Tết".

Reads: the Place of a cue word.  Writes: Limit, or None where the words set none.
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Bound
from dieuhanh.extract.limits import COUNT, is_void, moment_limit
from dieuhanh.extract.moments import Moment, read_day, read_moment, read_stretch
from dieuhanh.extract.places import Limit, Place

_CONDITION = re.compile(r"\b(?:đã|nếu|trường hợp|đối với (?:các|những))\s[^,;.]*$", re.IGNORECASE)
_YEARLY_BEFORE = re.compile(
    r"(?:(?:(?:hằng|hàng) năm|6 tháng|cả năm)\s?[(,]\s?(?:gửi |báo cáo )?|(?:báo cáo (?:tổng kết )?|\(|[,;] )(?:năm|6 tháng) )$",
    re.IGNORECASE,
)
_YEARLY_BEHIND = re.compile(r"[^;.]{0,70}?\d{1,2}(?:/| tháng )\d{1,2} (?:hằng|hàng) năm", re.IGNORECASE)
_YEARLY_BOTH = re.compile(  # "trước ngày 15/6 và ngày 15/12 hằng năm" is one limit
    r"\s(?:và|hoặc)\s(?:trước\s)?(?:ngày\s)?\d{1,2}(?:/| tháng )\d{1,2} (?:hằng|hàng) năm", re.IGNORECASE
)
_AFTER_BEFORE = re.compile(r"trước\s+(?P<last>(?:cuối|hết)\s)?", re.IGNORECASE)
_TO_STOP = r"[^,.;()]{1,70}?(?=\s?[,.;()]|\svà\s(?:chậm|muộn|trước|báo\scáo|gửi|thông\sbáo)\b|$)"
_EVENT = re.compile(
    rf"""
    (?: (?:dịp\s)? Tết(?:\s(?:Nguyên\sđán|cổ\struyền|Trung\sthu|Dương\slịch))?
          (?:\s(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))?
          (?:\snăm)?(?:\s20\d\d)?
      | mùa\s(?:mưa(?:,?\s(?:lũ|bão))*|bão(?:,?\slũ)?|lũ|khô|hanh\skhô|lễ\shội|thi) (?:\s(?:năm\s)?20\d\d(?:\s?[-–]\s?20\d\d)?)?
      | (?:thời\s)?vụ\s(?:Đông\sXuân|Hè\sThu|Xuân|Mùa|Đông|Thu)(?:\s(?:năm\s)?20\d\d(?:\s?[-–]\s?20\d\d)?)?
      | khi\s(?:kết\sthúc|bắt\sđầu|bước\svào|khai\smạc|khai\sgiảng|diễn\sra|xảy\sra|vào\s(?:mùa|vụ|năm\shọc)|mùa|bão|lũ|mưa
          |kh(?:óa|oá)\ssổ|hết\s(?:hạn|năm)|phát\slệnh) (?:\s{_TO_STOP})?
      | ngày\s(?:khai\s(?:giảng|mạc)|bầu\scử|hội|tổ\schức|họp|thi)\b(?:\s{_TO_STOP})?
      | (?:kỳ\shọp|phiên\shọp|năm\shọc|kỳ\snghỉ|kỳ\sthi|khai\sgiảng|Đại\shội)(?:\s{_TO_STOP})?
      | (?:ít\snhất\s)?\d{{1,2}}\s(?:ngày|tháng)(?:\slàm\sviệc)?\s{_TO_STOP} )
    (?! \s(?:và|sau)\s(?:sau|trong) | ,\strong )
    """,
    re.VERBOSE,
)
_NEAR_EVENT = re.compile(r"(?:dịp|thời điểm|những ngày|thời gian|giai đoạn|nhu cầu|thị trường)\s(?:\S+\s)?$", re.IGNORECASE)
_ANY_EVENT = re.compile(  # before which something is to be finished; a step of the same procedure is none
    rf"""(?:khi\s(?!(?:trình|gửi|ban\shành|ký|phê\sduyệt|báo\scáo|thẩm\sđịnh|công\sbố|quyết\sđịnh|xem\sxét|có|được)\b)
         |ngày\s(?!(?:này|đó|trên|\d)) | mùa\s | dịp\s | thời\sđiểm\s) {_TO_STOP}""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_LATEST = re.compile(
    r"""
    (?: (?:chậm|muộn)\s+nhất
      | hạn\s+(?:chót|cuối(?:\scùng)?) (?:(?:\s[^\s:;.,()]+){0,6}?(?:\slà|\s?:))?
      | không\s(?:muộn|chậm|trễ)\shơn
      | (?P<may_last>không\squá) | không\s(?:để\s|được\s)?(?:chậm\s)?quá )
    \s+ (?:(?:là|vào|đến|tới|trong|cũng|phải|hết|cuối|(?P<before>trước))\s+)*
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_before(place: Place) -> Limit | None:
    """ "trước ngày …", "trước tháng 6/2024", "trước 16 giờ hằng ngày", "trước mùa mưa lũ năm 2018"."""
    m = _AFTER_BEFORE.match(place.text, place.at, place.end)
    if m is None or is_void(place):
        return None
    wanted = place.commanded() or place.finishes()
    if day := _yearly(place, read_day(place.text, m.end(), place.end, bare=wanted)):
        if place.before(_CONDITION, 80) and not place.finishes() and place.order() is None:
            return None
        return moment_limit(day, "before", place.at)
    if stretch := read_stretch(place.text, m.end(), place.end):
        return moment_limit(stretch, "by" if m["last"] else "before", place.at) if wanted else None
    event = _EVENT.match(place.text, m.end(), place.end)
    if event is None and place.commanded() and place.finishes():
        event = _ANY_EVENT.match(place.text, m.end(), place.end)
    if event is None or " sẽ " in event.group() or place.entitled() or place.before(_NEAR_EVENT, 30):
        return None
    if event.group()[0].isdigit() and not place.commanded():
        return None
    return Limit(None, "before", None, (place.at, event.end()))


def _yearly(place: Place, day: Moment | None) -> Moment | None:
    """A day without a year comes back where its neighbours do: "hằng năm (trước ngày 15/12)", "trước ngày 15/6 và ngày 15/12 hằng năm"."""
    if day is None or day.first is not None or day.recurrence is not None:
        return day
    if (both := _YEARLY_BOTH.match(place.text, day.end, place.end)) is not None:
        return day._replace(recurrence="yearly", end=both.end())
    if place.before(_YEARLY_BEFORE, 24) or _YEARLY_BEHIND.match(place.text, day.end, place.end):
        return day._replace(recurrence="yearly")
    return day


def read_latest(place: Place) -> Limit | None:
    """ "chậm nhất ngày …", "chậm nhất hết quý IV/2021", "hạn chót là …", "không quá 05 ngày làm việc kể từ …"."""
    m = _AFTER_LATEST.match(place.text, place.at, place.end)
    if m is None:
        return None
    bound: Bound = "before" if m["before"] else "by"
    if moment := read_moment(place.text, m.end(), place.end, bare=True):
        return moment_limit(moment, bound, place.at)
    if count := COUNT.match(place.text, m.end(), place.end):
        if m["may_last"] and not ("từ" in count.group() and place.commanded()):  # "nghỉ không quá 05 ngày" says how long
            return None
        return Limit(None, "before" if " trước" in count.group() else bound, None, (place.at, count.end()))
    event = _EVENT.match(place.text, m.end(), place.end) if m["before"] else None
    return Limit(None, "before", None, (place.at, event.end())) if event else None
