"""What cannot be answered, in one shape (RFC 9457): a code for programs, Vietnamese for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from django.http import HttpResponse

from dieuhanh.apps.tasks.actions.reporting import LARGEST_FILE, LARGEST_REPORT

MEGABYTE = 1024 * 1024
MEDIA_TYPE = "application/problem+json"

# code: status, title
PROBLEMS: Mapping[str, tuple[int, str]] = {
    "bad-request": (400, "Yêu cầu không hợp lệ"),
    "unauthorized": (401, "Cần khóa API"),
    "forbidden": (403, "Tài khoản không được làm việc này"),
    "not-found": (404, "Không có trong sổ đăng ký"),
    "method-not-allowed": (405, "Địa chỉ này không nhận phương thức ấy"),
    "task-state": (409, "Nhiệm vụ đang ở trạng thái không làm được việc này"),
    "late-request": (409, "Đã quá thời hạn"),
    "precondition-failed": (412, "Điều kiện không thỏa mãn"),
    "too-large": (413, "Tệp hoặc nội dung gửi lên quá lớn"),
    "bad-body": (422, "Nội dung gửi lên không hợp lệ"),
    "secret-text": (422, "Nội dung mang dấu độ mật"),
    "bad-parameter": (422, "Tham số không hợp lệ"),
    "unknown-parameter": (422, "Tham số không có"),
    "repeated-parameter": (422, "Tham số lặp lại"),
    "bad-cursor": (422, "Con trỏ không hợp lệ"),
    "precondition-required": (428, "Thiếu If-Match"),
    "server-error": (500, "Máy chủ gặp lỗi"),
    "unavailable": (503, "Tạm thời không đọc được sổ đăng ký"),
}
DETAILS: Mapping[str, str] = {
    "bad-request": "Máy chủ không nhận yêu cầu này: kiểm tra lại địa chỉ, tên máy chủ và tham số.",
    "unauthorized": "Gửi khóa trong tiêu đề Authorization: Bearer …; khóa lập ở bàn làm việc, mục Khóa API.",
    "forbidden": "Vai trò của tài khoản, hoặc đơn vị mà tài khoản làm việc, không cho phép làm việc này.",
    "not-found": "Địa chỉ này không dẫn đến văn bản, bản tin, cơ quan, nhiệm vụ hay danh sách nào mà người hỏi được xem.",
    "method-not-allowed": "Tiêu đề Allow cho biết địa chỉ này nhận những phương thức nào.",
    "task-state": "Có thể người khác vừa làm rồi: hãy đọc lại nhiệm vụ.",
    "late-request": "Chỉ xin gia hạn được chậm nhất vào ngày hết hạn; nhiệm vụ không có thời hạn thì không có gì để gia hạn.",
    "precondition-failed": "Dữ liệu đã khác với bản mà yêu cầu nêu.",
    "too-large": f"Mỗi tệp không quá {LARGEST_FILE // MEGABYTE} MB, các tệp của một báo cáo không quá {LARGEST_REPORT // MEGABYTE} MB.",
    "bad-body": "Có trường còn thiếu, thừa, không đúng kiểu, ngoài giới hạn hoặc không hợp với nhiệm vụ.",
    "secret-text": "Hệ thống không giữ lại chữ nào của nội dung ấy.",
    "precondition-required": "Gửi dấu của bản đã đọc (ETag, hay trường “tag”) trong If-Match; “*” là bản nào cũng được.",
    "bad-parameter": "Có tham số không đúng kiểu hoặc ngoài giới hạn.",
    "unknown-parameter": "Địa chỉ này không có tham số ấy; tên tham số phân biệt chữ hoa, chữ thường.",
    "repeated-parameter": "Mỗi tham số chỉ được nêu một lần.",
    "bad-cursor": "Con trỏ phải lấy nguyên văn từ “next” của chính danh sách này.",
    "server-error": "Xin thử lại sau ít phút.",
    "unavailable": "Xin thử lại sau ít phút.",
}
BY_STATUS = {
    400: "bad-request",
    401: "unauthorized",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    412: "precondition-failed",
    413: "too-large",
}

# pydantic's kind of error, or ours: what to tell a person; {…} are its own figures
FAULTS: Mapping[str, str] = {
    "day": "không phải ngày dạng 2024-03-31",
    "missing": "còn thiếu",
    "int_parsing": "không phải số nguyên",
    "int_parsing_size": "không phải số nguyên",
    "int_from_float": "không phải số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "string_too_long": "dài quá {max_length} ký tự",
    "string_too_short": "không được để trống",
    "string_pattern_mismatch": "có ký tự không dùng được ở đây",
    "literal_error": "phải là một trong: {expected}",
}
PARAMETER_FAULTS: Mapping[str, str] = {
    "unknown-parameter": "không có tham số này",
    "repeated-parameter": "nêu nhiều lần",
    "bad-cursor": "không phải con trỏ của danh sách này",
}
OTHER_FAULT = "không hợp lệ"


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with one parameter."""

    parameter: str
    detail: str


class Problem(msgspec.Struct, frozen=True):
    """`type` leads to the explanation of the code; `errors` are the parameters or fields that are wrong, if it is they."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: tuple[Fault, ...]


class ParameterError(ValueError):
    """A parameter that cannot be used; `code` is a key of PROBLEMS."""

    def __init__(self, code: str, parameter: str) -> None:
        super().__init__(code, parameter)
        self.code = code
        self.parameter = parameter

    @property
    def fault(self) -> str:
        return PARAMETER_FAULTS[self.code]


class RefusalError(ValueError):
    """What cannot be done for whoever asks; `code` is a key of PROBLEMS, `faults` the fields that are wrong, if it is they."""

    def __init__(self, code: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.faults = tuple(faults)


def problem(code: str, errors: Iterable[Fault] = ()) -> HttpResponse:
    """The answer for a code of PROBLEMS."""
    status, title = PROBLEMS[code]
    told = Problem(f"/api/v1/docs#loi-{code}", title, status, DETAILS[code], code, tuple(errors))
    return HttpResponse(msgspec.json.encode(told), status=status, content_type=MEDIA_TYPE)


def problem_of(status: int) -> HttpResponse:
    """The answer for a status that Django or ninja gave by itself."""
    return problem(BY_STATUS.get(status, "bad-request" if status < 500 else "server-error"))


def fault_of(error: Mapping[str, Any]) -> Fault:
    """One of the errors that ninja collects from pydantic; `loc` ends with the name of the parameter."""
    told = FAULTS.get(error["type"], OTHER_FAULT)
    figures = {name: str(value).replace(" or ", ", ") for name, value in error.get("ctx", {}).items()}
    return Fault(str(error["loc"][-1]), told.format_map(figures))
