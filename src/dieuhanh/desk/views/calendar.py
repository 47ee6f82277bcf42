"""The working calendar: seen by everybody at the desk, changed with a reason; what follows is shown."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.tasks.actions import set_calendar_day
from dieuhanh.apps.tasks.models import CalendarDay
from dieuhanh.apps.tasks.permissions import SET_CALENDAR_DAY
from dieuhanh.apps.tasks.typed import FIRST_YEAR, LAST_YEAR
from dieuhanh.desk.calendar_forms import CalendarDayForm, RemovalForm
from dieuhanh.desk.calendar_page import calendar_page
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.task_complaints import explain_task
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import DieuhanhError, NotPermittedError, SecretTextError


@require_safe
@requires()
def calendar(request: HttpRequest) -> HttpResponse:
    return _shown(request, _year(request.GET.get("nam", "")), CalendarDayForm())


@require_http_methods(["GET", "POST"])
@requires(SET_CALENDAR_DAY)
def set_day(request: HttpRequest) -> HttpResponse:
    """A day off, or a day of work, over the nation's list."""
    if request.method != "POST":
        return redirect("desk:calendar")
    form = CalendarDayForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            moved = set_calendar_day(said["ngay"], form.working, said["ten"], actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, SecretTextError):  # the guard's
            raise
        except DieuhanhError as error:
            form.add_error(None, explain_task(error))
        else:
            messages.success(request, f"Đã ghi lịch. {_effect(moved)}")
            return redirect(f"{reverse('desk:calendar')}?nam={said['ngay'].year}")
    return _shown(request, timezone.localdate().year, form, WRONG)


@require_http_methods(["GET", "POST"])
@requires(SET_CALENDAR_DAY)
def remove_day(request: HttpRequest, day: str) -> HttpResponse:
    """The day is again what the nation's list says."""
    row = get_object_or_404(CalendarDay, day=_day(day))
    form = RemovalForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            moved = set_calendar_day(row.day, None, form.cleaned_data["ly_do"], actor=signed_in(request), at=timezone.now())
        except (NotPermittedError, SecretTextError):  # the guard's
            raise
        except DieuhanhError as error:
            form.add_error(None, explain_task(error))
        else:
            messages.success(request, f"Đã bỏ ngày đặt riêng. {_effect(moved)}")
            return redirect(f"{reverse('desk:calendar')}?nam={row.day.year}")
    return render(request, "desk/calendar_remove.html", {"row": row, "form": form}, status=WRONG if form.errors else 200)


def _shown(request: HttpRequest, year: int, form: CalendarDayForm, status: int = 200) -> HttpResponse:
    context = {"shown": calendar_page(year, signed_in(request)), "form": form, "years": (year - 1, year + 1)}
    return render(request, "desk/calendar.html", context, status=status)


def _effect(moved: int) -> str:
    return f"{moved} thời hạn đang mở được tính lại, liệt kê bên dưới." if moved else "Không thời hạn đang mở nào phải tính lại."


def _year(said: str) -> int:
    typed = int(said) if said.isascii() and said.isdecimal() and len(said) == len(str(LAST_YEAR)) else 0
    return typed if FIRST_YEAR <= typed < LAST_YEAR else timezone.localdate().year


def _day(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise Http404 from error
