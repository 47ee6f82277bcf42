"""Pages that are the same for everybody until the register changes: kept in memory, and not sent to who has them (304).

Every write of the register ends in a new last entry of the audit chain, so that entry names the state of all that pages show. It is one
row by its key; nothing is rendered to learn that nothing changed. What changes without entries, as ratings do, a state of its own names.

`kept` says of a view from which state its answers follow. `KeptPages`, the first of the middleware, gives the answer again while the
state is the same, without work of those behind it, whose headers are kept with the page. What one of them refuses, as a plain
connection where HTTPS alone is served, is never kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from email.utils import format_datetime
from functools import cache, wraps
from http import HTTPStatus
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

import dieuhanh
from dieuhanh.web.comfort import CONTRAST_COOKIE, SIZE_COOKIE
from dieuhanh.web.page_store import PAGES
from dieuhanh.web.states import State, forget_states, register_state

LARGEST = 1_000_000  # bytes of one that is kept
READING = ("GET", "HEAD")
SAFE = (*READING, "OPTIONS", "TRACE")  # RFC 9110, 9.2.1: they change nothing
PERSONAL = ("messages", settings.SESSION_COOKIE_NAME)  # who has such a cookie may be told something on any page

View = Callable[..., HttpResponse]


class Origin(msgspec.Struct, frozen=True):
    """From what an answer was made: its state then, and how to ask for the state now. `dated`: it tells since when the state stands."""

    state: State
    ask: Callable[..., State]
    words: dict[str, str]
    dated: bool


class KeptPage(msgspec.Struct, frozen=True):
    """An answer as it went out."""

    origin: Origin
    headers: ResponseHeaders
    content: bytes


def kept(*, parameters: Sequence[str] = (), state: Callable[..., State] = register_state, dated: bool = False) -> Callable[[View], View]:
    """Makes a view of one whose answer follows from the address with these parameters and from `state`.

    `state` is a function of a module, called with the words that the address gives the view. `dated` is for what looks the same whatever
    the visitor's cookies. An answer that forbids to store it is neither kept nor tagged.
    """

    def decorator(view: View) -> View:
        @require_safe
        @wraps(view)
        def wrapper(request: HttpRequest, **words: Any) -> HttpResponse:
            if not (request.GET.keys() <= set(parameters)) or not _for_everybody(request):
                return view(request, **words)
            origin = Origin(state(**words), state, words, dated)
            unchanged = _unchanged(request, origin)
            if unchanged is not None:
                return unchanged
            response = view(request, **words)
            if response.status_code == HTTPStatus.OK and "no-store" not in response.get("Cache-Control", ""):
                response.origin = origin  # type: ignore[attr-defined]  # for KeptPages, as Django hangs its own things there
                _head(response, request, origin)
            return response

        return wrapper

    return decorator


class KeptPages:
    """Answers from what is kept, and keeps what views say may be."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE:
            try:
                return self._get_response(request)
            finally:
                forget_states()
        key = _key(request) if request.method in READING and _for_everybody(request) else None
        if key is None:
            return self._get_response(request)
        page: KeptPage | None = PAGES.get(key)
        if page is not None and page.origin.ask(**page.origin.words) == page.origin.state:
            return _unchanged(request, page.origin) or _again(page)
        response = self._get_response(request)
        origin: Origin | None = getattr(response, "origin", None)
        if origin is not None and not response.streaming and not response.cookies and len(response.content) <= LARGEST:
            PAGES.put(key, KeptPage(origin, response.headers, response.content), len(response.content))
        return response


def _again(page: KeptPage) -> HttpResponse:
    """The headers are those that were checked then; nothing stands before this middleware that could change them."""
    response = HttpResponse(page.content)
    response.headers = page.headers
    return response


def _unchanged(request: HttpRequest, origin: Origin) -> HttpResponse | None:
    """304, where the visitor has this very answer."""
    if not ("HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META):
        return None
    since = int(origin.state.since.timestamp()) if origin.dated and origin.state.since else None
    response = get_conditional_response(request, etag=_tag(request, origin.state), last_modified=since)
    if response is None or response.status_code != HTTPStatus.NOT_MODIFIED:
        return None
    _head(response, request, origin)
    return response


def _head(response: HttpResponse, request: HttpRequest, origin: Origin) -> None:
    response["ETag"] = _tag(request, origin.state)
    response["Cache-Control"] = "no-cache"  # may be stored, is asked for each time
    if not origin.dated:
        patch_vary_headers(response, ["Cookie"])
    if origin.dated and origin.state.since:
        response["Last-Modified"] = format_datetime(origin.state.since.astimezone(dt.UTC), usegmt=True)


def _for_everybody(request: HttpRequest) -> bool:
    return not any(cookie in request.COOKIES for cookie in PERSONAL)


def _tag(request: HttpRequest, state: State) -> str:
    return f'"{_hashed(_key(request) or "", state.name)}"'


def _key(request: HttpRequest) -> str | None:
    """Of what the visitor asks for, and how they like to read it; None under a name that is not ours."""
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    comfort = [request.COOKIES.get(name, "") for name in (SIZE_COOKIE, CONTRAST_COOKIE)]
    return _hashed(request.scheme or "", host, request.get_full_path(), *comfort, _edition())


def _hashed(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


@cache
def _edition() -> str:
    """Of the program: after an update its pages look different, though the register is the same."""
    package = Path(dieuhanh.__file__).parent
    return str(max(file.stat().st_mtime_ns for file in package.rglob("*") if file.suffix in (".py", ".html", ".txt", ".csv")))
