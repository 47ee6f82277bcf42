"""A new entry in a published issue: its sources chosen from the register, its words looked over, what is told to the public."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.digests.actions import compose_entries, correct_issue
from dieuhanh.apps.digests.contents import EntryContent, content_of
from dieuhanh.apps.digests.materials import Found
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.digests.permissions import CORRECT_ISSUE
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.issue_adding import choice_of, chosen_items, offers
from dieuhanh.desk.issue_answering import HeldWords, held_words, reasons_in
from dieuhanh.desk.issue_editing import with_new_entry
from dieuhanh.desk.issue_forms import NewEntryForm
from dieuhanh.desk.issue_sources import document_ways, found_part
from dieuhanh.desk.issue_words import explain_issue
from dieuhanh.desk.views.facts import CONFLICT, WRONG
from dieuhanh.desk.views.issue_entries import composer_url
from dieuhanh.desk.views.issues import issue_called, version_before
from dieuhanh.errors import DieuhanhError, EditConflictError, GateClosedError, IssueStateError, NotPermittedError


@require_http_methods(["GET", "POST"])
@requires(CORRECT_ISSUE)
def issue_correct_add(request: HttpRequest, issue: int) -> HttpResponse:
    """Documents to choose from; with some chosen (`nguon`) the entry that they give, to be looked over and published."""
    row = issue_called(issue)
    if row.state != State.PUBLISHED:
        messages.error(request, explain_issue(IssueStateError(row.state)))
        return redirect("desk:issue", issue)
    said = request.POST if request.method == "POST" else request.GET
    found = chosen_items(said.getlist("nguon"))
    if request.method == "POST" and found:
        return _corrected(request, row, found)
    if found:
        return _entry_shown(request, row, found, NewEntryForm(initial=_composed(row, found)), row.version)
    words, content = request.GET.get("tim", ""), content_of(row)
    gone = "Chưa chọn nguồn nào còn trong sổ." if "nguon" in said or request.method == "POST" else ""
    context = {"issue": row, "words": words, "offers": offers(words, content.entries), "correcting": True, "refusal": gone}
    return render(request, "desk/issue_add.html", context, status=WRONG if gone else 200)


def _composed(issue: Issue, found: Sequence[Found]) -> dict[str, object]:
    (first, *_) = compose_entries(found, issue.period)
    return {"ten": first.headline, "noi_dung": first.body, "vi_tri": issue.entries.count() + 1}


def _corrected(request: HttpRequest, issue: Issue, found: Sequence[Found]) -> HttpResponse:
    form, base = NewEntryForm(request.POST), version_before(request)
    if not form.is_valid():
        return _entry_shown(request, issue, found, form, base, status=WRONG)
    said, reasons = form.cleaned_data, reasons_in(request.POST.dict())
    entry = EntryContent(None, said["ten"], said["noi_dung"], tuple(one.key for one in found))
    content = with_new_entry(content_of(issue), entry, said["vi_tri"])
    try:
        correct_issue(issue.pk, base, content, said["dinh_chinh"], reasons=reasons, actor=signed_in(request), at=timezone.now())
    except NotPermittedError:
        raise
    except EditConflictError as error:  # nothing of it is in the other text: shown again on what stands now, it can be sent again
        form.add_error(None, f"{explain_issue(error)} Mục anh chị vừa viết vẫn còn nguyên bên dưới.")
        return _entry_shown(request, issue, found, form, error.version, status=CONFLICT)
    except DieuhanhError as error:
        form.add_error(None, explain_issue(error))
        held = held_words(issue, content, reasons) if isinstance(error, GateClosedError) else []
        return _entry_shown(request, issue, found, form, base, held, WRONG)
    messages.success(request, "Đã đăng mục mới; lời đính chính đã hiện trên bản tin.")
    return redirect(composer_url(issue, _newest(issue)))


def _newest(issue: Issue) -> int:
    """The key of the entry that was just added: a key is never given twice, so it is the highest."""
    return int(issue.entries.order_by("-key").values_list("key", flat=True)[0])


def _entry_shown(
    request: HttpRequest,
    issue: Issue,
    found: Sequence[Found],
    form: NewEntryForm,
    base: int,
    held: Sequence[HeldWords] = (),
    status: int = 200,
) -> HttpResponse:
    ways = document_ways([(one.source, one.order) for one in found])
    sources = [(choice_of(one), found_part(one, ways)) for one in found]
    context = {"issue": issue, "form": form, "base": base, "held": held, "sources": sources}
    return render(request, "desk/issue_correct_add.html", context, status=status)
