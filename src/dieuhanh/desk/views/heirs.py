"""Open tasks of agencies that have ended; the worker passes them on every night, a person may at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.tasks.actions import pass_to_successors
from dieuhanh.apps.tasks.permissions import PASS_TO_SUCCESSORS
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.heirs_page import ended_with_tasks


@require_http_methods(["GET", "POST"])
@requires(PASS_TO_SUCCESSORS)
def heirs(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if request.method == "POST":
        noted = pass_to_successors(today, actor=signed_in(request), at=timezone.now())
        messages.success(request, f"Đã chuyển hoặc ghi chú {noted} nhiệm vụ." if noted else "Không có nhiệm vụ nào cần chuyển thêm.")
        return redirect("desk:heirs")
    return render(request, "desk/heirs.html", {"lines": ended_with_tasks(today)})
