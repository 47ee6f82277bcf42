"""What can go wrong with the issue of a week at the desk, in one plain Vietnamese sentence."""

from __future__ import annotations

from dieuhanh.apps.digests.models import State
from dieuhanh.desk.complaints import explain
from dieuhanh.display.wording import one_line
from dieuhanh.errors import (
    DieuhanhError,
    EditConflictError,
    EmptyWeekError,
    FutureWeekError,
    GateClosedError,
    IssueStateError,
    NoSuchFindingError,
    NotIssueError,
    NotWeekError,
    UnknownIssueError,
)

# What a field of `NotIssueError` means to who typed it.
FIELDS = {
    "title": "Tiêu đề còn trống, quá dài hoặc có ký tự không dùng được.",
    "headline": "Tên mục còn trống, quá dài hoặc có ký tự không dùng được.",
    "body": "Nội dung mục quá dài hoặc có ký tự không dùng được.",
    "sources": "Có nguồn không còn trong sổ đăng ký, hoặc được nêu hai lần.",
    "entries": "Chưa có gì thay đổi, hoặc số bản tin không còn mục nào, hoặc quá nhiều mục.",
    "key": "Mục này không thuộc số bản tin.",
    "statement": "Lời đính chính còn trống, quá dài hoặc có ký tự không dùng được.",
    "reason": "Lý do còn trống hoặc quá dài.",
    "publish_at": "Giờ đăng phải ở phía trước.",
    "version": "Số bản tin vừa được sửa sau khi trang này được mở. Hãy đọc bản hiện có rồi duyệt.",
    "code": "Tên này không lập được mã, mã đã có, hoặc số điểm quá lớn.",
    "name": "Tên lĩnh vực còn trống hoặc quá dài, hoặc có quá nhiều từ gợi ý.",
    "topics": "Có lĩnh vực không còn trong danh mục. Hãy xem lại danh mục rồi chọn lại.",
    "value": "Điều kiện chưa đúng: loại này cần một con số, và lời nêu lý do không được trống.",
}
PLAIN: dict[type[DieuhanhError], str] = {
    FutureWeekError: "Tuần này chưa đến nên chưa có văn bản nào để tổng hợp.",
    EmptyWeekError: "Sổ đăng ký không có văn bản nào của tỉnh trong những ngày này. Hãy nạp trang bản tin trước, hoặc chọn tuần khác.",
    UnknownIssueError: "Không còn số bản tin hay mục tin này; có thể người khác vừa bỏ.",
    NoSuchFindingError: "Không còn chỗ chưa khớp này, không còn nguồn để đối chiếu, hoặc thiếu lý do.",
}


def explain_issue(error: DieuhanhError) -> str:
    """For the person who pressed the button."""
    match error:
        case NotWeekError():
            return f"Không có tuần “{one_line(error.words)}”. Hãy viết như 2024-W03, hoặc chọn ngày; một số bản tin gồm không quá 31 ngày."
        case IssueStateError():
            return f"Số bản tin đang ở trạng thái “{State(error.state).label}” nên không làm được việc này; có thể người khác vừa làm rồi."
        case EditConflictError():
            return f"{one_line(error.author)} vừa lưu phiên bản {error.version}. Việc này chưa được ghi; hãy xem lại rồi làm lại."
        case NotIssueError():
            return FIELDS.get(error.field, f"Chưa hiểu được mục “{one_line(error.field)}”.")
        case GateClosedError():
            return f"Chưa qua được bước đối chiếu: còn {_left(error)}. {_way_out(error)}"
        case _:
            return PLAIN.get(type(error)) or explain(error)


def _left(error: GateClosedError) -> str:
    findings = f"{error.findings} chỗ chưa khớp nguồn" if error.findings else ""
    stale = f"{error.stale} mục có nguồn đã đổi" if error.stale else ""
    return " và ".join(filter(None, [findings, stale]))


def _way_out(error: GateClosedError) -> str:
    """Nobody can answer for a source that changed: somebody has to look at it."""
    stale = "Mục có nguồn đã đổi phải được người biên tập ghi nhận đã đối chiếu lại." if error.stale else ""
    findings = "Hãy sửa, hoặc nhận trách nhiệm kèm lý do, rồi làm lại." if error.findings else ""
    return " ".join(filter(None, [findings, stale]))
