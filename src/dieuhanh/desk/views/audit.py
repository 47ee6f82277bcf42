"""Who did what when."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dieuhanh.desk.audit_page import AuditFilter, audit_page
from dieuhanh.desk.guard import requires


@require_safe
@requires("audit.view_entry")
def audit(request: HttpRequest) -> HttpResponse:
    said = {name: request.GET.get(name, "").strip().replace("\0", "") for name in ("nguoi", "doi-tuong", "viec")}
    wanted = AuditFilter(said["nguoi"], said["doi-tuong"], said["viec"])
    also = urlencode({name: words for name, words in said.items() if words})
    context = {"audit": audit_page(wanted, request.GET.get("trang", "")), "wanted": wanted, "also": f"{also}&" if also else ""}
    return render(request, "desk/audit.html", context)
