"""Agencies: those that were ordered something, and one with its orders."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.portal.agency_page import PARTS, agency_page, ordered_agencies
from dieuhanh.web.kept import kept


@kept()
def agencies(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/agencies.html", {"agencies": ordered_agencies()})


@kept(parameters=("vai", "trang"))
def agency(request: HttpRequest, name: str) -> HttpResponse:
    """One, or one after the other where names differ only in their accents."""
    found = list(Agency.objects.called(name).order_by("name"))
    if not found:
        raise Http404
    part = request.GET.get("vai", "")
    part = part if part in PARTS else ""
    shown = [(row, agency_page(row, part, request.GET.get("trang", ""))) for row in found]
    return render(request, "portal/agency.html", {"shown": shown, "part": part, "name": found[0].name, "slug": name})
