"""What is sent: JSON of a known shape, and the version of the thing that the sender saw."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from django.http import HttpRequest

from dieuhanh.api.problems import Fault, RefusalError
from dieuhanh.apps.tasks.actions.reporting import LARGEST_REPORT
from dieuhanh.apps.tasks.versions import VERSION_LENGTH

AT = re.compile(r"`\$\.?(?P<path>[^`]*)`$")
FIELD = re.compile(r"field `(?P<name>[^`]*)`")
LARGEST_BODY = LARGEST_REPORT * 4 // 3 + 1024 * 1024  # bytes; all files of a report in base64, and a megabyte for what it says
ANY = "*"
VERSION = re.compile(rf'"(?P<hash>[0-9a-f]{{{VERSION_LENGTH}}})"')


def decoded(request: HttpRequest, shape: Any) -> Any:
    """The body as that shape; no body is an empty object. Raises RefusalError.

    Read past Django's own limit of a body, which is meant for forms: here files come in base64, and who sends them has shown a token.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        raise RefusalError("too-large")
    try:
        return msgspec.json.decode(request.read() or b"{}", type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RefusalError("bad-body", [_fault(str(error))]) from error


def version_seen(request: HttpRequest) -> str | None:
    """Of `If-Match`; None for `*`, whatever there is. Raises RefusalError where none is said, or what no version is."""
    said = request.headers.get("If-Match", "").strip()
    if not said:
        raise RefusalError("precondition-required")
    version = VERSION.fullmatch(said)
    if version is None and said != ANY:
        raise RefusalError("bad-parameter", [Fault("If-Match", "không phải dấu của một nhiệm vụ")])
    return version["hash"] if version else None


def _fault(told: str) -> Fault:
    """Of what msgspec says, the field."""
    field, at = FIELD.search(told), AT.search(told)
    name = field["name"] if field else at["path"] if at else ""
    return Fault(name or "body", "còn thiếu, thừa, không đúng kiểu hoặc ngoài giới hạn")
