"""Pages that are the same for everybody until the register changes: kept in memory, and not sent to who has them (304).

Every write of the register ends in a new last entry of the audit chain, so that entry names the state of all that pages show. It is
one row by its key; nothing is rendered to learn that nothing changed. What changes without entries, as ratings do, the
view's own state names.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from email.utils import format_datetime
from functools import cache, wraps
from http import HTTPStatus
from pathlib import Path

import msgspec
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

import dieuhanh
from dieuhanh.apps.audit.models import Entry
from dieuhanh.web.comfort import chosen_by

KEPT = 24 * 3600  # seconds; what nobody asks for goes before, the store holds so many pages and no more
LARGEST = 1_000_000  # bytes of a page that is kept
PERSONAL = ("messages", settings.SESSION_COOKIE_NAME)  # who has such a cookie may be told something on any page
HEADERS = ("Content-Type", "Content-Disposition")

View = Callable[..., HttpResponse]


class State(msgspec.Struct, frozen=True):
    """What an answer is rendered from, by a name that changes with it, and since when it stands."""

    name: str
    since: dt.datetime | None = None


class KeptPage(msgspec.Struct, frozen=True):
    """An answer as it was rendered; `tag` names what it was rendered from."""

    tag: str
    headers: dict[str, str]
    content: bytes


def register_state(*_: object, **__: object) -> State:
    """Of everything that actions write: the last entry of the audit chain."""
    last = Entry.objects.order_by("-sequence").values_list("hash", "at").first()
    return State(*last) if last else State("")


def kept(*, parameters: Sequence[str] = (), state: Callable[..., State] = register_state, dated: bool = False) -> Callable[[View], View]:
    """Makes a view of one whose answer follows from the address with these parameters and from `state`, called with the view's arguments.

    `dated` answers tell when the state began, too; only for what looks the same whatever the visitor's cookies. An answer that forbids
    to store it is not kept, nor tagged.
    """

    def decorator(view: View) -> View:
        @require_safe
        @wraps(view)
        def wrapper(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not (request.GET.keys() <= set(parameters)) or any(cookie in request.COOKIES for cookie in PERSONAL):
                return view(request, *args, **kwargs)
            now = state(request, *args, **kwargs)
            key = _hashed(request.scheme, request.get_host(), request.get_full_path(), chosen_by(request).classes)
            tag = f'"{_hashed(key, now.name, _edition())}"'
            return _answer(request, key, tag, now.since if dated else None, lambda: view(request, *args, **kwargs))

        return wrapper

    return decorator


def _answer(request: HttpRequest, key: str, tag: str, since: dt.datetime | None, render: Callable[[], HttpResponse]) -> HttpResponse:
    unchanged = get_conditional_response(request, etag=tag, last_modified=int(since.timestamp()) if since else None)
    if unchanged is not None and unchanged.status_code == HTTPStatus.NOT_MODIFIED:
        return _headed(unchanged, tag, since)
    page: KeptPage | None = caches["pages"].get(key)
    if page is None or page.tag != tag:
        response = render()
        if response.status_code != HTTPStatus.OK or response.streaming or "no-store" in response.get("Cache-Control", ""):
            return response
        page = KeptPage(tag, {name: response[name] for name in HEADERS if name in response}, response.content)
        if len(page.content) <= LARGEST:
            caches["pages"].set(key, page, KEPT)
    return _headed(HttpResponse(page.content, headers=page.headers), tag, since)


def _headed(response: HttpResponse, tag: str, since: dt.datetime | None) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"  # may be stored, is asked for each time
    if since:
        response["Last-Modified"] = format_datetime(since.astimezone(dt.UTC), usegmt=True)
    return response


def _hashed(*parts: object) -> str:
    return hashlib.blake2b("\n".join(map(str, parts)).encode(), digest_size=16).hexdigest()


@cache
def _edition() -> int:
    """Of the program: after an update its pages look different, though the register is the same."""
    package = Path(dieuhanh.__file__).parent
    return max(file.stat().st_mtime_ns for file in package.rglob("*") if file.suffix in (".py", ".html", ".txt", ".csv"))
