"""Whether what follows a list of agencies is something that they have to do.

Reads: Anchors, where the list ends.  Writes: yes or no.
"""

from __future__ import annotations

import re

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.patterns import TOLD

_TASKS_OF_BODIES = re.compile(
    r"""(?: (?:có|chịu)\ (?:nhiệm\ vụ|trách\ nhiệm) | tham\ mưu | giúp | chủ\ trì | phối\ hợp | khẩn\ trương | tiếp\ tục | tổ\ chức
          | chủ\ động | tăng\ cường | hoàn\ thành | báo\ cáo | họp | rà\ soát | tổng\ hợp | kiểm\ tra | đôn\ đốc )\b""",
    re.VERBOSE,
)
_TELLS = re.compile(  # after a complete name any small word may open the predicate, but not these, which tell or describe
    r"""
    (?: là | đã | đang | vừa | được | bị | chưa | sẽ | do | của | cho | gồm | bao\ gồm | và | hoặc | như | mà | từ | tại | đến | về | nêu
      | này | truyền\ đạt | nhận\ được | nhận\ thấy | thuộc | nói | với | trên | ở | số | năm | ngày | đánh\ giá\ cao | đều | còn | mới
      | phụ\ trách | tham\ gia\ thành\ viên | cùng | tham\ dự | dự | đính\ chính
      | nhấn\ mạnh | khẳng\ định | (?:cũng\ )?cho\ biết | nêu\ rõ | cho\ rằng
      | dẫn\ đầu | đạt | đứng | xếp\ thứ | trình\ bày | tham\ luận | ghi\ nhận | phát\ hiện\ \d | bắt | khởi\ tố\ \d | tăng | giảm | vượt
      | có(?!\ (?:trách\ nhiệm|nhiệm\ vụ|văn\ bản|kế\ hoạch|chính\ sách|cơ\ chế|phương\ án|giải\ pháp|biện\ pháp|hướng\ dẫn)) )\b
    """,
    re.VERBOSE,
)
_OF_BODY = re.compile(r"\s(?:của\s)?(?:Ban|Tổ|Hội đồng|Đoàn|Tiểu ban)\b[^,.;]*")
_RESULTS = re.compile(
    r"(?:phát hiện|bắt giữ|bắt|xử phạt|tiếp nhận|giải quyết|khởi tố|thu hồi|tịch thu) \d|trình bày|báo cáo tham luận"
    r"|(?:làm việc|hoạt động) (?:theo chế độ )?kiêm nhiệm"
)
# "Sở X được giao theo dõi …"; what was given to be built, managed or used is no order
_TOLD = re.compile(rf"{TOLD}\s(?!làm chủ đầu tư|quản lý|sử dụng|phụ trách)")


def predicate_follows(anchors: Anchors, end: int, limit: int, *, complete: bool) -> bool:
    """Whether a predicate or a colon follows at `end`; after a complete name any small word that does not tell of the past may be one."""
    text = anchors.text
    position = _after_brackets(text, end, limit)
    if position >= limit:
        return False
    if text[position] == ":":
        return True
    if _RESULTS.match(text, position):
        return False
    k = anchors.at(position)
    if k is None and (told := _TOLD.match(text, position, limit)):
        k = anchors.at(told.end())
    if k is not None and anchors.roles[k] & Role.PREDICATE:
        if anchors.roles[k] & Role.LEAD:
            return not text.startswith("là ", position) or _goes_on(text, anchors.ends[k], limit)
        return not text.startswith((" của", " này"), anchors.ends[k])
    return complete and text[position].islower() and text[position - 2 : position] != ", " and _TELLS.match(text, position) is None


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Whether the clause says more: "là cơ quan thường trực." alone says what they are, ", có trách nhiệm …" what they do."""
    of_body = _OF_BODY.match(text, end, limit)
    end = of_body.end() if of_body else end
    return end < limit and text[end] not in ".;"


def tasks_of_a_body(text: str, position: int) -> bool:
    """Whether a verb says what a committee has to do; others belong to its name ("Ban Chỉ đạo phát triển du lịch")."""
    return _TASKS_OF_BODIES.match(text, position) is not None


def _after_brackets(text: str, position: int, limit: int) -> int:
    """The first character after commas and one bracket."""
    position = _after_commas(text, position, limit)
    if not text.startswith("(", position):
        return position
    closing = text.find(")", position, limit)
    return limit if closing < 0 else _after_commas(text, closing + 1, limit)


def _after_commas(text: str, position: int, limit: int) -> int:
    while position < limit and text[position] in " ,":
        position += 1
    return position
