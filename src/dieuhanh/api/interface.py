"""The API that ninja serves: the table of resources, and how whatever goes wrong is told."""

from __future__ import annotations

import logging

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from dieuhanh import __version__
from dieuhanh.api.problems import Fault, ParameterError, RefusalError, fault_of, problem
from dieuhanh.api.resource import add
from dieuhanh.api.table import RESOURCES
from dieuhanh.display.wording import one_line
from dieuhanh.errors import (
    DieuhanhError,
    ForbiddenStepError,
    LateRequestError,
    NoSuchTaskError,
    NotAttachmentError,
    NotPermittedError,
    NotTaskError,
    SecretTextError,
    TaskChangedError,
    TooLargeError,
)

REFUSALS: dict[type[DieuhanhError], str] = {
    NoSuchTaskError: "not-found",
    NotPermittedError: "forbidden",
    TaskChangedError: "precondition-failed",
    ForbiddenStepError: "task-state",
    LateRequestError: "late-request",
    SecretTextError: "secret-text",
    TooLargeError: "too-large",
}
ACCEPTED = "PDF, DOCX, XLSX, PPTX, PNG, JPEG, không trống và không chứa macro"
LOG = logging.getLogger(__name__)
DESCRIPTION = (
    "Sổ đăng ký của Điều Hành cho chương trình đọc: văn bản, bản tin, cơ quan và mọi dữ kiện, kèm lời văn làm căn cứ. "
    "Ai cũng đọc được, không cần khóa; riêng nhiệm vụ cần khóa API của một tài khoản, và tài khoản ấy được xem gì thì thấy nấy. "
    "Tên trường là từ của hợp đồng dữ liệu dieuhanh.digest/1."
)

api = NinjaAPI(title="Điều Hành", version=__version__, description=DESCRIPTION, openapi_url=None, docs_url=None, urls_namespace="api")
for one in RESOURCES:
    add(api, one)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001  this and the next: as ninja calls a handler
    return problem("not-found")


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    return problem("bad-parameter", [fault_of(one) for one in error.errors])


@api.exception_handler(ParameterError)
def not_usable(request: HttpRequest, error: ParameterError) -> HttpResponse:  # noqa: ARG001
    return problem(error.code, [Fault(error.parameter, error.fault)])


@api.exception_handler(RefusalError)
def refused(request: HttpRequest, error: RefusalError) -> HttpResponse:  # noqa: ARG001  as ninja calls a handler
    return problem(error.code, error.faults)


@api.exception_handler(DieuhanhError)
def not_done(request: HttpRequest, error: DieuhanhError) -> HttpResponse:  # noqa: ARG001  as ninja calls a handler
    """What an action refuses; anything else that our own rules raise is no fault of the caller's, and an error of the server."""
    if isinstance(error, NotTaskError):
        return problem("bad-body", [Fault(error.field, "không dùng được cho nhiệm vụ này")])
    if isinstance(error, NotAttachmentError):
        return problem("bad-body", [Fault("files", f"không nhận “{one_line(error.name)}”: chỉ nhận {ACCEPTED}")])
    code = next((code for kind, code in REFUSALS.items() if isinstance(error, kind)), None)
    if code is None:
        raise error
    return problem(code)


@api.exception_handler(OperationalError)
@api.exception_handler(OSError)
def not_readable(request: HttpRequest, error: OperationalError | OSError) -> HttpResponse:
    """The database or the folder of the index does not answer."""
    LOG.exception("%s", request.path, exc_info=error)
    return problem("unavailable")
