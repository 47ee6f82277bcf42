"""The topics of a document, chosen by a person."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.digests.actions import choose_topics
from dieuhanh.apps.digests.permissions import CHOOSE_TOPICS
from dieuhanh.desk.document_topics_page import document_topics_page
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.issue_words import explain_issue
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import NotIssueError

AS_SUGGESTED = "theo_goi_y"  # the button that takes a person's word back


@require_http_methods(["GET", "POST"])
@requires(CHOOSE_TOPICS)
def document_topics(request: HttpRequest, document: int) -> HttpResponse:
    """Nothing chosen is a choice too: the document is about nothing in the scheme."""
    if document_topics_page(document) is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        codes = None if AS_SUGGESTED in request.POST else request.POST.getlist("linh_vuc")
        try:
            choose_topics(document, codes, actor=signed_in(request), at=timezone.now())
        except NotIssueError as error:
            refusal = explain_issue(error)
        else:
            messages.success(request, "Đã ghi lĩnh vực của văn bản." if codes is not None else "Lĩnh vực của văn bản nay theo gợi ý.")
            return redirect("desk:document_topics", document)
    context = {"shown": document_topics_page(document), "refusal": refusal}
    return render(request, "desk/document_topics.html", context, status=WRONG if refusal else 200)
