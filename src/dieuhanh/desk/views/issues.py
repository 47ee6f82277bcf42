"""Issues of the week: their list, a new one, one of them in the composer, as the public will see it, and on its way to the public."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.digests.actions import compile_issue
from dieuhanh.apps.digests.editions import preview_of
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.permissions import COMPILE_ISSUE
from dieuhanh.apps.digests.renderings.html import to_html
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.issue_acts import IssueAct, open_acts
from dieuhanh.desk.issue_forms import WeekForm
from dieuhanh.desk.issue_list import issue_list, week_name, weeks_without_issue
from dieuhanh.desk.issue_page import issue_page
from dieuhanh.desk.issue_words import explain_issue
from dieuhanh.desk.views.facts import CONFLICT, WRONG
from dieuhanh.errors import DieuhanhError, IssueExistsError, IssueStateError, NotIssueError, NotPermittedError, UnknownIssueError


def issue_called(number: int) -> Issue:
    """Raises Http404."""
    issue = Issue.objects.filter(pk=number).first()
    if issue is None:
        raise Http404
    return issue


@require_safe
@requires()
def issues(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/issues.html", {"list": issue_list(request.GET.get("trang", ""))})


@require_http_methods(["GET", "POST"])
@requires(COMPILE_ISSUE)
def issue_compile(request: HttpRequest) -> HttpResponse:
    form = WeekForm(posted(request))
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            issue = compile_issue(form.period, today=timezone.localdate(now), actor=signed_in(request), at=now)
        except NotPermittedError:
            raise
        except IssueExistsError as error:
            messages.info(request, "Những ngày này đã có số bản tin; đây là số ấy.")
            return redirect("desk:issue", error.issue)
        except DieuhanhError as error:
            form.add_error(None, explain_issue(error))
        else:
            messages.success(request, f"Đã tổng hợp bản thảo: {issue.entries.count()} mục, bằng lời của nguồn.")
            return redirect("desk:issue", issue.pk)
    context = {"form": form, "waiting": [(period, week_name(period)) for period in weeks_without_issue()]}
    return render(request, "desk/issue_compile.html", context, status=WRONG if form.errors else 200)


@require_safe
@requires()
def issue(request: HttpRequest, issue: int) -> HttpResponse:
    return composer(request, issue_called(issue))


@require_safe
@requires()
def issue_preview(request: HttpRequest, issue: int) -> HttpResponse:
    """The very HTML that the public page has in its main part."""
    row = issue_called(issue)
    html = mark_safe(to_html(preview_of(row, timezone.now())))  # noqa: S308  a template of ours, which escapes
    return render(request, "desk/issue_preview.html", {"issue": row, "article": html})


def perform(act: IssueAct) -> Callable[..., HttpResponse]:
    """The view of one act; its form comes back with what was typed where it is refused."""

    @require_http_methods(["GET", "POST"])
    @requires(act.permission)
    def performed(request: HttpRequest, issue: int) -> HttpResponse:
        row = issue_called(issue)
        if request.method != "POST":  # who had to sign in again comes back by GET
            return redirect("desk:issue", issue)
        form = act.form(request.POST, prefix=act.slug)
        status = _taken(request, act, row, form) if form.is_valid() else WRONG
        return composer(request, issue_called(issue), (act, form), status) if status else redirect("desk:issue", issue)

    return performed


def composer(request: HttpRequest, issue: Issue, sent: tuple[IssueAct, forms.Form] | None = None, status: int = 200) -> HttpResponse:
    shown = issue_page(issue, request.GET.get("trang", ""), signed_in(request))
    context = {"shown": shown, "issue": issue, "acts": open_acts(issue, signed_in(request), sent)}
    return render(request, "desk/issue.html", context, status=status)


def version_before(request: HttpRequest) -> int:
    """The version that the person had before them when they pressed the button; 0, which is none, where nobody can tell."""
    said = request.POST.get("ban", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0


def _taken(request: HttpRequest, act: IssueAct, row: Issue, form: forms.Form) -> int:
    """Do it, or say at the form why not; the status of the answer, 0 where there is nothing to show."""
    try:
        act.verb(row.pk, version_before(request), form.cleaned_data, signed_in(request), timezone.now())
    except NotPermittedError:
        raise
    except UnknownIssueError as error:
        raise Http404 from error
    except DieuhanhError as error:
        form.add_error(None, explain_issue(error))
        changed = isinstance(error, IssueStateError) or (isinstance(error, NotIssueError) and error.field == "version")
        return CONFLICT if changed else WRONG
    messages.success(request, act.done)
    return 0
