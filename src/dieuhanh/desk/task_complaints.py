"""What can go wrong with a task, in one plain Vietnamese sentence; and what a role may lack to work on one."""

from __future__ import annotations

from dieuhanh.apps.tasks.actions.reporting import LARGEST_FILE, LARGEST_REPORT, MOST_FILES
from dieuhanh.desk.complaints import MEGABYTE, explain
from dieuhanh.display.wording import day, one_line
from dieuhanh.domain.task_states import LABELS, State
from dieuhanh.errors import DieuhanhError, ForbiddenStepError, LateRequestError, NotAttachmentError, NotTaskError, TooLargeError

# What a field of `NotTaskError` means to who typed it.
FIELDS = {
    "title": "Nội dung nhiệm vụ còn trống, quá dài hoặc có ký tự không dùng được.",
    "lead": "Nhiệm vụ chưa có cơ quan chủ trì; hãy sửa dự thảo trước khi giao.",
    "lead_name": "Cách gọi chung của các cơ quan còn trống hoặc quá dài.",
    "agencies": "Có cơ quan được nêu hai lần, hoặc không còn trong danh mục.",
    "due_on": "Ngày thời hạn không dùng được.",
    "due_words": "Lời văn thời hạn còn trống, không nêu kỳ lặp lại nào, hoặc không khác chu kỳ đang có.",
    "holders": "Nhiệm vụ do nhiều cơ quan cùng chủ trì thì không giao lại cả nhiệm vụ được.",
    "cooperating": "Cơ quan phối hợp đã báo cáo thì không bỏ được.",
    "unchanged": "Cơ quan chủ trì và cơ quan phối hợp vẫn như cũ nên không có gì để giao lại.",
    "series": "Nhiệm vụ định kỳ thì đổi chu kỳ, nhiệm vụ khác thì sửa thời hạn.",
    "reason": "Lý do còn trống, quá dài hoặc có ký tự không dùng được.",
    "note": "Ghi chú quá dài hoặc có ký tự không dùng được.",
    "text": "Nội dung báo cáo còn trống, quá dài hoặc có ký tự không dùng được.",
    "document_number": "Số văn bản quá dài hoặc có ký tự không dùng được.",
    "progress": "Tiến độ phải từ 0 đến 100.",
    "wanted_on": "Ngày xin gia hạn phải sau thời hạn đang có, và chưa có yêu cầu nào đang chờ trả lời.",
    "granted_on": "Ngày gia hạn phải sau thời hạn đang có.",
    "request": "Không có yêu cầu gia hạn nào đang chờ trả lời.",
    "files": f"Mỗi báo cáo kèm không quá {MOST_FILES} tệp.",
    "part": "Hãy chọn đơn vị mà việc này nói đến.",
    "tasks": "Hãy chọn ít nhất hai dự thảo để gộp.",
    "pieces": "Hãy nêu ít nhất một việc con; nhiệm vụ do nhiều cơ quan cùng chủ trì thì không chia được.",
    "weight": "Trọng số phải từ 1 đến 1000.",
    "subject": "Tên chỉ tiêu còn trống, quá dài hoặc có ký tự không dùng được.",
    "wanted": "Mức cần đạt không dùng được.",
    "upper": "Mức trên của khoảng phải lớn hơn mức dưới, và so sánh là “đúng bằng” hoặc “khoảng”.",
    "unit": "Đơn vị tính quá dài hoặc có ký tự không dùng được.",
    "by": "Thời điểm phải đạt không dùng được.",
    "targets": "Nhiệm vụ đã có quá nhiều chỉ tiêu.",
    "target": "Nhiệm vụ không có chỉ tiêu này.",
    "on": "Ngày đo phải là hôm nay hoặc một ngày đã qua.",
    "value": "Số liệu không dùng được.",
    "day": "Ngày này không dùng được.",
    "name": "Lý do còn trống, quá dài hoặc có ký tự không dùng được.",
    "document_name": "Tên văn bản quá dài hoặc có ký tự không dùng được.",
    "issued_on": "Ngày văn bản không dùng được.",
    "plans": "Hãy tách thành ít nhất hai phần.",
    "subtasks": "Nhiệm vụ còn việc con chưa xong.",
}


def explain_task(error: DieuhanhError) -> str:
    """For the person who pressed the button."""
    match error:
        case NotTaskError():
            return FIELDS.get(error.field, f"Chưa hiểu được mục “{one_line(error.field)}”.")
        case ForbiddenStepError():
            return f"Nhiệm vụ đang ở trạng thái “{LABELS[State(error.state)]}” nên không làm được việc này; có thể người khác vừa làm rồi."
        case LateRequestError(due_on=None):
            return "Nhiệm vụ không có thời hạn nên không có gì để gia hạn."
        case LateRequestError():
            return f"Đã quá hạn ngày {day(error.due_on)}: chỉ xin gia hạn được chậm nhất vào ngày hết hạn." if error.due_on else ""
        case NotAttachmentError():
            return f"Không nhận tệp “{one_line(error.name)}”: chỉ nhận PDF, DOCX, XLSX, PPTX, PNG, JPEG, không trống và không chứa macro."
        case TooLargeError():
            whole = error.limit == LARGEST_REPORT != LARGEST_FILE
            return f"{'Các tệp cộng lại' if whole else 'Tệp'} lớn hơn giới hạn {error.limit / MEGABYTE:g} MB."
        case _:
            return explain(error)
