"""Words of haste or of habit that set no day: "khẩn trương", "ngay sau khi …", "thường xuyên", "khi có yêu cầu" (không có thời hạn)."""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.domain.deadlines.asked import NO_ISSUE, Asked
from dieuhanh.domain.deadlines.explanation import Reading, open_question
from dieuhanh.domain.deadlines.words import hour_in
from dieuhanh.text.days import written_day

_TODAY = re.compile(r"(?:ngay )?trong (?:ngày )?(?:hôm nay|ngày)$|(?:^|\s)hôm nay$|(?:^|\s)ngay trong ngày(?: hôm nay)?$")
_TOMORROW = re.compile(r"(?:ngày mai|ngày hôm sau)$")
_ELSEWHERE = re.compile(r"\btheo (?:đúng )?(?:quy định|thời hạn|thời gian|yêu cầu|tiến độ|lộ trình|kế hoạch|hướng dẫn|chỉ đạo|đề nghị)\b")
_HASTE = re.compile(r"\b(?:ngay|khẩn trương|khẩn cấp|hỏa tốc|kịp thời|sớm|nhanh chóng|lập tức|tức thì|thời gian tới|thời gian ngắn nhất)\b")
_HABIT = re.compile(r"\b(?:thường xuyên|liên tục|hằng kỳ|lâu dài|duy trì)\b")
_ON_DEMAND = re.compile(
    r"\b(?:đột xuất|khi có (?:yêu cầu|phát sinh|vụ việc|tình huống|thay đổi)|khi cần(?: thiết)?|tùy tình hình|nếu có)\b"
)
_PERIODIC = re.compile(r"\bđịnh kỳ\b")


def read_today(asked: Asked) -> Reading | None:
    """ "ngay trong ngày", "hôm nay": the day of issue; "ngày mai": the day after it."""
    later = _TOMORROW.search(asked.words) is not None
    if not later and _TODAY.search(asked.words) is None:
        return None
    if asked.issued_on is None:
        return open_question(NO_ISSUE)
    day = asked.issued_on + dt.timedelta(days=later)
    step = f"{asked.quoted()}: tính theo ngày ban hành {written_day(asked.issued_on)} → {written_day(day)}"
    return Reading((step,), due_on=day, hour=hour_in(asked.words))


def read_vague(asked: Asked) -> Reading | None:
    """No day at all, said so; what another document fixes stays open."""
    if _ON_DEMAND.search(asked.words):
        return Reading((f"{asked.quoted()}: chỉ làm khi phát sinh; không có thời hạn",))
    if _HASTE.search(asked.words):
        return Reading((f"{asked.quoted()}: yêu cầu làm nhanh nhưng không nêu ngày; không có thời hạn",))
    if _HABIT.search(asked.words):
        return Reading((f"{asked.quoted()}: việc thường xuyên, không nêu ngày; không có thời hạn",))
    if _ELSEWHERE.search(asked.words):
        return open_question("thời hạn nằm ở văn bản khác; cần người cho biết ngày", f"{asked.quoted()} dẫn sang văn bản khác")
    if _PERIODIC.search(asked.words):
        return open_question("chưa rõ chu kỳ (tháng, quý, năm); cần người cho biết", f"{asked.quoted()} không nêu chu kỳ")
    return None
