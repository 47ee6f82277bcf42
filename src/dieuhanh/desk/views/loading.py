"""Taking a page into the register."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.documents.actions import register_page
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.permissions import REGISTER_PAGE
from dieuhanh.apps.documents.versions import Outcome
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.loading import PageForm, read_given
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.desk.views.pages import editor_url
from dieuhanh.errors import DieuhanhError, NotPermittedError, SecretTextError

OUTCOMES = {
    Outcome.NEW: "Đã đưa trang vào sổ.",
    Outcome.CHANGED: "Nội dung ở địa chỉ này đã khác: đã ghi thành phiên bản mới, phiên bản cũ vẫn được giữ.",
    Outcome.UNCHANGED: "Trang này đã có trong sổ, nội dung không đổi.",
    Outcome.KNOWN: "Đúng nội dung này đã có trong sổ, ở địa chỉ khác.",
}


@require_http_methods(["GET", "POST"])
@requires(REGISTER_PAGE)
def load(request: HttpRequest) -> HttpResponse:
    form = PageForm(request.POST, request.FILES) if request.method == "POST" else PageForm()
    if request.method == "POST" and form.is_valid():
        try:
            page = read_given(form.cleaned_data)
            outcome = register_page(page, actor=signed_in(request), at=timezone.now()).outcome
        except NotPermittedError:
            raise
        except SecretTextError as error:
            form = PageForm()  # not even the form keeps a word of it
            messages.error(request, explain(error))
        except DieuhanhError as error:
            form.add_error(None, explain(error))
        else:
            messages.success(request, OUTCOMES[outcome])
            held = Page.objects.current().filter(original=page.sha256).order_by("id").values_list("source_id", flat=True)
            return redirect(editor_url(held[0]))
    return render(request, "desk/load.html", {"form": form}, status=WRONG if form.errors else 200)
