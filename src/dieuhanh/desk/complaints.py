"""Every error that a person at the desk can meet, in one plain Vietnamese sentence that says what to do."""

from __future__ import annotations

from dieuhanh.apps.accounts.permissions import ADD_USER, ENTER_DESK, RESET_ACCESS, SET_ROLES
from dieuhanh.display.wording import one_line
from dieuhanh.errors import (
    DieuhanhError,
    EmptyPageError,
    FactGoneError,
    FetchError,
    ForbiddenAddressError,
    NameTakenError,
    NotDigestError,
    NotFactError,
    NotNameError,
    NotPermittedError,
    NotTextError,
    NotTokenError,
    PageChangedError,
    SecretTextError,
    TooLargeError,
    UnknownTokenError,
    UnknownUserError,
    WeakPasswordError,
)

MEGABYTE = 1024 * 1024

PLAIN: dict[type[DieuhanhError], str] = {
    EmptyPageError: "Trang trống, không có chữ nào.",
    NotTextError: "Đây không phải là văn bản chữ: có thể là ảnh, tệp nén hay tệp hỏng.",
    NotDigestError: "Đây không phải là bản tin chỉ đạo, điều hành: không có tiêu đề bản tin và không có mục nào.",
    SecretTextError: "Văn bản mang dấu độ mật nên bị từ chối; hệ thống không giữ lại chữ nào của văn bản.",
    ForbiddenAddressError: "Chỉ tải được địa chỉ http, https trên mạng công cộng; địa chỉ trong mạng nội bộ bị từ chối.",
    PageChangedError: "Trang vừa có phiên bản mới. Ý kiến chưa được ghi; hãy xem lại trên phiên bản mới rồi ghi lại.",
    FactGoneError: "Dữ kiện này vừa được người khác sửa hoặc vừa được đọc lại. Ý kiến chưa được ghi; hãy xem lại dữ kiện hiện có.",
    NotNameError: "Tên đăng nhập chỉ gồm chữ, số và các dấu @ . + - _, dài từ 1 đến 150 ký tự; họ và tên dài không quá 200 ký tự.",
    NameTakenError: "Đã có tài khoản mang tên này (không phân biệt chữ hoa, chữ thường).",
    NotTokenError: "Hãy nêu khóa dùng cho việc gì (không quá 100 ký tự); mỗi tài khoản có không quá 20 khóa đang dùng.",
    UnknownTokenError: "Không có khóa nào như vậy đang dùng.",
    UnknownUserError: "Không có tài khoản mang tên này.",
}
WEAKNESSES = {
    "password_too_short": "quá ngắn, cần ít nhất 8 ký tự",
    "password_too_common": "quá phổ biến",
    "password_entirely_numeric": "chỉ gồm chữ số",
    "password_too_similar": "quá giống tên đăng nhập",
    "password_not_printable": "có ký tự không gõ lại được",
}
# What a role may lack, by the permission that the page or the action asks for.
ACTS = {
    "corrections.confirm_fact": "xác nhận dữ kiện",
    "corrections.correct_fact": "sửa dữ kiện",
    "corrections.reject_fact": "bác dữ kiện",
    "corrections.add_fact": "thêm dữ kiện",
    "corrections.acknowledge_warning": "ghi nhận đã xem lưu ý",
    "documents.register_page": "đưa trang vào sổ đăng ký",
    "audit.view_entry": "xem nhật ký",
    "tasks.see_every_task": "xem nhiệm vụ của mọi đơn vị",
    "tasks.draft_tasks": "lập dự thảo nhiệm vụ",
    "tasks.edit_draft": "sửa dự thảo nhiệm vụ",
    "tasks.merge_drafts": "gộp dự thảo nhiệm vụ",
    "tasks.split_draft": "tách dự thảo nhiệm vụ",
    "tasks.drop_draft": "bỏ dự thảo nhiệm vụ",
    "tasks.assign_tasks": "giao nhiệm vụ",
    "tasks.add_task": "thêm nhiệm vụ",
    "tasks.correct_deadline": "sửa thời hạn của nhiệm vụ",
    "tasks.reassign": "giao lại nhiệm vụ cho cơ quan khác",
    "tasks.change_rule": "đổi chu kỳ của nhiệm vụ định kỳ",
    "tasks.set_target": "thêm chỉ tiêu của nhiệm vụ",
    "tasks.drop_target": "bỏ chỉ tiêu của nhiệm vụ",
    "tasks.accept": "nhận nhiệm vụ",
    "tasks.refuse": "từ chối nhiệm vụ",
    "tasks.report": "báo cáo nhiệm vụ",
    "tasks.ask_extension": "xin gia hạn nhiệm vụ",
    "tasks.confirm_done": "xác nhận nhiệm vụ hoàn thành",
    "tasks.send_back": "trả lại nhiệm vụ",
    "tasks.grant_extension": "chấp thuận gia hạn",
    "tasks.refuse_extension": "trả lời yêu cầu gia hạn",
    "tasks.suspend": "tạm dừng nhiệm vụ",
    "tasks.resume": "tiếp tục nhiệm vụ",
    "tasks.cancel": "hủy nhiệm vụ",
    "tasks.set_membership": "gắn người dùng với đơn vị",
    "tasks.import_tasks": "nhập nhiệm vụ từ bảng tính",
    "tasks.add_subtasks": "chia nhiệm vụ thành việc con",
    "tasks.record_measure": "ghi số liệu chỉ tiêu",
    "tasks.set_calendar_day": "sửa lịch làm việc",
    "tasks.pass_to_successors": "chuyển nhiệm vụ cho cơ quan kế thừa",
    "notices.set_schedule": "đặt lịch nhắc việc",
    "notices.send_again": "gửi lại thư, lời nhắc",
    "notices.renew_address": "lập địa chỉ riêng của đơn vị",
    "notices.urge": "lập phiếu đôn đốc",
    "webhooks.subscribe": "đăng ký nơi nhận thông báo tự động",
    "webhooks.unsubscribe": "ngừng gửi thông báo tự động",
    "webhooks.pause": "tạm ngừng, tiếp tục gửi thông báo tự động",
    "webhooks.redeliver": "gửi lại thông báo tự động",
    "digests.compile_issue": "tổng hợp bản tin tuần",
    "digests.save_issue": "biên tập bản tin tuần",
    "digests.submit_issue": "trình duyệt bản tin tuần",
    "digests.send_back_issue": "trả bản tin tuần về để sửa",
    "digests.waive_finding": "nhận trách nhiệm về chỗ chưa khớp nguồn",
    "digests.approve_issue": "duyệt bản tin tuần",
    "digests.publish_issue": "đăng bản tin tuần, hẹn giờ đăng",
    "digests.correct_issue": "đính chính bản tin tuần đã đăng",
    "digests.choose_topics": "chọn lĩnh vực cho văn bản",
    "digests.edit_scheme": "sửa danh mục lĩnh vực và quy tắc sắp xếp",
    ADD_USER: "lập tài khoản",
    SET_ROLES: "giao vai trò",
    RESET_ACCESS: "đặt mật khẩu mới cho người khác",
    ENTER_DESK: "vào bàn làm việc",
}


def explain(error: DieuhanhError) -> str:
    """What went wrong, for the person who pressed the button; says nothing of a page's text."""
    match error:
        case NotPermittedError():
            lacking = ACTS.get(error.permission, "làm việc này")
            return f"Vai trò của tài khoản {one_line(error.actor)} không được {lacking}. Cần thì hỏi người quản trị."
        case TooLargeError():
            return f"Trang lớn hơn giới hạn {error.limit / MEGABYTE:g} MB."
        case FetchError(status=None):
            return "Địa chỉ này không trả lời."
        case FetchError():
            return f"Máy chủ ở địa chỉ này trả lời bằng mã lỗi {error.status}."
        case NotFactError():
            return f"Chưa hiểu được mục “{one_line(error.field)}”."
        case WeakPasswordError():
            return "Mật khẩu không dùng được: " + "; ".join(WEAKNESSES.get(reason, reason) for reason in error.reasons) + "."
        case _:
            return PLAIN.get(type(error), "Không thực hiện được việc này.")
