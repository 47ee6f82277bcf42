"""What the register knows and does not know."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from dieuhanh.portal.status_page import status_page


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/status.html", {"status": status_page(localdate())})
