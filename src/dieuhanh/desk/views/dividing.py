"""A task divided into sub-tasks; and its history as a file that proves itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.tasks.actions import add_subtasks
from dieuhanh.apps.tasks.bundle import bundle_of, to_json
from dieuhanh.apps.tasks.permissions import ADD_SUBTASKS
from dieuhanh.desk.dividing_forms import piece_forms
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.task_complaints import explain_task
from dieuhanh.desk.task_fields import agency_names
from dieuhanh.desk.views.facts import CONFLICT, WRONG
from dieuhanh.desk.views.tasks import seen
from dieuhanh.errors import DieuhanhError, ForbiddenStepError, NoSuchTaskError, NotPermittedError, SecretTextError


@require_http_methods(["GET", "POST"])
@requires(ADD_SUBTASKS)
def divide(request: HttpRequest, task: int) -> HttpResponse:
    row = seen(request, task)
    forms = piece_forms(timezone.localdate(), posted(request))
    complaint, status = "", 200
    if request.method == "POST":
        status = WRONG
        if all([form.is_valid() for form in forms]):  # noqa: C419  each form says its own faults
            try:
                made = add_subtasks(row.id, [form.piece for form in forms if form.piece], actor=signed_in(request), at=timezone.now())
            except (NotPermittedError, SecretTextError):  # the guard's
                raise
            except NoSuchTaskError as error:
                raise Http404 from error
            except DieuhanhError as error:
                complaint = explain_task(error)
                status = CONFLICT if isinstance(error, ForbiddenStepError) else WRONG
            else:
                messages.success(request, f"Đã chia thành {len(made)} việc con; tiến độ của nhiệm vụ từ nay tính từ các việc con.")
                return redirect("desk:task", task)
    context = {"task": row, "forms": forms, "names": agency_names(timezone.localdate()), "complaint": complaint}
    return render(request, "desk/task_divide.html", context, status=status)


@require_safe
@requires()
def bundle(request: HttpRequest, task: int) -> HttpResponse:
    """Every entry of the chain about this task, with its hash."""
    row = seen(request, task)
    content = to_json(bundle_of(row.id, actor=signed_in(request), at=timezone.now()))
    headers = {"Content-Disposition": f'attachment; filename="nhiem-vu-{row.id}.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)
