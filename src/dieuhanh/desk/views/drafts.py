"""Drafts of tasks: made from a digest, edited, merged, split, assigned together."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.tasks.actions import assign_tasks, draft_tasks_of, edit_draft, merge_drafts, split_draft
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.permissions import ASSIGN_TASKS, DRAFT_TASKS, EDIT_DRAFT, MERGE_DRAFTS, SPLIT_DRAFT
from dieuhanh.desk.drafts_page import digests_with_drafts, drafts_page
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.plan_forms import PlanForm
from dieuhanh.desk.task_complaints import explain_task
from dieuhanh.desk.task_fields import agency_names
from dieuhanh.desk.task_list import LONGEST_ID
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.desk.views.pages import current_page
from dieuhanh.desk.views.tasks import seen
from dieuhanh.errors import DieuhanhError, NoSuchTaskError, NotPermittedError, SecretTextError

PIECES = (2, 3, 4)  # into which a draft is split at once
PREVIEW = "xem"  # the button that only explains the deadline


@require_safe
@requires(DRAFT_TASKS)
def digests_to_draft(request: HttpRequest) -> HttpResponse:
    page, lines = digests_with_drafts(request.GET.get("trang", ""))
    return render(request, "desk/drafts_digests.html", {"page": page, "lines": lines})


@require_safe
@requires(EDIT_DRAFT)
def drafts(request: HttpRequest, source: int) -> HttpResponse:
    page = current_page(source)
    return render(request, "desk/drafts.html", {"page": page, "shown": drafts_page(page, timezone.localdate())})


@require_http_methods(["GET", "POST"])
@requires(DRAFT_TASKS)
def make_drafts(request: HttpRequest, source: int) -> HttpResponse:
    page = current_page(source)
    if request.method == "POST":
        made = draft_tasks_of([page.source.address], actor=signed_in(request), at=timezone.now())
        told = f"Đã lập {len(made.made)} dự thảo mới, cập nhật {len(made.refreshed)}, bỏ {len(made.dropped)}, giữ nguyên {made.kept}."
        messages.success(request, told)
    return redirect("desk:drafts", source)


@require_http_methods(["GET", "POST"])
@requires(ASSIGN_TASKS)
def assign_drafts(request: HttpRequest, source: int) -> HttpResponse:
    """Those that were chosen, or all that have a lead."""
    page = current_page(source)
    if request.method == "POST":
        every = "tat-ca" in request.POST
        chosen = drafts_page(page, timezone.localdate()).ready if every else _chosen(request)
        try:
            assigned = assign_tasks(chosen, actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, NoSuchTaskError, SecretTextError) as error:
            _rethrown(error)
        except DieuhanhError as error:
            messages.error(request, explain_task(error))
        else:
            messages.success(request, f"Đã giao {len(assigned)} nhiệm vụ." if assigned else "Chưa chọn dự thảo nào có cơ quan chủ trì.")
    return redirect("desk:drafts", source)


@require_http_methods(["GET", "POST"])
@requires(MERGE_DRAFTS)
def merge(request: HttpRequest, source: int) -> HttpResponse:
    current_page(source)
    if request.method == "POST":
        try:
            first = merge_drafts(_chosen(request), actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, NoSuchTaskError, SecretTextError) as error:
            _rethrown(error)
        except DieuhanhError as error:
            messages.error(request, explain_task(error))
        else:
            messages.success(request, f"Đã gộp vào dự thảo số {first.id}.")
    return redirect("desk:drafts", source)


@require_http_methods(["GET", "POST"])
@requires(EDIT_DRAFT)
def task_edit(request: HttpRequest, task: int) -> HttpResponse:
    row = seen(request, task)
    form = PlanForm(row, timezone.localdate(), posted(request))
    if request.method == "POST" and form.is_valid() and PREVIEW not in request.POST:
        try:
            edit_draft(task, form.plan, actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, NoSuchTaskError, SecretTextError) as error:
            _rethrown(error)
        except DieuhanhError as error:
            form.add_error(None, explain_task(error))
        else:
            messages.success(request, "Đã ghi dự thảo.")
            return redirect("desk:task", task)
    return _planned(request, row, [form], "Sửa dự thảo")


@require_http_methods(["GET", "POST"])
@requires(SPLIT_DRAFT)
def task_split(request: HttpRequest, task: int) -> HttpResponse:
    """One form a piece; what every piece has in common need not be typed again."""
    row = seen(request, task)
    wanted = (request.POST if request.method == "POST" else request.GET).get("so", "")
    pieces = next((number for number in PIECES if wanted == str(number)), PIECES[0])
    forms = [PlanForm(row, timezone.localdate(), posted(request), prefix=f"phan-{number}") for number in range(1, pieces + 1)]
    valid = all([form.is_valid() for form in forms])  # noqa: C419  each form says its own faults
    if request.method == "POST" and valid and PREVIEW not in request.POST:
        try:
            rows = split_draft(task, [form.plan for form in forms], actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, NoSuchTaskError, SecretTextError) as error:
            _rethrown(error)
        except DieuhanhError as error:
            forms[0].add_error(None, explain_task(error))
        else:
            messages.success(request, f"Đã tách thành {len(rows)} dự thảo: số {', '.join(str(one.id) for one in rows)}.")
            return redirect("desk:task", task)
    return _planned(request, row, forms, "Tách dự thảo")


def _planned(request: HttpRequest, row: Task, forms: list[PlanForm], title: str) -> HttpResponse:
    previewed = PREVIEW in request.POST
    names = agency_names(timezone.localdate())
    context = {"task": row, "forms": forms, "heading": title, "names": names, "pieces": PIECES, "previewed": previewed}
    wrong = any(form.errors for form in forms)
    return render(request, "desk/task_plan.html", context, status=WRONG if wrong and not previewed else 200)


def _chosen(request: HttpRequest) -> list[int]:
    return [int(said) for said in request.POST.getlist("nhiem-vu") if said.isascii() and said.isdecimal() and len(said) < LONGEST_ID]


def _rethrown(error: DieuhanhError) -> None:
    """A foreign task looks like none; what a role lacks and what is secret the guard says. Raises Http404, or the error itself."""
    if isinstance(error, NoSuchTaskError):
        raise Http404 from error
    raise error
