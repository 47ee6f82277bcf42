"""Adding a fact: first its words, then what they say. Both steps are one address, so that nothing typed is lost between them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.corrections.permissions import ADD_FACT
from dieuhanh.apps.documents.actions import add_fact
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.desk.adding import WordsForm
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.editor_page import editor_page
from dieuhanh.desk.fact_forms import FactForm
from dieuhanh.desk.fact_page import documents_of
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.kinds import DISPLAYED
from dieuhanh.desk.views.facts import CONFLICT, WRONG, before
from dieuhanh.desk.views.pages import current_page, editor_url
from dieuhanh.errors import NotFactError, PageChangedError


@require_http_methods(["GET", "POST"])
@requires(ADD_FACT)
def add(request: HttpRequest, source: int) -> HttpResponse:
    page = current_page(source)
    digest = stored_digests([page])[page.id]
    words = WordsForm(digest, request.GET) if "loai" in request.GET else WordsForm(digest, initial=request.GET.dict())
    if not words.is_bound or not words.is_valid():
        return render(request, "desk/add_words.html", {"page": page, "form": words}, status=WRONG if words.is_bound else 200)
    kind = words.cleaned_data["loai"]
    form = FactForm(kind, documents_of(digest, words.cleaned_data["muc"]), posted(request))
    status = 200
    if request.method == "POST":
        status = _added(request, page, words, form)
        if not form.errors:
            return _done(request, page, words)
    context = {"page": page, "form": form, "found": words.found, "kind": DISPLAYED[kind], "words": request.GET.urlencode()}
    return render(request, "desk/add_fact.html", context, status=status)


def _added(request: HttpRequest, page: Page, words: WordsForm, form: FactForm) -> int:
    """Keep the fact, or say at the form why not; the status of the answer."""
    if form.is_valid():
        kind, span, note = words.cleaned_data["loai"], words.found.span, form.cleaned_data["note"]
        try:
            add_fact(before(request, page), kind, span, form.value, actor=signed_in(request), at=timezone.now(), note=note)
        except NotFactError as error:
            form.refuse(error)
        except PageChangedError as error:
            form.add_error(None, explain(error))
            return CONFLICT
    return WRONG


def _done(request: HttpRequest, page: Page, words: WordsForm) -> HttpResponse:
    kind = words.cleaned_data["loai"]
    messages.success(request, f"Đã thêm: {DISPLAYED[kind].label} “{' '.join(words.found.quote.marked.split())}”.")
    cards = editor_page(current_page(page.source_id)).cards
    new = next((card for card in cards if card.fact.kind is kind and card.fact.span == words.found.span), None)
    return redirect(editor_url(page.source_id, new))
