"""The versions of an issue: listed, compared, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.digests.actions import save_issue
from dieuhanh.apps.digests.contents import content_of, from_json
from dieuhanh.apps.digests.models import State
from dieuhanh.apps.digests.permissions import SAVE_ISSUE
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.issue_editing import restored
from dieuhanh.desk.issue_page import EDITABLE
from dieuhanh.desk.issue_versions import comparison, version_lines
from dieuhanh.desk.issue_words import explain_issue
from dieuhanh.desk.views.issues import issue_called
from dieuhanh.errors import DieuhanhError, NotPermittedError


@require_safe
@requires()
def issue_versions(request: HttpRequest, issue: int) -> HttpResponse:
    row = issue_called(issue)
    may_restore = State(row.state) in EDITABLE and request.user.has_perm(SAVE_ISSUE)
    return render(request, "desk/issue_versions.html", {"issue": row, "lines": version_lines(row), "may_restore": may_restore})


@require_safe
@requires()
def issue_differences(request: HttpRequest, issue: int) -> HttpResponse:
    row = issue_called(issue)
    shown = comparison(row, request.GET.get("tu", ""), request.GET.get("den", ""))
    if shown is None:
        return redirect("desk:issue_versions", issue)
    return render(request, "desk/issue_differences.html", {"issue": row, "shown": shown})


@require_http_methods(["GET", "POST"])
@requires(SAVE_ISSUE)
def issue_restore(request: HttpRequest, issue: int, version: int) -> HttpResponse:
    """An old version as the newest one; what stood between them stays a version too."""
    row = issue_called(issue)
    old = row.versions.filter(number=version).first()
    if old is None:
        raise Http404
    if request.method == "POST":
        content, note = restored(from_json(old.content_json), content_of(row)), f"lấy lại phiên bản {version}"
        try:
            save_issue(issue, row.version, content, actor=signed_in(request), at=timezone.now(), note=note)
        except NotPermittedError:
            raise
        except DieuhanhError as error:
            messages.error(request, explain_issue(error))
        else:
            messages.success(request, f"Đã lấy lại phiên bản {version}.")
    return redirect("desk:issue_versions", issue)
