"""The first page of the desk: what waits for the person, and the ways to everything else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.home_page import home_counts
from dieuhanh.desk.issue_list import issues_under_way
from dieuhanh.desk.queue_page import reason_counts


@require_safe
@requires()
def home(request: HttpRequest) -> HttpResponse:
    counts = reason_counts()
    tasks = home_counts(signed_in(request), timezone.localdate())
    context = {"counts": counts, "total": sum(one.number for one in counts), "tasks": tasks, "weeks": issues_under_way()}
    return render(request, "desk/home.html", context)
