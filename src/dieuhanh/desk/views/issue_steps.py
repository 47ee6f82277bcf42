"""The small steps on an entry: moved, dropped, looked at again, written anew, answered for, and new ones added."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.digests.actions import compose_entries, recheck_entry, recompile_entry, save_issue, waive_finding
from dieuhanh.apps.digests.contents import EntryContent, IssueContent, content_of
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.permissions import SAVE_ISSUE, WAIVE_FINDING
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.issue_adding import chosen_items, offers
from dieuhanh.desk.issue_editing import TITLE, base_for, entry_in, moved, place_of, with_entry, without_entry
from dieuhanh.desk.issue_words import explain_issue
from dieuhanh.desk.views.facts import CONFLICT, WRONG
from dieuhanh.desk.views.issue_entries import composer_url, entry_shown
from dieuhanh.desk.views.issues import issue_called, version_before
from dieuhanh.domain.gate import FindingKind
from dieuhanh.errors import DieuhanhError, EditConflictError, NoSuchFindingError, NotPermittedError

UP, DOWN = "len", "xuong"
LONGEST_PLACE = 6  # digits
Step = Callable[[HttpRequest, Issue, int], str]  # does it, and says what was done


def _step(permission: str, step: Step, *, to_entry: bool = False) -> Callable[..., HttpResponse]:
    """The view of a step that has a button and nothing to type; what goes wrong is said above the composer."""

    @require_http_methods(["GET", "POST"])
    @requires(permission)
    def stepped(request: HttpRequest, issue: int, key: int) -> HttpResponse:
        row = issue_called(issue)
        if request.method == "POST":
            try:
                done = step(request, row, key)
            except NotPermittedError:
                raise
            except DieuhanhError as error:
                messages.error(request, explain_issue(error))
            else:
                messages.success(request, done)
        if to_entry and (key == TITLE or row.entries.filter(key=key).exists()):
            return redirect("desk:issue_entry", issue, key)
        return redirect(composer_url(row, key))

    return stepped


def _move(request: HttpRequest, issue: Issue, key: int) -> str:
    """Up, down, or to a place; whatever others write meanwhile, an order has no words that could be lost."""
    content, said = content_of(issue), request.POST.get("den", "")
    place = place_of(content, key)
    wanted = int(said) if said.isascii() and said.isdecimal() and len(said) < LONGEST_PLACE else place
    to = {UP: place - 1, DOWN: place + 1}.get(request.POST.get("huong", ""), wanted)
    changed = moved(content, key, to)
    save_issue(issue.pk, issue.version, changed, actor=signed_in(request), at=timezone.now())
    return f"Mục nay ở vị trí {place_of(changed, key)}."


def _drop(request: HttpRequest, issue: Issue, key: int) -> str:
    changed = without_entry(content_of(issue), key)
    save_issue(issue.pk, base_for(issue, version_before(request), key), changed, actor=signed_in(request), at=timezone.now())
    return "Đã bỏ mục; các phiên bản cũ vẫn giữ mục này."


def _recheck(request: HttpRequest, issue: Issue, key: int) -> str:
    recheck_entry(issue.pk, key, actor=signed_in(request), at=timezone.now())
    return "Đã ghi nhận: mục này đã được đối chiếu với nguồn hiện có."


def _recompile(request: HttpRequest, issue: Issue, key: int) -> str:
    base = base_for(issue, version_before(request), key)
    recompile_entry(issue.pk, key, base, actor=signed_in(request), at=timezone.now())
    return "Đã lập lại mục từ lời của nguồn hiện có."


issue_entry_move = _step(SAVE_ISSUE, _move)
issue_entry_drop = _step(SAVE_ISSUE, _drop)
issue_entry_recheck = _step(SAVE_ISSUE, _recheck, to_entry=True)
issue_entry_recompile = _step(SAVE_ISSUE, _recompile, to_entry=True)


@require_http_methods(["GET", "POST"])
@requires(WAIVE_FINDING)
def issue_entry_waive(request: HttpRequest, issue: int, key: int) -> HttpResponse:
    """An editor answers for words that no source bears out."""
    row, said = issue_called(issue), request.POST
    if request.method != "POST":
        return redirect("desk:issue_entry", issue, key)
    try:
        kind = next((one for one in FindingKind if one.value == said.get("loai")), None)
        if kind is None:
            raise NoSuchFindingError
        entry, reason = (None if key == TITLE else key), said.get("ly_do", "")
        waive_finding(issue, entry, kind, said.get("loi", ""), reason, actor=signed_in(request), at=timezone.now())
    except NotPermittedError:
        raise
    except DieuhanhError as error:
        return entry_shown(request, row, key, status=WRONG, refusal=explain_issue(error))
    messages.success(request, "Đã ghi nhận trách nhiệm kèm lý do.")
    return redirect("desk:issue_entry", issue, key)


@require_http_methods(["GET", "POST"])
@requires(SAVE_ISSUE)
def issue_add(request: HttpRequest, issue: int) -> HttpResponse:
    """An entry from documents of the register, or one more source of an entry that is there (`muc`)."""
    row = issue_called(issue)
    content, words, said = content_of(row), request.GET.get("tim", ""), request.GET.get("muc", "")
    key = int(said) if said.isascii() and said.isdecimal() and len(said) < LONGEST_PLACE else None
    entry = entry_in(content, key) if key else None
    if said and entry is None:
        raise Http404
    refusal, status = "", 200
    if request.method == "POST":
        status = WRONG
        try:
            return redirect("desk:issue_entry", issue, _added(request, row, content, entry))
        except NotPermittedError:
            raise
        except DieuhanhError as error:
            refusal = explain_issue(error)
            status = CONFLICT if isinstance(error, EditConflictError) else WRONG
    context = {"issue": row, "entry": entry, "words": words, "offers": offers(words, content.entries), "refusal": refusal}
    return render(request, "desk/issue_add.html", context, status=status)


def _added(request: HttpRequest, issue: Issue, content: IssueContent, entry: EntryContent | None) -> int:
    """The key of the entry that was written or that has its new sources now. Raises NoSuchFindingError where nothing was chosen."""
    found = chosen_items(request.POST.getlist("nguon"))
    if not found:
        raise NoSuchFindingError
    if entry is None:
        (first, *_) = compose_entries(found, issue.period)
        sources = tuple(dict.fromkeys([*first.sources, *(one.key for one in found)]))
        changed = with_entry(content, EntryContent(None, first.headline, first.body, sources))
        told = "Đã thêm mục ở cuối số bản tin, bằng lời của nguồn. Sửa lời và chuyển vị trí nếu cần."
    else:
        sources = tuple(dict.fromkeys([*entry.sources, *(one.key for one in found)]))
        changed = with_entry(content, EntryContent(entry.key, entry.headline, entry.body, sources))
        told = "Đã thêm nguồn cho mục."
    save_issue(issue.pk, issue.version, changed, actor=signed_in(request), at=timezone.now())
    messages.success(request, told)
    return int(entry.key or 0) if entry else issue.entries.order_by("-key").values_list("key", flat=True)[0]
