"""Who knows the address reads; everybody else is told that there is nothing, in the same words whatever they asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.models.addresses import agency_at
from dieuhanh.feeds.atom import feed_of
from dieuhanh.feeds.calendar import calendar_of
from dieuhanh.feeds.told import told_tasks

Content = Callable[[HttpRequest, Agency], HttpResponse]


def private(content: Content) -> Callable[[HttpRequest, str], HttpResponse]:
    """Lets in by the token alone. Nobody on the way keeps a copy, lists it, or learns the address from a link that is followed."""

    @require_safe
    @wraps(content)
    def view(request: HttpRequest, token: str) -> HttpResponse:
        agency = agency_at(token)
        response = (
            content(request, agency)
            if agency is not None
            else HttpResponseNotFound("Không có địa chỉ này.\n", content_type="text/plain; charset=utf-8")
        )
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return view


@private
def ics(request: HttpRequest, agency: Agency) -> HttpResponse:  # noqa: ARG001  what a view is called with
    return HttpResponse(calendar_of(agency, told_tasks(agency, localdate())), content_type="text/calendar; charset=utf-8")


@private
def atom(request: HttpRequest, agency: Agency) -> HttpResponse:
    home = request.build_absolute_uri(reverse("portal:home"))
    return HttpResponse(feed_of(agency, told_tasks(agency, localdate()), home), content_type="application/atom+xml; charset=utf-8")
