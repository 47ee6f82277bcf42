"""Limits that name a day, a stretch of time, a count of days or an event: "trước ngày 31/3/2024", "trong quý II/2025", "trước Tết".

Reads: the Place of a cue word.  Writes: Limit, or None where the words set none:
a day of effect, the horizon of a target, a result, a name.
"""

from __future__ import annotations

import re

from dieuhanh.extract.facts import Bound
from dieuhanh.extract.moments import HOUR, Moment, read_day, read_moment, read_stretch
from dieuhanh.extract.places import Limit, Place

_NO_LIMIT = re.compile(
    r"""\b(?: hiệu\slực | có\sgiá\strị | kỷ\sniệm | nhiệm\skỳ | sinh\s(?:ngày|từ|trước|sau)
      | phát\ssinh\s(?:từ|trước|sau|trong) | bổ\snhiệm | giữ\schức
      | dự\sbáo | xảy\sra | diễn\sbiến | thời\stiết | mưa | nắng\snóng | rét | nghỉ\s(?:tết|lễ) | kỳ\snghỉ
      | (?<!thụ\s)(?<!ảnh\s)hưởng )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:đã|nếu|trường hợp|đối với (?:các|những))\s[^,;.]*$", re.IGNORECASE)
_RECKONED = re.compile(r"\b(?:tính|kể từ|số liệu|lũy kế|luỹ kế|kéo dài|tổng hợp|cập nhật)\s(?:từ[^,;.]*)?$", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:đã|mới (?:chỉ )?(?:đạt|giải ngân|thực hiện|có)|ước (?:đạt|thực hiện))\b", re.IGNORECASE)
_FIGURE_FOLLOWS = re.compile(
    r"(?:[^;.\n]|\.(?=\d))*?(?:\d\s?%|(?:ít nhất|tối thiểu|không dưới|trên|khoảng|không quá|dưới|còn|đạt)\s(?:từ\s)?\d)", re.IGNORECASE
)
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
_GOES_ON = re.compile(r"\s(?:và|cùng)\s(?:(?:các|những)\s)?(?:năm|tháng)\s(?:tiếp theo|tới|sau)|\s?[-–]\s?(?:20)?\d\d\b")
_REACH = 300  # characters behind a time in which its clause says what it is about
_SPACES = re.compile(r"\s+")


def _is_void(place: Place) -> bool:
    """Whether the words before name an effect, an anniversary, a term or the weather instead of something to do."""
    clause = place.clause()
    return _NO_LIMIT.search(place.text, max(clause, place.text.rfind(", ", clause, place.at), place.at - 60), place.at + 6) is not None


def _figure_follows(place: Place, position: int) -> bool:
    """Whether the clause goes on with a figure, so that a time is its horizon."""
    return _FIGURE_FOLLOWS.match(place.text, position, min(place.end, position + _REACH)) is not None


def _moment_limit(moment: Moment, bound: Bound, start: int) -> Limit:
    due = moment.first if bound == "before" else moment.last
    return Limit(due, bound, moment.recurrence, (start, moment.end))


# trước …

_YEARLY_BEFORE = re.compile(r"(?:(?:hằng|hàng) năm|6 tháng|cả năm)\s?[(,]\s?(?:gửi |báo cáo )?$", re.IGNORECASE)
_YEARLY_BEHIND = re.compile(r"[^;.]{0,70}?\d{1,2}(?:/| tháng )\d{1,2} (?:hằng|hàng) năm", re.IGNORECASE)
_YEARLY_BOTH = re.compile(  # "trước ngày 15/6 và ngày 15/12 hằng năm" is one limit
    r"\s(?:và|hoặc)\s(?:trước\s)?(?:ngày\s)?\d{1,2}(?:/| tháng )\d{1,2} (?:hằng|hàng) năm", re.IGNORECASE
)
_AFTER_BEFORE = re.compile(r"trước\s+(?P<last>(?:cuối|hết)\s)?", re.IGNORECASE)
_EVENT = re.compile(
    r"""
    (?: (?:dịp\s)? Tết(?:\s(?:Nguyên\sđán|cổ\struyền|Trung\sthu|Dương\slịch))?
          (?:\s(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))?
          (?:\snăm)?(?:\s20\d\d)?
      | mùa\s(?:mưa(?:,?\s(?:lũ|bão))*|bão(?:,?\slũ)?|lũ|khô|hanh\skhô|lễ\shội|thi) (?:\s(?:năm\s)?20\d\d(?:\s?[-–]\s?20\d\d)?)?
      | (?:thời\s)?vụ\s(?:Đông\sXuân|Hè\sThu|Xuân|Mùa|Đông|Thu)(?:\s(?:năm\s)?20\d\d(?:\s?[-–]\s?20\d\d)?)?
      | khi\s(?:kết\sthúc|bắt\sđầu|bước\svào|khai\smạc|khai\sgiảng|diễn\sra|vào\s(?:mùa|vụ|năm\shọc)|mùa)
          (?:\s[^,.;()]{1,70}?(?=\s?[,.;()]|$))?
      | ngày\s(?:khai\s(?:giảng|mạc)|bầu\scử|hội|tổ\schức|họp|thi)\b(?:\s[^,.;()]{1,60}?(?=\s?[,.;()]|$))?
      | (?:kỳ\shọp|phiên\shọp|năm\shọc|kỳ\snghỉ|kỳ\sthi|khai\sgiảng|Đại\shội)(?:\s[^,.;()]{1,60}?(?=\s?[,.;()]|$))?
      | (?:ít\snhất\s)?\d{1,2}\s(?:ngày|tháng)(?:\slàm\sviệc)?\s[^,.;()]{3,60}?(?=\s?[,.;()]|$) )
    (?! \s(?:và|sau)\s(?:sau|trong) | ,\strong )
    """,
    re.VERBOSE,
)
_NEAR_EVENT = re.compile(r"(?:dịp|thời điểm|những ngày|thời gian|giai đoạn|nhu cầu|thị trường)\s(?:\S+\s)?$", re.IGNORECASE)


def _yearly(place: Place, day: Moment | None) -> Moment | None:
    """A day without a year comes back where its neighbours do: "hằng năm (trước ngày 15/12)", "trước ngày 15/6 và ngày 15/12 hằng năm"."""
    if day is None or day.first is not None or day.recurrence is not None:
        return day
    if (both := _YEARLY_BOTH.match(place.text, day.end, place.end)) is not None:
        return day._replace(recurrence="yearly", end=both.end())
    if place.before(_YEARLY_BEFORE, 24) or _YEARLY_BEHIND.match(place.text, day.end, place.end):
        return day._replace(recurrence="yearly")
    return day


def read_before(place: Place) -> Limit | None:
    """ "trước ngày …", "trước tháng 6/2024", "trước 16 giờ hằng ngày", "trước mùa mưa lũ năm 2018"."""
    m = _AFTER_BEFORE.match(place.text, place.at, place.end)
    if m is None or _is_void(place):
        return None
    if day := _yearly(place, read_day(place.text, m.end(), place.end)):
        if place.before(_CONDITION, 80) and not place.finishes() and place.order() is None:
            return None
        return _moment_limit(day, "before", place.at)
    if stretch := read_stretch(place.text, m.end(), place.end):
        accepted = place.commanded() or place.finishes()
        return _moment_limit(stretch, "by" if m["last"] else "before", place.at) if accepted else None
    event = _EVENT.match(place.text, m.end(), place.end)
    if event is None or place.entitled() or place.before(_NEAR_EVENT, 30):
        return None
    if event.group()[0].isdigit() and not place.commanded():
        return None
    return Limit(None, "before", None, (place.at, event.end()))


# chậm nhất …, muộn nhất …

_AFTER_LATEST = re.compile(r"(?:chậm|muộn)\s+nhất\s+(?:(?:là|vào|đến|tới|trong|cũng|phải|hết|cuối|(?P<before>trước))\s+)*", re.IGNORECASE)
_COUNT = re.compile(
    r"""
    (?: (?:sau|không\squá|là)\s )? (?: [a-zà-ỹ]+\s\( )? \d{1,3} \)? \s? (?:\([a-zà-ỹ\s]{1,16}\)\s)?
    (?: ngày(?:\slàm\sviệc)? | tháng | tuần | giờ(?:\slàm\sviệc)? )\b (?:\slàm\sviệc)?
    (?: ,?\s(?:kể\stừ|tính\stừ|từ|sau|trước)\b (?: \s(?:ngày\s)?\d{1,2}(?:[/.-]|\stháng\s)\d{1,2}(?:[/.-]|\snăm\s)\d{4}
        | (?:\s[^\s,.;()]+){1,18} )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_latest(place: Place) -> Limit | None:
    """ "chậm nhất ngày …", "chậm nhất hết quý IV/2021", "chậm nhất 05 ngày làm việc kể từ …"."""
    m = _AFTER_LATEST.match(place.text, place.at, place.end)
    if m is None or _is_void(place):
        return None
    bound: Bound = "before" if m["before"] else "by"
    if moment := read_moment(place.text, m.end(), place.end, bare=True):
        return _moment_limit(moment, bound, place.at)
    if count := _COUNT.match(place.text, m.end(), place.end):
        return Limit(None, "before" if " trước" in count.group() else bound, None, (place.at, count.end()))
    event = _EVENT.match(place.text, m.end(), place.end) if m["before"] else None
    return Limit(None, "before", None, (place.at, event.end())) if event else None


# (đến) hết …, đến ngày …, xong ngày …

_AFTER_UNTIL = re.compile(r"(?:đến\s+)?(?:hết|đến|xong|cuối)\s+", re.IGNORECASE)
_HEAD_OF_UNTIL = re.compile(r"(?:đến|trong|xong|từ nay)\s+(?:đến\s+)?$", re.IGNORECASE)
_LAST_MONTHS = re.compile(r"tháng\s$")  # "những tháng cuối năm 2021" last and end on no day
_EXTENDS = re.compile(r"\b(?:gia hạn|thời hạn|thời gian|lùi|chuyển tiếp|tạm dừng)\b[^.;]*$", re.IGNORECASE)


def read_until(place: Place) -> Limit | None:
    """ "(đến) hết ngày …", "đến ngày …", "xong ngày …", "hết quý III/2024", "cuối tháng 6/2024"; the horizon of a figure is none."""
    m = _AFTER_UNTIL.match(place.text, place.at, place.end)
    moment = read_moment(place.text, m.end(), place.end) if m else None
    if moment is None or _is_void(place) or place.before(_RECKONED, 60):
        return None
    if place.before(_LAST_MONTHS, 8):
        return None
    finishes = place.finishes() or _FINISHED_NEXT.match(place.text, moment.end, place.end) is not None
    if not finishes and (place.entitled() or _GOES_ON.match(place.text, moment.end, place.end)):
        return None
    if _figure_follows(place, moment.end) or (
        _REPORTED.search(place.text, place.clause(), min(place.end, moment.end + _REACH)) and not place.commanded()
    ):
        return None
    if moment.full and not (finishes or place.commanded() or place.before(_EXTENDS, 80)):
        return None
    if not moment.full and not (finishes or (place.commanded() and place.before(_DELIVERS, 160))):
        return None
    head = _HEAD_OF_UNTIL.search(place.text, max(place.start, place.at - 16), place.at)
    return _moment_limit(moment, "by", head.start() if head else place.at)


# trong …

_AFTER_INSIDE = re.compile(r"(?:xong\s+)?trong\s+(?P<span>(?:vòng|thời\s(?:hạn|gian))\s(?:tối đa\s|không quá\s)?)?", re.IGNORECASE)


def read_inside(place: Place) -> Limit | None:
    """ "trong ngày …", "trong tháng 10/2020", "trong năm 2023", "trong vòng 03 ngày làm việc kể từ …"."""
    m = _AFTER_INSIDE.match(place.text, place.at, place.end)
    if place.text[place.at] in "xX":
        return read_until(place)
    if m is None or _is_void(place):
        return None
    if m["span"]:
        return _count_limit(place, m.end())
    moment = read_moment(place.text, m.end(), place.end)
    if moment is None:
        return _count_limit(place, m.end(), bare=True)
    if moment.recurrence or _GOES_ON.match(place.text, moment.end, place.end):
        return None
    if not place.finishes():
        if place.text[m.end()].isdigit():  # "trong 9 tháng đầu năm" is how long a result took
            return None
        told = place.commanded() or (moment.full and place.before(_DELIVERS, 160)) or place.before(_HANDS_OVER, 80)
        if not told or place.entitled() or place.before(_QUALIFIES, 24):
            return None
        if _opens_clause(place) and _figure_follows(place, moment.end):
            return None
    return _moment_limit(moment, "by", place.at)


def _count_limit(place: Place, position: int, *, bare: bool = False) -> Limit | None:
    """ "(trong vòng) 05 ngày làm việc kể từ ngày …"; the bare count needs working days or a beginning."""
    count = _COUNT.match(place.text, position, place.end)
    if count is None or (bare and "làm việc" not in count.group() and "từ" not in count.group()):
        return None
    if not (place.commanded() or (place.finishes() and "từ" in count.group())):
        return None
    return Limit(None, "by", None, (place.at, count.end()))


_BOUNDARY = re.compile(r"(?:^|[;,:.…]\s|[-+•]\s|\d[.)]\s)\s?(?:(?:theo đó|riêng|cụ thể|phấn đấu),?\s)?$", re.IGNORECASE)


def _opens_clause(place: Place) -> bool:
    return place.at == place.start or place.before(_BOUNDARY, 24)


# hoàn thành …

_DONE = re.compile(r"hoàn\s+thành\s+(?=ngày|tháng|quý|năm)", re.IGNORECASE)


def read_done(place: Place) -> Limit | None:
    """ "hoàn thành quý II/2025", "hoàn thành ngày 30/6/2024": a time right behind the verb."""
    m = _DONE.match(place.text, place.at, place.end)
    moment = read_moment(place.text, m.end(), place.end) if m else None
    if m is None or moment is None or moment.recurrence or _is_void(place):
        return None
    return _moment_limit(moment, "by", m.end())


# từ … đến …

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


def read_window(place: Place) -> Limit | None:
    """ "từ ngày 15/11 đến ngày 15/12/2021", "từ nay đến hết năm 2024": the last day."""
    m = _WINDOW.match(place.text, place.at, place.end)
    if m is None or _is_void(place):
        return None
    moment = read_moment(place.text, m.end(), place.end, bare=True)
    if moment is None or moment.recurrence or not (place.commanded() or place.before(_SCHEDULED, 120)):
        return None
    if _figure_follows(place, moment.end) or place.entitled():
        return None
    return _moment_limit(moment, "by", place.at)


# vào …, thời hạn: …

_AFTER_ON = re.compile(r"vào\s+", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\b(?:thời gian|dự kiến|tổ chức)\b[^.;]*$", re.IGNORECASE)


def read_on(place: Place) -> Limit | None:
    """ "vào ngày 25 hằng tháng", "vào thứ Năm hằng tuần", "vào ngày 16/01/2024"; "vào cuối tháng 6/2024" is a limit by its end."""
    m = _AFTER_ON.match(place.text, place.at, place.end)
    moment = read_moment(place.text, m.end(), place.end) if m else None
    if moment is None or _is_void(place):
        return None
    if moment.recurrence is None and not (place.commanded() or (moment.full and place.before(_ANNOUNCED, 100))):
        return None
    return _moment_limit(moment, "by" if moment.first != moment.last else "on", place.at)


_LABEL = re.compile(
    r"thời\s(?P<label>hạn|gian)(?P<what>(?:\s[^\s:;.,()]+){0,6}?)(?:\s?:\s?|\slà\s)(?:(?:đến|hết|trong|vào|ngày)\s+)*(?=ngày|tháng|quý|năm|\d)",
    re.IGNORECASE,
)
_LASTING = re.compile(r"hiệu lực|nhiệm kỳ|bổ nhiệm|sử dụng|hưởng|thuê|hoạt động của dự án", re.IGNORECASE)
_DONE_BY = re.compile(r"hoàn|xong|thực hiện|báo cáo|gửi|nộp|trình|tiếp nhận|nhận", re.IGNORECASE)


def read_label(place: Place) -> Limit | None:
    """ "Thời hạn: 30/6/2025", "thời gian hoàn thành: quý II/2024", "thời hạn hoàn thành là ngày …"; the hour of a meeting is none."""
    m = _LABEL.match(place.text, place.at, place.end)
    if m is None or _LASTING.search(m["what"]):
        return None
    moment = read_moment(place.text, m.end(), place.end, bare=True)
    if moment is None or _GOES_ON.match(place.text, moment.end, place.end):
        return None
    if m["label"].lower() == "gian" and moment.full and not _DONE_BY.search(m["what"]):
        return None
    return _moment_limit(moment, "by", m.end())


def read_cell(place: Place) -> Limit | None:
    """The words of a table's cell under "Thời hạn": "30/6/2025", "Quý IV/2025", "Tháng 7/2025"."""
    start = _SPACES.match(place.text, place.at, place.end)
    moment = read_moment(place.text, start.end() if start else place.at, place.end, bare=True)
    return _moment_limit(moment, "by", place.at) if moment else None
