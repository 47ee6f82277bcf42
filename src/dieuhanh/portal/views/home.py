"""The first page: the newest digest, and the ways to everything else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dieuhanh.portal.agency_page import ordered_agencies
from dieuhanh.portal.archive import newest_digest

AGENCIES = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html", {"newest": newest_digest(), "agencies": ordered_agencies(AGENCIES)})
