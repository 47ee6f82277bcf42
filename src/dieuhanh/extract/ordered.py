"""Whether an order wants a figure reached: a floor, the whole of something, what is raised, saved or kept; never a condition or a norm.

Reads: a Sentence, one of its figures, the words before it.  Writes: yes or no.
"""

from __future__ import annotations

import re

from dieuhanh.extract.figures import SHARES, Figure
from dieuhanh.extract.goals import Sentence
from dieuhanh.extract.horizons import Horizon
from dieuhanh.extract.units import LENGTHS, MONEY, PASSING

# What follows is searched in lower case in the words before a figure: of its part (from the last comma) or of its clause.
_NORM = re.compile(
    r"""\b(?: hỗ\strợ | miễn | mức(?!\sđộ) | hệ\ssố | (?<!đánh\s)giá(?!\strị) | (?<!chi\s)(?<!kinh\s)(?<!lãng\s)(?<!viện\s)phí
      | (?:tiền|giảm|miễn)\sthuế | thuế\ssuất | tiền\sthuê | lãi\ssuất | phụ\scấp | trợ\scấp | (?<!ảnh\s)hưởng | lương
      | góp\svốn | cổ\sphần | trọng\ssố | phạt | tỷ\slệ\sđiều\stiết | bồi\sthường )\b""",
    re.VERBOSE,
)
_REACHES = re.compile(r"\b(?:bảo đảm|đảm bảo|duy trì|phải|đạt|tăng|giảm|giải ngân|hoàn thành|tiết kiệm|cắt giảm)\b")
_ENSURES = re.compile(r"\b(?:bảo đảm|đảm bảo|duy trì|phải|cần|yêu cầu|mỗi)\b")
_COMPARED = r"(?:(?:đạt|trên|dưới|từ|ít nhất|tối thiểu|tối đa|không quá|khoảng)\s)*$"
_MUST_REACH = re.compile(rf"\b(?:bảo đảm|đảm bảo|phải)\s(?:.*\s)?đạt\s{_COMPARED}")
_LIFTS = re.compile(rf"\b(?:nâng|đưa|tăng|giảm|hạ|rút ngắn)\s[^.]*\s(?:lên|xuống|còn)\s{_COMPARED}")
_LIFTS_FIRST = re.compile(r"\s?(?:nâng|đưa|kéo giảm)\b")
_KEEPS = re.compile(r"\b(?:không để|giữ|giữ vững|duy trì|kiểm soát|khống chế)\s")
_CHANGES = re.compile(
    r"\b(?:tăng|giảm)\s(?!trưởng\b|cường\b|thêm\b|bình quân\b)(?:(?!so với\b)[^\s\d]+\s){2,12}$"  # "tăng lượng dự trữ thêm 10%"
)
_CHANGES_FIRST = re.compile(r"\b(?:tăng|giảm)\s(?:(?:thêm|từ|ít nhất|khoảng|trên)\s)*$")
_CHANGED = re.compile(r"\s(?:tỷ lệ|số|lượng|thời gian|chi phí)\s")  # "giảm 4 - 5% tỷ lệ hộ nghèo"
_STATED = re.compile(rf"\s?(?:tỷ lệ|tỷ trọng|chỉ số|mức độ)\s(?:.*\s)?đạt\s{_COMPARED}")  # "…; tỷ lệ ký số đạt trên 90%"
_SAVES = re.compile(
    r"\b(?:tiết kiệm|cắt giảm|rút ngắn)(?:\s[^\s.\d]+){0,5}\s$"
    r"|\bgiảm\s(?:thời gian|chi phí|thủ tục|đầu mối|biên chế)(?:\s[^\s.\d]+){0,6}\s$"
)
_HAS = re.compile(r"\bcó\s(?:từ\s|ít nhất\s|tối thi[ểế]u\s|trên\s)?$")
_FLOOR = re.compile(r"(?:ít nhất|tối thi[ểế]u|không dưới|không thấp hơn|≥|đạt từ)\s(?:(?:là|đạt|được)\s)?$")
_OF_ALL = re.compile(r"(?:(?<!đối )với|vốn| do|bằng)\s$")  # "với 100% vốn nhà nước", "chi trả bằng 100% mức lương"
_VOTE = re.compile(r"\s?(?:số\s)?(?:đại biểu|phiếu|thành viên)\b[^,;.]*(?:biểu quyết|tán thành|nhất trí|bỏ phiếu|đồng ý)", re.IGNORECASE)
_MAKES = re.compile(
    r"\b(?:trồng|xây dựng|thành lập|đào tạo|hoàn thành|thu hút|phát triển|xóa|xoá|sửa chữa|kết nạp|hỗ trợ|công nhận|đầu tư|cấp"
    r"|số hóa|số hoá)\b"
)
_AMOUNTS_TO = re.compile(r"\s?(?:với\s)?tổng\s(?:giá trị|sản lượng|công suất|diện tích)\b")  # goes on telling what was to be reached before


def counts_in_order(sentence: Sentence, figure: Figure, horizon: Horizon | None, before: tuple[str, str], *, follows: bool) -> bool:
    """Whether an order wants the figure reached; `follows`: the figure before it is wanted."""
    clause, part = before
    ensured = _ENSURES.search(clause) is not None
    has = _HAS.search(part) is not None
    at_least = figure.comparator == ">=" and (_FLOOR.search(part) is not None or ensured) and (ensured or not has)
    normed = _NORM.search(part) is not None
    if figure.unit.startswith(SHARES):
        return not normed and (at_least or _share_counts(sentence, figure, part, ensured=ensured))
    if not figure.known:
        return False
    if MONEY.search(figure.unit):
        return not normed and (_MUST_REACH.search(part) is not None or (follows and _AMOUNTS_TO.match(part) is not None))
    if "/" in figure.unit and not normed and _is_kept(figure, part):
        return True
    if PASSING.search(figure.unit.split("/")[0]):
        return not normed and _is_lifted(sentence, part)
    if figure.unit in LENGTHS:  # how wide, how heavy: norms
        return False
    made = sentence.directs and horizon is not None and _MAKES.search(part) is not None
    return made or at_least or (not normed and _is_lifted(sentence, part))


def _share_counts(sentence: Sentence, figure: Figure, part: str, *, ensured: bool) -> bool:
    """Whether an order wants a share reached: the whole of something, what is raised, saved or kept, what is to be ensured."""
    if figure.value == 100:
        return _OF_ALL.search(part) is None and _VOTE.match(sentence.text, figure.span[1], sentence.span[1]) is None
    if _SAVES.search(part) or _is_lifted(sentence, part) or _is_kept(figure, part) or _is_changed(sentence, figure, part):
        return True
    if sentence.directs and figure.comparator in (">", ">=") and _STATED.match(part):
        return True
    return ensured and (_MUST_REACH.search(part) is not None or (figure.compared and _REACHES.search(part) is not None))


def _is_lifted(sentence: Sentence, part: str) -> bool:
    return _LIFTS.search(part) is not None and (sentence.directs or _LIFTS_FIRST.match(part) is not None)


def _is_kept(figure: Figure, part: str) -> bool:
    return figure.comparator in ("<", "<=") and _KEEPS.search(part) is not None


def _is_changed(sentence: Sentence, figure: Figure, part: str) -> bool:
    """Whether a verb with its object says that the share is to rise or fall; without an object it may report: "doanh thu tăng 12%"."""
    if not sentence.directs:
        return False
    if _CHANGES.search(part):
        return True
    return _CHANGES_FIRST.search(part) is not None and _CHANGED.match(sentence.text, figure.span[1], sentence.span[1]) is not None
