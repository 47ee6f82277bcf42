"""Tasks: their list, one of them, and every act on it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.tasks.models import Attachment, Task
from dieuhanh.desk.editor_page import editor_page
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.desk.task_acts import Act
from dieuhanh.desk.task_complaints import explain_task
from dieuhanh.desk.task_forms import ActForm
from dieuhanh.desk.task_list import CHOICES, task_list, wanted_by
from dieuhanh.desk.task_page import form_of, own_agencies, task_page, visible_task
from dieuhanh.desk.task_place import card_of
from dieuhanh.desk.views.facts import CONFLICT, WRONG
from dieuhanh.desk.views.pages import editor_url
from dieuhanh.errors import DieuhanhError, ForbiddenStepError, NoSuchTaskError, NotPermittedError, SecretTextError

UNKNOWN_TYPE = "application/octet-stream"


@require_safe
@requires()
def tasks(request: HttpRequest) -> HttpResponse:
    shown = task_list(wanted_by(request.GET), request.GET.get("trang", ""), signed_in(request), timezone.localdate())
    choices = [(word, label) for word, (label, _) in CHOICES.items()]
    return render(request, "desk/tasks.html", {"list": shown, "choices": choices})


@require_safe
@requires()
def task(request: HttpRequest, task: int) -> HttpResponse:
    return _shown(request, seen(request, task))


@require_safe
@requires()
def task_place(request: HttpRequest, task: int) -> HttpResponse:
    """From a task to the sentence of the digest that ordered it, wherever that stands now."""
    row = seen(request, task)
    page = Page.objects.current().select_related("source", "original").filter(source__address=row.address).first()
    if page is None:
        raise Http404
    return redirect(editor_url(page.source_id, card_of(row, page, editor_page(page).cards)))


@require_safe
@requires()
def attachment(request: HttpRequest, attachment: int) -> HttpResponse:
    """Always a download: nothing that a sender made is shown in the name of this server."""
    rows = Attachment.objects.filter(report__task__in=Task.objects.visible_to(signed_in(request)))
    found = rows.filter(id=attachment).first()
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.content), content_type=UNKNOWN_TYPE)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def perform(act: Act) -> Callable[..., HttpResponse]:
    """The view of one act: its form alone is sent, and comes back with what was typed where it is refused."""

    @require_http_methods(["GET", "POST"])
    @requires(act.permission)
    def performed(request: HttpRequest, task: int) -> HttpResponse:
        row = seen(request, task)
        if request.method != "POST":  # who had to sign in again comes back by GET
            return redirect("desk:task", task)
        form = form_of(act, row, own_agencies(signed_in(request)), request.POST, request.FILES)
        status = _taken(request, act, row, form) if form.is_valid() else WRONG
        return _shown(request, row, (act, form), status) if status else redirect("desk:task", task)

    return performed


def seen(request: HttpRequest, number: int) -> Task:
    """Raises Http404, whether there is none or it is foreign."""
    row = visible_task(number, signed_in(request))
    if row is None:
        raise Http404
    return row


def _taken(request: HttpRequest, act: Act, row: Task, form: ActForm) -> int:
    """Do it, or say at the form why not; the status of the answer, 0 where there is nothing to show."""
    try:
        act.verb(row.id, form.cleaned_data, signed_in(request), timezone.now())
    except NotPermittedError:
        raise
    except NoSuchTaskError as error:
        raise Http404 from error
    except SecretTextError as error:  # not even the form keeps a word of it
        messages.error(request, explain_task(error))
    except DieuhanhError as error:
        form.add_error(None, explain_task(error))
        return CONFLICT if isinstance(error, ForbiddenStepError) else WRONG
    else:
        messages.success(request, act.done)
    return 0


def _shown(request: HttpRequest, row: Task, sent: tuple[Act, ActForm] | None = None, status: int = 200) -> HttpResponse:
    shown = task_page(row, signed_in(request), timezone.localdate(), sent)
    return render(request, "desk/task.html", {"shown": shown, "task": row}, status=status)
