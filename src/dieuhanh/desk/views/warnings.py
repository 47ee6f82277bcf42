"""Warnings of the reader that a person has looked at."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.corrections.permissions import ACKNOWLEDGE_WARNING
from dieuhanh.apps.documents.actions import acknowledge_warning
from dieuhanh.desk.cards import next_doubt
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.editor_page import editor_page
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.views.facts import before
from dieuhanh.desk.views.pages import current_page, editor_url
from dieuhanh.errors import FactGoneError, PageChangedError


@require_http_methods(["GET", "POST"])
@requires(ACKNOWLEDGE_WARNING)
def acknowledge(request: HttpRequest, source: int, order: int) -> HttpResponse:
    page = current_page(source)
    onward = None
    if request.method == "POST":
        try:
            acknowledge_warning(before(request, page), order, actor=signed_in(request), at=timezone.now())
        except PageChangedError as error:
            messages.error(request, explain(error))
        except FactGoneError:
            messages.error(request, "Lưu ý này không còn trên trang.")
        else:
            messages.success(request, "Đã ghi nhận là đã xem lưu ý này.")
            onward = next_doubt(editor_page(page).cards, None)
    return redirect(editor_url(source, onward))
