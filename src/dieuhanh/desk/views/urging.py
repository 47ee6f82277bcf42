"""Slips that urge agencies (phiếu đôn đốc), numbered and kept, given out as DOCX."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.actions import urge
from dieuhanh.apps.notices.models import UrgingSlip
from dieuhanh.apps.notices.permissions import URGE
from dieuhanh.apps.notices.slips import slip_docx
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.urging_page import agencies_to_urge, urging_page
from dieuhanh.errors import NothingOverdueError
from dieuhanh.text import slug as ascii_name

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@requires(URGE)
def to_urge(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/to_urge.html", {"lines": agencies_to_urge(timezone.localdate())})


@require_http_methods(["GET", "POST"])
@requires(URGE)
def urging(request: HttpRequest, agency: int) -> HttpResponse:
    """What a slip of today would list; the button makes the next one."""
    row = get_object_or_404(Agency, id=agency)
    if request.method == "POST":
        try:
            made = urge(agency, timezone.localdate(), actor=signed_in(request), at=timezone.now())
        except NothingOverdueError:
            messages.error(request, f"{row.name} không còn nhiệm vụ nào quá hạn.")
        else:
            messages.success(request, f"Đã lập phiếu đôn đốc lần {made.number} năm {made.year}; tải về ở bên dưới.")
        return redirect("desk:urging", agency)
    return render(request, "desk/urging.html", {"shown": urging_page(row, timezone.localdate())})


@require_safe
@requires(URGE)
def slip(request: HttpRequest, slip: int) -> HttpResponse:  # noqa: ARG001  what a view is called with
    """The same slip gives the same file."""
    row = get_object_or_404(UrgingSlip.objects.select_related("agency"), id=slip)
    name = f"phieu-don-doc-{ascii_name(row.agency.name)}-{row.year}-{row.number}.docx"
    response = HttpResponse(slip_docx(row), content_type=DOCX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response
