"""What waits for a person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dieuhanh.apps.review.doubts import Reason
from dieuhanh.desk.guard import requires
from dieuhanh.desk.queue_page import queue_page


@require_safe
@requires()
def queue(request: HttpRequest) -> HttpResponse:
    """Of one reason, or of all; a word that is no reason counts as none."""
    wanted = request.GET.get("ly-do", "")
    reason = Reason(wanted) if wanted in set(Reason) else None
    return render(request, "desk/queue.html", {"queue": queue_page(reason, request.GET.get("trang", "")), "reason": reason})
