"""The digests of the register, and one of them as an officer works on it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dieuhanh.apps.documents.models import Digest, Page
from dieuhanh.desk.cards import Card
from dieuhanh.desk.editor_page import EditorPage, editor_page
from dieuhanh.desk.guard import requires
from dieuhanh.desk.issue_list import issue_beside
from dieuhanh.desk.queue_page import period_of
from dieuhanh.display import wording

DIGESTS_A_PAGE = 50


def current_page(source: int) -> Page:
    """The version that the register holds now of that source. Raises Http404."""
    page = Page.objects.current().select_related("source", "original").filter(source=source).first()
    if page is None:
        raise Http404
    return page


def editor_url(source: int, card: Card | None = None) -> str:
    return reverse("desk:editor", args=[source]) + (f"#{card.anchor}" if card else "")


@require_safe
@requires()
def digests(request: HttpRequest) -> HttpResponse:
    rows = Digest.objects.select_related("page__source").defer("page__text").order_by(F("period_end").desc(nulls_last=True), "-id")
    page = Paginator(rows, DIGESTS_A_PAGE).get_page(request.GET.get("trang", ""))
    lines = [(row, wording.digest_name(row.title, period_of(row))) for row in page]
    return render(request, "desk/digests.html", {"page": page, "lines": lines})


@require_safe
@requires()
def editor(request: HttpRequest, source: int) -> HttpResponse:
    page = current_page(source)
    context = {"page": page, "editor": editor_page(page), "issue": issue_beside(page)}
    return render(request, "desk/editor.html", context)


@require_safe
@requires()
def place(request: HttpRequest, source: int, place: str) -> HttpResponse:  # noqa: ARG001  what a view is called with
    """From the words of a doubt ("937-979", "trang" where it is about the page) to its card, wherever that stands now."""
    shown = editor_page(current_page(source))
    start, _, end = place.partition("-")
    span = (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
    return redirect(editor_url(source) + _anchor(shown, span))


def _anchor(shown: EditorPage, span: tuple[int, int] | None) -> str:
    doubted = next((card for card in shown.cards if card.fact.span == span and card.doubts), None)
    if doubted:
        return f"#{doubted.anchor}"
    return "#can-xem-lai" if any(notice.waiting for notice in shown.notices) else ""
