"""Tasks that no page orders: typed in, or taken from a sheet; and the list that is shown as a sheet."""

from __future__ import annotations

import io

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.tasks.actions import add_task, import_tasks
from dieuhanh.apps.tasks.permissions import ADD_TASK, IMPORT_TASKS
from dieuhanh.apps.tasks.sheets import MOST_ROWS, SheetForm, cells_of, write_sheet
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.plan_forms import NewTaskForm
from dieuhanh.desk.sheet_page import ConfirmForm, SheetFileForm, SheetPage, sheet_page
from dieuhanh.desk.task_complaints import explain_task
from dieuhanh.desk.task_fields import agency_names
from dieuhanh.desk.task_list import rows_of_sheet, wanted_by
from dieuhanh.desk.views.drafts import PREVIEW
from dieuhanh.desk.views.facts import CONFLICT, WRONG
from dieuhanh.errors import DieuhanhError, NotPermittedError, NotSheetError, SecretTextError

MEDIA_TYPES = {
    SheetForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    SheetForm.CSV: "text/csv; charset=utf-8",
}
CHUNK = 500  # tasks in memory at a time


@require_http_methods(["GET", "POST"])
@requires(ADD_TASK)
def add(request: HttpRequest) -> HttpResponse:
    """A draft by hand; one of the two buttons only explains its deadline."""
    form = NewTaskForm(timezone.localdate(), posted(request))
    previewed = PREVIEW in request.POST
    if request.method == "POST" and form.is_valid() and not previewed:
        try:
            task = add_task(form.plan, actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, SecretTextError):  # the guard's
            raise
        except DieuhanhError as error:
            form.add_error(None, explain_task(error))
        else:
            messages.success(request, "Đã thêm dự thảo; xem lại rồi giao.")
            return redirect("desk:task", task.id)
    context = {"form": form, "names": agency_names(timezone.localdate()), "previewed": previewed}
    return render(request, "desk/task_new.html", context, status=WRONG if form.errors and not previewed else 200)


@require_http_methods(["GET", "POST"])
@requires(IMPORT_TASKS)
def import_sheet(request: HttpRequest) -> HttpResponse:
    """Which file; then what would change, without writing anything."""
    form = SheetFileForm(request.POST, request.FILES) if request.method == "POST" else SheetFileForm()
    if request.method == "POST" and form.is_valid():
        return _previewed(request, sheet_page(form.content, signed_in(request), timezone.localdate()))
    return render(request, "desk/sheet_import.html", {"form": form}, status=WRONG if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(IMPORT_TASKS)
def take_sheet(request: HttpRequest) -> HttpResponse:
    """What was shown, all or nothing; where it would do something else by now, it is shown again."""
    form = ConfirmForm(posted(request))
    if not form.is_valid():  # who had to sign in again comes back by GET
        return redirect("desk:import_sheet")
    page = sheet_page(form.content, signed_in(request), timezone.localdate())
    if page.faults or page.fingerprint != form.cleaned_data["dau"]:
        return _previewed(request, page, changed=True)
    try:
        done = import_tasks(form.content, actor=signed_in(request), at=timezone.now())
    except NotSheetError:
        return _previewed(request, sheet_page(form.content, signed_in(request), timezone.localdate()), changed=True)
    messages.success(request, f"Đã nhập: {len(done.made)} dự thảo mới, {len(done.changed)} dự thảo sửa, {done.unchanged} dòng không đổi.")
    return redirect("desk:tasks")


@require_safe
@requires()
def tasks_sheet(request: HttpRequest, form: str) -> HttpResponse:
    """The list that the person sees, with its filter; what was taken out imports again unchanged."""
    if form not in list(SheetForm):
        raise Http404
    wanted = wanted_by(request.GET)
    rows = rows_of_sheet(wanted, signed_in(request), timezone.localdate())
    number = rows.count()
    if number > MOST_ROWS:
        messages.error(request, f"Danh sách có {number} nhiệm vụ, một bảng tính chứa nhiều nhất {MOST_ROWS}: hãy lọc hẹp lại rồi tải.")
        return redirect(f"{request.path.rpartition('/')[0]}/?{wanted.query.rstrip('&')}")
    out = io.BytesIO()
    write_sheet((cells_of(task) for task in rows.iterator(chunk_size=CHUNK)), SheetForm(form), out)
    headers = {"Content-Disposition": f'attachment; filename="nhiem-vu-{timezone.localdate().isoformat()}.{form}"'}
    return HttpResponse(out.getvalue(), content_type=MEDIA_TYPES[SheetForm(form)], headers=headers)


def _previewed(request: HttpRequest, page: SheetPage, *, changed: bool = False) -> HttpResponse:
    status = WRONG if page.faults else CONFLICT if changed else 200
    return render(request, "desk/sheet_preview.html", {"shown": page, "changed": changed}, status=status)
