"""A fact: looked at, confirmed, corrected, rejected."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.corrections.permissions import CONFIRM_FACT, CORRECT_FACT, REJECT_FACT
from dieuhanh.apps.documents.actions import confirm_fact, correct_fact, reject_fact
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Page
from dieuhanh.desk.cards import Card, next_doubt
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.editor_page import editor_page
from dieuhanh.desk.fact_forms import FIELD_WORDS, FactForm
from dieuhanh.desk.fact_page import FactPage, fact_page
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.views.pages import current_page, editor_url
from dieuhanh.errors import DieuhanhError, FactGoneError, NotFactError, PageChangedError

CONFLICT = 409
GONE = 410
WRONG = 422

DONE = {CONFIRM_FACT: "Đã xác nhận", CORRECT_FACT: "Đã sửa", REJECT_FACT: "Đã bác"}
Act = Callable[[Before, str], Decision]


@require_safe
@requires()
def fact(request: HttpRequest, source: int, fact: str) -> HttpResponse:
    page = current_page(source)
    shown = fact_page(page, fact)
    return gone(request, page) if shown is None else render(request, "desk/fact.html", {"page": page, "shown": shown})


@require_http_methods(["GET", "POST"])
@requires(CONFIRM_FACT)
def confirm(request: HttpRequest, source: int, fact: str) -> HttpResponse:
    return _said(request, source, fact, CONFIRM_FACT)


@require_http_methods(["GET", "POST"])
@requires(REJECT_FACT)
def reject(request: HttpRequest, source: int, fact: str) -> HttpResponse:
    return _said(request, source, fact, REJECT_FACT)


@require_http_methods(["GET", "POST"])
@requires(CORRECT_FACT)
def correct(request: HttpRequest, source: int, fact: str) -> HttpResponse:
    """The form; what was typed stays in it whatever happens."""
    page = current_page(source)
    shown = fact_page(page, fact)
    if shown is None:
        return gone(request, page)
    form = FactForm(shown.card.fact.kind, shown.documents, posted(request), initial=shown.card.fact.value)
    status = 200
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                note = form.cleaned_data["note"]
                correct_fact(before(request, page), fact, form.value, actor=signed_in(request), at=timezone.now(), note=note)
            except NotFactError as error:
                form.refuse(error)
            except (PageChangedError, FactGoneError) as error:
                form.add_error(None, explain(error))
                status = CONFLICT
            else:
                return done(request, page, shown.card, CORRECT_FACT)
    return render(request, "desk/correct.html", {"page": page, "shown": shown, "form": form}, status=status)


def before(request: HttpRequest, page: Page) -> Before:
    """The version that the person had before them when they pressed the button."""
    return Before(page.source.address, request.POST.get("ban", ""))


def gone(request: HttpRequest, page: Page) -> HttpResponse:
    """The page that says that there is no such fact any more; what was typed is shown, so that it can be said of another one."""
    typed = [(FIELD_WORDS[name], value) for name, value in request.POST.items() if value and name in FIELD_WORDS]
    return render(request, "desk/gone.html", {"page": page, "typed": typed, "words": explain(FactGoneError())}, status=GONE)


def done(request: HttpRequest, page: Page, card: Card, permission: str) -> HttpResponse:
    """Say what was done, and go on to the next doubt of the page."""
    left = editor_page(current_page(page.source_id))
    onward = next_doubt(left.cards, card)
    words = f"{DONE[permission]}: {card.kind.label} “{card.lines[0]}”."
    messages.success(request, words if left.waiting else f"{words} Trang này không còn chỗ nào cần xem.")
    again = next((one for one in left.cards if one.fact.span == card.fact.span and one.fact.kind is card.fact.kind), None)
    return redirect(editor_url(page.source_id, onward or again))


def _said(request: HttpRequest, source: int, fact: str, permission: str) -> HttpResponse:
    """A word that needs no form but a note."""
    page = current_page(source)
    shown = fact_page(page, fact)
    if shown is None:
        return gone(request, page)
    if request.method != "POST":  # who had to sign in again comes back by GET
        return redirect("desk:fact", source, fact)
    verb = confirm_fact if permission == CONFIRM_FACT else reject_fact
    note = request.POST.get("note", "").strip()
    try:
        verb(before(request, page), fact, actor=signed_in(request), at=timezone.now(), note=note)
    except (PageChangedError, FactGoneError, NotFactError) as error:
        return _refused(request, page, shown, error, note)
    return done(request, page, shown.card, permission)


def _refused(request: HttpRequest, page: Page, shown: FactPage, error: DieuhanhError, note: str) -> HttpResponse:
    status = WRONG if isinstance(error, NotFactError) else CONFLICT
    words = "Ghi chú quá dài hoặc có ký tự không dùng được." if isinstance(error, NotFactError) else explain(error)
    context = {"page": page, "shown": shown, "refusal": words, "note": note}
    return render(request, "desk/fact.html", context, status=status)
