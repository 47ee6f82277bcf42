"""The one address that all pages share: the visitor's reading comfort."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dieuhanh.web.comfort import chosen_by, keep


@never_cache
@require_safe
def set_comfort(request: HttpRequest) -> HttpResponse:
    """Note the pressed button and go back to the page; never to another site."""
    wanted = chosen_by(request).resized(request.GET.get("co-chu", "")).contrasted(request.GET.get("tuong-phan", ""))
    back = request.GET.get("ve", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    response = HttpResponseRedirect(back if safe else "/")
    keep(wanted, response, secure=request.is_secure())
    return response
