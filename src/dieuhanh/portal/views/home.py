"""The first page: the newest issue, what changed in its week, the newest digest, and the ways to everything else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dieuhanh.portal.agency_page import ordered_agencies
from dieuhanh.portal.archive import newest_digest
from dieuhanh.portal.issue_archive import newest_issue
from dieuhanh.portal.week_changes import week_figures
from dieuhanh.web.kept import kept

AGENCIES = 12


@kept()
def home(request: HttpRequest) -> HttpResponse:
    newest = newest_issue()
    context = {
        "issue": newest,
        "figures": week_figures(newest.period) if newest else (),
        "newest": newest_digest(),
        "agencies": ordered_agencies(AGENCIES),
    }
    return render(request, "portal/home.html", context)
