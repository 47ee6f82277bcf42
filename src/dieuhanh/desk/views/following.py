"""The leader's page, and its numbers as a sheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dieuhanh.apps.tasks.permissions import SEE_EVERY_TASK
from dieuhanh.desk.guard import requires
from dieuhanh.desk.leader_page import PARTS, leader_page
from dieuhanh.desk.leader_sheet import leader_sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@requires(SEE_EVERY_TASK)
def following(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return render(request, "desk/following.html", {"shown": leader_page(today), "today": today, "parts": PARTS})


@require_safe
@requires(SEE_EVERY_TASK)
def following_sheet(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  what a view is called with
    today = timezone.localdate()
    headers = {"Content-Disposition": f'attachment; filename="theo-doi-{today.isoformat()}.xlsx"'}
    return HttpResponse(leader_sheet(today), content_type=XLSX, headers=headers)
