"""Every failure in one plain Vietnamese line, and the statuses that the command ends with."""

from __future__ import annotations

import errno
import sys
from enum import IntEnum

from dieuhanh.cli.issue_messages import explain_issue
from dieuhanh.display.wording import day, one_line
from dieuhanh.domain.task_states import LABELS, State
from dieuhanh.errors import (
    ConfigurationError,
    DatabaseUnreachableError,
    DieuhanhError,
    EmptyPageError,
    FactGoneError,
    FetchError,
    ForbiddenAddressError,
    ForbiddenStepError,
    IssueError,
    LateRequestError,
    NameTakenError,
    NoSuchTaskError,
    NotAttachmentError,
    NotBundleError,
    NotDigestError,
    NotFactError,
    NotFoundError,
    NothingOverdueError,
    NotNameError,
    NotPermittedError,
    NotScheduleError,
    NotSheetError,
    NotTaskError,
    NotTextError,
    NotTokenError,
    PageChangedError,
    SecretTextError,
    TaskError,
    TooLargeError,
    UnknownTokenError,
    UnknownUserError,
    WeakPasswordError,
)

MEGABYTE = 1024 * 1024  # as file managers count


class Status(IntEnum):
    """What a command that takes pages ends with; the worst of the pages counts."""

    READ = 0
    NOT_READ = 1
    WRONG_USAGE = 2
    REFUSED = 3


STATUS_MEANINGS = {
    Status.READ: "mọi trang đều đọc được",
    Status.NOT_READ: "có trang không đọc được hoặc không ghi được kết quả (các trang khác vẫn được đọc)",
    Status.WRONG_USAGE: "gõ lệnh sai: thiếu tên trang, sai tùy chọn, hai trang ghi vào cùng một tệp",
    Status.REFUSED: "có trang mang dấu độ mật, bị từ chối (các trang khác vẫn được đọc)",
}

OS_ERRORS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EISDIR: "đây là thư mục, không phải tệp; hãy nêu tên từng tệp",
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EEXIST: "đã có một tệp trùng tên, không phải thư mục",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ELOOP: "liên kết tệp nối vòng",
    errno.EBADF: "đã đóng",
}

PAGE_ERRORS: dict[type[DieuhanhError], str] = {
    EmptyPageError: "trang trống, không có chữ nào",
    NotTextError: "đây không phải là văn bản chữ (có thể là ảnh, tệp nén hay tệp hỏng)",
    NotDigestError: "đây không phải là bản tin chỉ đạo, điều hành: không có tiêu đề bản tin và không có mục nào",
}

WEAKNESSES = {
    "password_too_short": "ngắn hơn 8 ký tự",
    "password_too_common": "quá phổ biến",
    "password_entirely_numeric": "chỉ gồm chữ số",
    "password_too_similar": "giống tên người dùng",
    "password_not_printable": "có ký tự không gõ lại được",
}


def explain(error: DieuhanhError | OSError) -> str:
    """What went wrong, for the person who typed the command; says nothing of the page's text."""
    match error:
        case TooLargeError() | SecretTextError() | EmptyPageError() | NotTextError() | NotDigestError():
            return _explain_page(error)
        case ForbiddenAddressError() | FetchError() | ConfigurationError() | DatabaseUnreachableError() | NotPermittedError():
            return _explain_surroundings(error)
        case PageChangedError() | FactGoneError() | NotFactError():
            return _explain_decision(error)
        case NotNameError() | NameTakenError() | UnknownUserError() | WeakPasswordError() | NotTokenError() | UnknownTokenError():
            return _explain_account(error)
        case TaskError():
            return _explain_task(error)
        case IssueError():
            return explain_issue(error)
        case NotFoundError() | NotScheduleError() | NothingOverdueError():
            return _explain_urging(error)
        case OSError():
            return OS_ERRORS.get(error.errno or 0, f"hệ điều hành báo lỗi số {error.errno}")
        case _:
            return "không đọc được trang này"


def _explain_page(error: TooLargeError | SecretTextError | EmptyPageError | NotTextError | NotDigestError) -> str:
    """Why a page could not be read."""
    match error:
        case TooLargeError():
            return (
                f"trang lớn hơn giới hạn {error.limit / MEGABYTE:g} MB; muốn vẫn đọc, thêm --limit {-(-error.size // MEGABYTE)} "
                "(số MB) hoặc lớn hơn"
            )
        case SecretTextError():
            return "văn bản mang dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT): từ chối đọc, không giữ lại nội dung nào"
        case _:
            return PAGE_ERRORS[type(error)]


def _explain_surroundings(
    error: ForbiddenAddressError | FetchError | ConfigurationError | DatabaseUnreachableError | NotPermittedError,
) -> str:
    """What went wrong around the page: its address, the installation, who asks."""
    match error:
        case ForbiddenAddressError():
            return "từ chối tải: chỉ nhận địa chỉ http, https trên mạng công cộng, không nhận địa chỉ trong mạng nội bộ"
        case FetchError(status=None):
            return "địa chỉ này không trả lời"
        case FetchError():
            return f"máy chủ trả lời bằng mã lỗi {error.status}"
        case ConfigurationError():
            return f"biến môi trường {error.variable} có giá trị không dùng được"
        case DatabaseUnreachableError():
            return "không dùng được cơ sở dữ liệu: máy chủ không trả lời, từ chối, đang bận hoặc đã đầy"
        case NotPermittedError():
            return "người dùng này không có quyền thực hiện việc đó"


def _explain_decision(error: PageChangedError | FactGoneError | NotFactError) -> str:
    """Why a person's word on a fact could not be taken."""
    match error:
        case PageChangedError():
            return "trang đã có phiên bản khác; hãy mở lại trang"
        case FactGoneError():
            return "dữ kiện này không còn như khi mở trang; hãy mở lại trang"
        case NotFactError():
            return f"không hiểu được trường {one_line(error.field)}"


def _explain_task(error: TaskError) -> str:
    """Why a step of a task could not be taken."""
    match error:
        case NoSuchTaskError():
            return f"không có nhiệm vụ số {error.task}"
        case ForbiddenStepError():
            return f"nhiệm vụ đang ở trạng thái “{LABELS[State(error.state)]}”, không làm được bước này"
        case NotTaskError():
            return f"trường {one_line(error.field)} chưa đúng hoặc còn thiếu"
        case LateRequestError():
            late = "nhiệm vụ không có thời hạn" if error.due_on is None else f"đã quá thời hạn ngày {day(error.due_on)}"
            return f"{late}; chỉ xin gia hạn được trước khi hết hạn"
        case NotAttachmentError():
            return f"không nhận tệp {one_line(error.name)}: chỉ nhận PDF, ảnh PNG hoặc JPEG, Word, Excel, PowerPoint không có macro"
        case NotBundleError():
            return "tệp này không phải là hồ sơ nhiệm vụ xuất từ Điều Hành"
        case NotSheetError():
            return f"bảng tính có {len(error.faults)} chỗ chưa đúng; chưa nhập dòng nào"
        case _:
            return "không thực hiện được bước này của nhiệm vụ"


def _explain_urging(error: NotFoundError | NotScheduleError | NothingOverdueError) -> str:
    """Why nobody could be urged, or told."""
    match error:
        case NotFoundError():
            return "không có, hoặc không còn ở trạng thái làm được việc này"
        case NotScheduleError():
            return f"lịch nhắc việc: trường {one_line(error.field)} chưa đúng"
        case NothingOverdueError():
            return "không có nhiệm vụ quá hạn"


def _explain_account(
    error: NotNameError | NameTakenError | UnknownUserError | WeakPasswordError | NotTokenError | UnknownTokenError,
) -> str:
    """What is wrong with the name, the password or a token of an account."""
    match error:
        case NotNameError():
            return "tên đăng nhập chỉ gồm chữ, số và các dấu @ . + - _, dài từ 1 đến 150 ký tự"
        case NameTakenError():
            return "đã có tài khoản mang tên này (không phân biệt chữ hoa, chữ thường)"
        case UnknownUserError():
            return "không có tài khoản mang tên này"
        case NotTokenError():
            return "cần nêu khóa dùng cho việc gì, không quá 100 ký tự; mỗi tài khoản có không quá 20 khóa đang dùng"
        case UnknownTokenError():
            return "không có khóa nào như vậy đang dùng"
        case WeakPasswordError():
            return "mật khẩu không dùng được: " + "; ".join(WEAKNESSES.get(reason, reason) for reason in error.reasons)


def status_of(error: DieuhanhError | OSError) -> Status:
    return Status.REFUSED if isinstance(error, SecretTextError) else Status.NOT_READ


def complaint(name: str, error: DieuhanhError | OSError) -> str:
    """The line for stderr: the page as the person named it, then what is wrong with it."""
    return f"{one_line(name)}: {explain(error)}"


def say(line: str) -> None:
    """One line on stderr; nobody can be told where stderr itself is gone."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()
        except OSError:
            sys.stderr = None  # else Python tries once more as it ends, and makes a status of its own of it
