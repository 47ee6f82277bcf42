"""One entry of an issue, or its title: written anew, corrected, dropped, and what two editors wrote at once."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.digests.actions import correct_issue, save_issue
from dieuhanh.apps.digests.contents import EntryContent, IssueContent, SourceKey, content_of, from_json
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.permissions import CORRECT_ISSUE, SAVE_ISSUE
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.issue_answering import HeldWords, held_words, reasons_in
from dieuhanh.desk.issue_editing import TITLE, base_for, entry_in, sources_called, with_entry, with_title, without_entry
from dieuhanh.desk.issue_forms import EntryForm, StatementForm, TitleForm
from dieuhanh.desk.issue_page import entry_page, page_with
from dieuhanh.desk.issue_versions import changed_words
from dieuhanh.desk.issue_words import explain_issue
from dieuhanh.desk.views.facts import CONFLICT, GONE, WRONG
from dieuhanh.desk.views.issues import issue_called, version_before
from dieuhanh.display.wording import printable
from dieuhanh.errors import DieuhanhError, EditConflictError, GateClosedError, NotPermittedError, UnknownIssueError

DROP, ONWARD = "bo", "tiep"  # names of the buttons beside the one that saves


@require_safe
@requires()
def issue_entry(request: HttpRequest, issue: int, key: int) -> HttpResponse:
    return entry_shown(request, issue_called(issue), key)


@require_http_methods(["GET", "POST"])
@requires(SAVE_ISSUE)
def issue_entry_save(request: HttpRequest, issue: int, key: int) -> HttpResponse:
    return _written(request, issue, key, correcting=False)


@require_http_methods(["GET", "POST"])
@requires(CORRECT_ISSUE)
def issue_entry_correct(request: HttpRequest, issue: int, key: int) -> HttpResponse:
    """Of a published issue, with the sentence that tells the public."""
    return _written(request, issue, key, correcting=True)


def composer_url(issue: Issue, key: int) -> str:
    """The composer where it shows this entry."""
    keys = list(issue.entries.order_by("order").values_list("key", flat=True))
    if key not in keys:
        return reverse("desk:issue", args=[issue.pk])
    return f"{reverse('desk:issue', args=[issue.pk])}?trang={page_with(keys.index(key) + 1)}#muc-{key}"


def entry_shown(
    request: HttpRequest,
    issue: Issue,
    key: int,
    sent: tuple[forms.Form, forms.Form] | None = None,
    held: Sequence[HeldWords] = (),
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    """`sent` are the forms of the words and of the correction that were refused, `held` what the gate found in the correction."""
    shown = entry_page(issue, key, signed_in(request))
    if shown is None:
        raise Http404
    form, statement = sent or (_form(key, None, _said(issue, key)), StatementForm())
    kept = set(request.POST.getlist("nguon")) if sent else {source.token for source in shown.card.sources}
    base = version_before(request) if sent else issue.version
    context = {"shown": shown, "issue": issue, "form": form, "statement": statement, "kept": kept, "held": held}
    context |= {"refusal": refusal, "base": base}
    return render(request, "desk/issue_entry.html", context, status=status)


def _written(request: HttpRequest, number: int, key: int, *, correcting: bool) -> HttpResponse:
    issue = issue_called(number)
    if request.method != "POST":  # who had to sign in again comes back by GET
        return redirect("desk:issue_entry", number, key)
    form, statement = _form(key, posted(request)), StatementForm(posted(request))
    dropping, base = DROP in request.POST and key != TITLE, version_before(request)
    if not all([dropping or form.is_valid(), not correcting or statement.is_valid()]):
        return _refused(request, issue, key, (form, statement))
    on, reasons = base_for(issue, base, key), reasons_in(request.POST.dict())
    content = None
    try:
        content = _changed(request, issue, key, base, form, dropping=dropping)
        if correcting:
            said = statement.cleaned_data["dinh_chinh"]
            correct_issue(number, on, content, said, reasons=reasons, actor=signed_in(request), at=timezone.now())
        else:
            save_issue(number, on, content, actor=signed_in(request), at=timezone.now())
    except NotPermittedError:
        raise
    except EditConflictError as error:
        return _conflict(request, issue, key, error)
    except DieuhanhError as error:
        form.add_error(None, explain_issue(error))
        held = held_words(issue, content, reasons) if content and isinstance(error, GateClosedError) else []
        status = CONFLICT if isinstance(error, UnknownIssueError) else WRONG
        return _refused(request, issue_called(number), key, (form, statement), held, status)
    messages.success(request, _told(key, correcting=correcting, dropping=dropping))
    return redirect(_onward(request, issue, key, dropping=dropping))


def _changed(request: HttpRequest, issue: Issue, key: int, base: int, form: forms.Form, *, dropping: bool) -> IssueContent:
    """The issue as it stands with what was typed in its place. Raises UnknownIssueError."""
    now = content_of(issue)
    if dropping:
        return without_entry(now, key)
    if key == TITLE:
        return with_title(now, form.cleaned_data["ten"])
    sources = sources_called(request.POST.getlist("nguon"), _known_sources(issue, now, key, base))
    return with_entry(now, EntryContent(key, form.cleaned_data["ten"], form.cleaned_data["noi_dung"], sources))


def _known_sources(issue: Issue, now: IssueContent, key: int, base: int) -> list[SourceKey]:
    """Those that the entry has now and had in the version that the person saw; of an entry that is gone, those that it had last.

    Raises UnknownIssueError where the issue never had it.
    """
    then = issue.versions.filter(number=base).first()
    entries = [entry_in(content, key) for content in (now, *([from_json(then.content_json)] if then else []))]
    if not any(entries):
        older = (entry_in(from_json(row.content_json), key) for row in issue.versions.order_by("-number").iterator())
        entries = [next((entry for entry in older if entry), None)]
    if not any(entries):
        raise UnknownIssueError
    return [source for entry in entries if entry for source in entry.sources]


def _conflict(request: HttpRequest, issue: Issue, key: int, error: EditConflictError) -> HttpResponse:
    """Both texts and what is different in them; what was typed is kept, to be saved over the other one or to be given up."""
    theirs, dropping = _text(from_json(error.theirs), key), DROP in request.POST
    typed = {"ten": request.POST.get("ten", ""), "noi_dung": request.POST.get("noi_dung", "")}
    mine = [] if dropping else [line for line in (typed["ten"], *typed["noi_dung"].splitlines()) if line.strip()]
    context = {
        "issue": issue,
        "entry": key,
        "author": error.author,
        "version": error.version,
        "theirs": [printable(line) for line in theirs],
        "changes": changed_words("\n".join(theirs), "\n".join(mine)) if theirs and mine else [],
        "form": _form(key, None, typed),
        "statement": StatementForm(initial={"dinh_chinh": request.POST.get("dinh_chinh", "")}) if "dinh_chinh" in request.POST else None,
        "kept": request.POST.getlist("nguon"),
        "dropping": dropping,
    }
    return render(request, "desk/issue_conflict.html", context, status=CONFLICT)


def _refused(
    request: HttpRequest, issue: Issue, key: int, sent: tuple[forms.Form, forms.Form], held: Sequence[HeldWords] = (), status: int = WRONG
) -> HttpResponse:
    """The page of the entry with what was typed; where the entry is gone meanwhile, what was typed alone."""
    if key != TITLE and not issue.entries.filter(key=key).exists():
        typed = [request.POST.get("ten", ""), request.POST.get("noi_dung", "")]
        return render(request, "desk/issue_gone.html", {"issue": issue, "typed": [one for one in typed if one]}, status=GONE)
    return entry_shown(request, issue, key, sent, held, status)


def _said(issue: Issue, key: int) -> dict[str, str]:
    """What stands there now, as the form has it; `{}` where there is no such entry."""
    text = _text(content_of(issue), key)
    return {"ten": text[0], "noi_dung": "\n".join(text[1:])} if text else {}


def _text(content: IssueContent, key: int) -> list[str]:
    """Headline and paragraphs; nothing where there is no such entry."""
    if key == TITLE:
        return [content.title]
    entry = entry_in(content, key)
    return [entry.headline, *entry.body.split("\n")] if entry else []


def _form(key: int, data: object, initial: dict[str, str] | None = None) -> forms.Form:
    return (TitleForm if key == TITLE else EntryForm)(data, initial=initial)  # type: ignore[arg-type]  # a QueryDict or None


def _told(key: int, *, correcting: bool, dropping: bool) -> str:
    if correcting:
        return "Đã đính chính; lời đính chính đã hiện trên bản tin."
    return "Đã bỏ mục; các phiên bản cũ vẫn giữ mục này." if dropping else "Đã ghi tiêu đề." if key == TITLE else "Đã ghi mục."


def _onward(request: HttpRequest, issue: Issue, key: int, *, dropping: bool) -> str:
    """Back to the composer, or to the next entry where that was asked for."""
    keys = list(issue.entries.order_by("order").values_list("key", flat=True))
    if ONWARD in request.POST and not dropping:
        following = keys[keys.index(key) + 1 :] if key in keys else keys[:1]
        if following:
            return reverse("desk:issue_entry", args=[issue.pk, following[0]])
    return composer_url(issue, key)
