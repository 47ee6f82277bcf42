"""What can go wrong with the issue of a week, worded for the person who typed the command."""

from __future__ import annotations

from dieuhanh.display.wording import one_line
from dieuhanh.errors import (
    EditConflictError,
    EmptyWeekError,
    FutureWeekError,
    GateClosedError,
    IssueError,
    IssueExistsError,
    IssueStateError,
    NotIssueError,
    NotWeekError,
    UnknownIssueError,
)

STATES = {
    "draft": "đang soạn",
    "in_review": "đang chờ duyệt",
    "approved": "đã duyệt",
    "scheduled": "đã hẹn giờ đăng",
    "published": "đã đăng",
}
PLAIN = {
    FutureWeekError: "tuần này chưa đến, chưa có văn bản để tổng hợp",
    EmptyWeekError: "sổ không có văn bản nào của tỉnh trong những ngày này; hãy nạp trang bằng dieuhanh load",
    IssueExistsError: "đã có bản tin của những ngày này; hãy xem bằng dieuhanh digest show",
    UnknownIssueError: "chưa có bản tin của những ngày này; hãy tổng hợp bằng dieuhanh digest compile",
}


def explain_issue(error: IssueError) -> str:
    """One line without a stop."""
    match error:
        case NotWeekError():
            return f"không có tuần {one_line(error.words)}"
        case IssueStateError():
            return f"bản tin {STATES[error.state]}, không làm được việc này"
        case EditConflictError():
            return f"{one_line(error.author)} vừa lưu phiên bản {error.version}; hãy xem lại phiên bản đó trước khi lưu"
        case NotIssueError():
            return f"không hiểu được trường {one_line(error.field)}"
        case GateClosedError():
            return f"còn {error.findings} chỗ chưa khớp nguồn và {error.stale} mục có nguồn đã đổi; xem bằng dieuhanh digest check"
        case _:
            return PLAIN.get(type(error), "không làm được việc này với bản tin")
