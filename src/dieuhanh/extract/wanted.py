"""Whether a figure is to be reached: as a goal every figure but means and norms, in an order only what is bounded from below.

Reads: a Sentence, one of its figures.  Writes: yes or no.
"""

from __future__ import annotations

import re

from dieuhanh.extract.figures import SHARES, Figure
from dieuhanh.extract.goals import Sentence, is_over
from dieuhanh.extract.horizons import Horizon

_LONGEST_PART = 400  # characters before a figure in which its clause is looked at
_AFTERWARDS = re.compile(r"so với (?:cùng kỳ|năm trước)|(?:kế hoạch|dự toán) (?:năm|cả năm)|vượt kế hoạch", re.IGNORECASE)
# What follows is searched in lower case in the words before a figure: of its part (from the last comma) or of its clause.
_NORM = re.compile(
    r"""\b(?: hỗ\strợ | miễn | mức(?!\sđộ) | hệ\ssố | (?<!đánh\s)giá(?!\strị) | (?<!chi\s)(?<!kinh\s)(?<!lãng\s)phí
      | (?:tiền|giảm|miễn)\sthuế | thuế\ssuất | tiền\sthuê | lãi\ssuất | phụ\scấp | trợ\scấp | (?<!ảnh\s)hưởng | lương
      | góp\svốn | cổ\sphần | trọng\ssố | phạt | tỷ\slệ\sđiều\stiết | bồi\sthường )\b""",
    re.VERBOSE,
)
_MEANS = re.compile(r"\b(?:kinh phí|tổng mức đầu tư|tổng vốn(?: đầu tư)?|nguồn vốn|vốn ngân sách|diện tích đất|quy mô)\b")
_RAISES = re.compile(r"\b(?:thu hút|huy động|giải ngân)\b")
_REACHES = re.compile(r"\b(?:bảo đảm|đảm bảo|duy trì|phải|đạt|tăng|giảm|giải ngân|hoàn thành|tiết kiệm|cắt giảm)\b")
_ENSURES = re.compile(r"\b(?:bảo đảm|đảm bảo|duy trì|phải|cần|yêu cầu|mỗi)\b")
_ENSURES_REACHING = re.compile(r"\b(?:bảo đảm|đảm bảo)\s.*\sđạt\s$")
_LIFTS = re.compile(
    r"\b(?:nâng|đưa|tăng|giảm|hạ)\s[^.]*\s(?:lên|xuống|còn)\s(?:(?:đạt|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng)\s)*$"
)
_LIFTS_FIRST = re.compile(r"\s?(?:nâng|đưa|kéo giảm)\b")
_SAVES = re.compile(
    r"\b(?:tiết kiệm|cắt giảm|rút ngắn)(?:\s[^\s.\d]+){0,5}\s$"
    r"|\bgiảm\s(?:thời gian|chi phí|thủ tục|đầu mối|biên chế)(?:\s[^\s.\d]+){0,6}\s$"
)
_HAS = re.compile(r"\bcó\s(?:từ\s|ít nhất\s|tối thi[ểế]u\s|trên\s)?$")
_FLOOR = re.compile(r"(?:ít nhất|tối thi[ểế]u|không dưới|không thấp hơn|≥|đạt từ)\s(?:(?:là|đạt|được)\s)?$")
_WITH_ALL = ("với ", "vốn ", " do ")
_WHERE = (" của ", " tại ", " ở ", " trên địa bàn ", " giữa ")  # "kiểm kê rừng của 10 huyện": not so many are the goal
_VOTE = re.compile(r"\s?(?:số\s)?(?:đại biểu|phiếu|thành viên)\b[^,;.]*(?:biểu quyết|tán thành|nhất trí|bỏ phiếu|đồng ý)", re.IGNORECASE)
_CONTAINS = re.compile(r"\b(?:đề ra|gồm|bao gồm|nêu|xác định)\s$")  # what a plan holds is no goal of it
_RANKED = re.compile(r"\b(?:nhóm|top|tốp|thuộc|trong số)\s(?:\S+\s)?$")
_MAKES = re.compile(
    r"\b(?:trồng|xây dựng|thành lập|đào tạo|hoàn thành|thu hút|phát triển|xóa|xoá|sửa chữa|kết nạp|hỗ trợ|công nhận|đầu tư|cấp"
    r"|số hóa|số hoá)\b"
)
_AGES = re.compile(r"\b(?:tuổi thọ|số năm|sống khỏe|sống khoẻ)\b")
_SHARED_OUT = re.compile(r"\b(?:đồng|USD|ha|tấn)\scho\s$")  # "356.780 triệu đồng cho 27 dự án"
_SHRINKS = re.compile(r"(?:còn|xuống|giảm|rút ngắn|gấp|tăng)\s(?:\S+\s){0,3}$")
_MONEY = re.compile(r"(?<!hợp )(?:đồng|USD|tệ)\b")
_PASSING = re.compile(r"(?:giờ|phút|ngày(?: làm việc)?|tháng|tuần|lần|năm|tuổi)$")
_LIFE = ("tuổi", "năm")
_LENGTHS = ("m", "m2", "m²", "mét", "cm", "mm", "kg")  # in an order these are norms: how wide, how heavy


def is_wanted(sentence: Sentence, figure: Figure, horizon: Horizon | None, previous: Figure | None) -> bool:
    """Whether the sentence wants the figure reached."""
    if horizon is not None and is_over(sentence, horizon) and (horizon.led or horizon.span[0] < figure.span[0]):
        return False
    if _SHARED_OUT.search(sentence.text, sentence.span[0], figure.span[0]):
        return False
    if previous is not None and _describes(sentence.text, previous, figure):
        return False
    goal = _state(sentence, figure, horizon)
    if goal is None:
        return False
    return _counts_as_goal(sentence, figure) if goal else _counts_in_order(sentence, figure, horizon)


def _state(sentence: Sentence, figure: Figure, horizon: Horizon | None) -> bool | None:
    """True where goals are set at the figure, None where results are reported, False where neither is said.

    A word of its own clause that sets goals wins; then a word that reports, unless an order only speaks of what was done;
    then a time to come.
    """
    text, start, at = sentence.text, sentence.span[0], figure.span[0]
    clause = max(text.rfind(";", start, at) + 1, start)
    goal_at = max((g for g in sentence.goals if g < at), default=-1)
    if goal_at >= clause:
        return True
    coming_at = max((h.span[0] for h in sentence.horizons if h.span[1] <= at and _sets_goal(sentence, h)), default=-1)
    result_at = max((r for r in sentence.results if r < at and (r >= clause or not sentence.directs)), default=-1)
    if result_at > goal_at and (result_at >= clause or max(goal_at, coming_at) < 0):
        return None
    if max(goal_at, coming_at) >= 0 or sentence.run.goal:
        return True
    end = min(sentence.span[1], at + _LONGEST_PART)
    stop = text.find(";", at, end)
    if _AFTERWARDS.search(text, at, stop if stop >= 0 else end):
        return None
    return bool(horizon is not None and horizon.until and horizon.fronted)


def _sets_goal(sentence: Sentence, horizon: Horizon) -> bool:
    """Whether a time to come makes goals of what follows: "đến năm 2030", "giai đoạn 2026 - 2030:", next year."""
    issued_on = sentence.issued_on
    if is_over(sentence, horizon) or not horizon.fronted:
        return False
    if horizon.until or "/" in horizon.by:
        return True
    return issued_on is not None and horizon.last.year > issued_on.year


def _describes(text: str, previous: Figure, figure: Figure) -> bool:
    """Whether a figure only tells more of the one before it: "95% trẻ em … được tiêm đủ 02 mũi"."""
    if figure.unit.startswith(SHARES):
        return False
    between = text[previous.span[1] : figure.span[0]]
    if any(mark in between for mark in (", ", "; ", ": ", "(")):
        return False
    return " và " not in between and (not figure.compared or previous.unit.startswith(SHARES))


def _words_before(sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """The clause and the part of it (from the last comma) that stand before a figure, in lower case."""
    text, at = sentence.text, figure.span[0]
    low = max(sentence.span[0], at - _LONGEST_PART)
    clause = text[max(text.rfind(";", low, at) + 1, low) : at].lower()
    return clause, clause[max(clause.rfind(","), clause.rfind(":")) + 1 :]


def _counts_as_goal(sentence: Sentence, figure: Figure) -> bool:
    """In a sentence of goals every figure counts but means, norms, spans of time and what no list knows."""
    unit = figure.unit
    if unit.startswith(SHARES):
        return True
    if not figure.known:
        return True
    _, part = _words_before(sentence, figure)
    if _CONTAINS.search(part):
        return False
    if unit in _LIFE:
        return _AGES.search(part) is not None
    if _PASSING.search(unit) and "/" not in unit:
        return figure.compared or _SHRINKS.search(part) is not None
    if part.endswith(_WHERE) and not _MONEY.search(unit):
        return False
    means = _MONEY.search(unit) and _MEANS.search(part) and not _RAISES.search(part)
    return not means and _RANKED.search(part) is None


def _counts_in_order(sentence: Sentence, figure: Figure, horizon: Horizon | None) -> bool:
    """In an order only what must be reached at least, all of something, or what is to be saved; never a condition or a norm."""
    clause, part = _words_before(sentence, figure)
    ensured = _ENSURES.search(clause) is not None
    has = _HAS.search(part) is not None
    at_least = figure.comparator == ">=" and (_FLOOR.search(part) is not None or ensured)
    if figure.unit.startswith(SHARES):
        return _NORM.search(part) is None and _share_counts(
            sentence, figure, part, at_least=at_least and (ensured or not has), ensured=ensured
        )
    if not figure.known or _MONEY.search(figure.unit) or _PASSING.search(figure.unit.split("/")[0]) or figure.unit in _LENGTHS:
        return False
    made = sentence.directs and horizon is not None and _MAKES.search(part) is not None
    return made or (at_least and (ensured or not has))


def _share_counts(sentence: Sentence, figure: Figure, part: str, *, at_least: bool, ensured: bool) -> bool:
    """Whether an order wants a share reached: the whole of something, a floor, what is raised or saved, what is to be ensured."""
    if figure.value == 100:
        return not part.endswith(_WITH_ALL) and _VOTE.match(sentence.text, figure.span[1], sentence.span[1]) is None
    if at_least or _SAVES.search(part):
        return True
    if _LIFTS.search(part) and (sentence.directs or _LIFTS_FIRST.match(part)):
        return True
    return ensured and (_ENSURES_REACHING.search(part) is not None or (figure.compared and _REACHES.search(part) is not None))
