"""What every answer of the API has in common: HEAD and OPTIONS, problems in one shape, tags to ask again with, leave for other sites.

The tag is the SHA-256 of the body. A tag made of the head of the audit chain would spare the work of an answer that has not changed,
and would be wrong where an answer changes without an entry: a search whose index catches up, a new version of the program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from dieuhanh.api.links import ACTS, PRIVATE, ROOT
from dieuhanh.api.problems import MEDIA_TYPE, problem_of

ALLOW = "GET, HEAD, OPTIONS"
ALLOW_ACT = "POST, OPTIONS"
FAULTY = 400
TAG_LENGTH = 32  # hexadecimal digits
DAY = "86400"  # seconds that a browser may remember the leave


class ApiAnswers:
    """Middleware for addresses under ROOT; everything else passes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(f"{ROOT}/"):
            return self._get_response(request)
        private = request.path_info.startswith(PRIVATE)
        response = _leave(request, private=private) if request.method == "OPTIONS" else self._answer(request)
        if private:
            response["Cache-Control"] = "private, no-cache"
            return response
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        """HEAD is answered as GET, then the body goes: its length and tag stay."""
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        response = self._get_response(request)
        if response.status_code >= FAULTY and response.get("Content-Type") != MEDIA_TYPE:
            response = problem_of(response.status_code)
        if response.status_code == 405:
            response["Allow"] = _allowed(request)
        if response.status_code == 401:
            response["WWW-Authenticate"] = 'Bearer realm="dieuhanh"'
        response = _tagged(request, response) if request.method == "GET" else response
        if response.status_code != 304:
            response["Content-Length"] = str(len(response.content))
        if head:
            response.content = b""
        return response


def _allowed(request: HttpRequest) -> str:
    """What the address takes."""
    return ALLOW_ACT if ACTS in request.path_info else ALLOW


def _leave(request: HttpRequest, *, private: bool) -> HttpResponse:
    """What a browser asks before it sends If-None-Match to another site. To who shows a token no page of another site speaks."""
    response = HttpResponse(status=204)
    del response["Content-Type"]
    if private:
        response["Allow"] = _allowed(request)
        return response
    response["Allow"] = response["Access-Control-Allow-Methods"] = ALLOW
    response["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
    response["Access-Control-Max-Age"] = DAY
    return response


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A copy may be kept and must be asked after each time. Pages for people look as cookies say and are no open data."""
    if response.status_code != 200 or response["Content-Type"].startswith("text/html"):
        return response
    if "ETag" not in response:
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:TAG_LENGTH]}"'
    response["Cache-Control"] = "public, no-cache"
    same = get_conditional_response(request, etag=response["ETag"], response=response)
    if same is not None and same.status_code == 412:
        return problem_of(412)
    return response if same is None else same
