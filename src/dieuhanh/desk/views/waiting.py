"""What waits for a person: an agency's own tasks, and what the office has to answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.permissions import ACCEPT, CONFIRM_DONE
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.task_sections import MINE, OFFICE, cooperating, own_tasks, requests_for_time, sections


@require_safe
@requires(ACCEPT)
def mine(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    agencies, rows = own_tasks(signed_in(request).username)
    context = {"agencies": agencies, "sections": sections(rows, MINE, today), "cooperating": cooperating(agencies, today)}
    return render(request, "desk/mine.html", context)


@require_safe
@requires(CONFIRM_DONE)
def to_answer(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = Task.objects.visible_to(signed_in(request))
    drafts = rows.drafts().count()
    context = {"sections": sections(rows, OFFICE, today), "requests": requests_for_time(), "drafts": drafts}
    return render(request, "desk/to_answer.html", context)
