"""Who may see a page of the desk: signed in, with the permission that the page asks for. Every view of the desk stands behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.permissions import ENTER_DESK
from dieuhanh.desk.complaints import explain
from dieuhanh.errors import NotPermittedError, SecretTextError

SEEN = "seen"
STEP = dt.timedelta(minutes=1)  # a session is written at most once a minute, not at every click

View = Callable[..., HttpResponse]


def requires(permission: str = ENTER_DESK) -> Callable[[View], View]:
    """Anonymous visitors are sent to sign in and come back; a role that may not is told so."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                response: HttpResponse = redirect_to_login(request.get_full_path())
            elif not (request.user.has_perm(ENTER_DESK) and request.user.has_perm(permission)):
                response = forbidden(request, NotPermittedError(request.user.get_username(), permission))
            else:
                stay(request)
                response = _permitted(view, request, *args, **kwargs)
            return response

        return unkept(guarded)

    return guard


def unkept(view: View) -> View:
    """Nobody keeps a copy of such a page, neither a browser that the next person sits at nor a search engine."""

    @wraps(view)
    def private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return private


def forbidden(request: HttpRequest, error: NotPermittedError) -> HttpResponse:
    """The page that says what the person's role does not permit."""
    return render(request, "403.html", {"exception": explain(error)}, status=403)


def stay(request: HttpRequest) -> None:
    """Somebody works here: the time until the desk locks itself begins anew."""
    now = timezone.now()
    seen = request.session.get(SEEN)
    if not isinstance(seen, float) or now.timestamp() - seen >= STEP.total_seconds():
        request.session[SEEN] = now.timestamp()


def signed_in(request: HttpRequest) -> User:
    """The person of a guarded view."""
    if not isinstance(request.user, User):
        raise TypeError("the view is not behind `requires`")
    return request.user


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with; None where it is only shown."""
    return request.POST if request.method == "POST" else None


def _permitted(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The action has the last word on what is permitted: a role may have changed since the page was shown.

    Of words under a mark of secrecy not even the form that they were typed into keeps one: it is shown anew, empty.
    """
    try:
        return view(request, *args, **kwargs)
    except NotPermittedError as error:
        return forbidden(request, error)
    except SecretTextError as error:
        messages.error(request, explain(error))
        return redirect(request.path)
