"""Reminders and letters on steps: when they are sent, who was told; and the private addresses of agencies."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.actions import renew_address, send_again, send_news_again, set_schedule
from dieuhanh.apps.notices.models import PrivateAddress, ReminderSchedule
from dieuhanh.apps.notices.models.schedules import standing_schedule
from dieuhanh.apps.notices.permissions import RENEW_ADDRESS, SEND_AGAIN, SET_SCHEDULE
from dieuhanh.apps.tasks.models import Membership
from dieuhanh.apps.tasks.permissions import SEE_EVERY_TASK
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.notice_forms import AddressForm, ScheduleForm
from dieuhanh.desk.task_fields import agency_names
from dieuhanh.desk.telling_page import news, reminders
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import NotFoundError

CHANGES = 10  # of the schedule that are shown


@require_http_methods(["GET", "POST"])
@requires(SET_SCHEDULE)
def schedule(request: HttpRequest) -> HttpResponse:
    """On which working days who is reminded."""
    form = ScheduleForm(standing_schedule(), posted(request))
    if request.method == "POST" and form.is_valid():
        set_schedule(form.schedule, actor=signed_in(request), at=timezone.now())
        messages.success(request, "Đã đặt lịch nhắc việc; áp dụng từ lần lập lời nhắc kế tiếp.")
        return redirect("desk:schedule")
    changes = ReminderSchedule.objects.order_by("-id")[:CHANGES]
    return render(request, "desk/schedule.html", {"form": form, "changes": changes}, status=WRONG if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(RENEW_ADDRESS)
def addresses(request: HttpRequest) -> HttpResponse:
    """A new address is in this answer and nowhere else: the database keeps its hash, and the browser is told to keep nothing."""
    actor = signed_in(request)
    own = list(Agency.objects.filter(memberships__in=Membership.objects.of(actor.username)).order_by("name"))
    form, made = AddressForm(timezone.localdate(), posted(request)), []
    agency: Agency | None = None
    if request.method == "POST" and form.is_valid():
        agency = Agency.objects.get(id=form.cleaned_data["co_quan"])
        token = renew_address(agency.id, actor=actor, at=timezone.now())
        base = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
        made = [(label, f"{base}{reverse(name, args=[token])}") for label, name in (("Lịch", "feeds:ics"), ("Nguồn tin", "feeds:atom"))]
    since = dict(PrivateAddress.objects.filter(agency__in=own).values_list("agency", "at"))
    every = actor.has_perm(SEE_EVERY_TASK)
    context = {
        "form": form,
        "agency": agency,
        "made": made,
        "own": [(one, since.get(one.id)) for one in own],
        "every": every,
        "names": agency_names(timezone.localdate()) if every else [],
    }
    return render(request, "desk/addresses.html", context, status=WRONG if form.errors else 200)


@require_safe
@requires(SEE_EVERY_TASK)
def notices(request: HttpRequest) -> HttpResponse:
    """Who was told of what, and what could not be sent."""
    return render(request, "desk/notices.html", {"shown": reminders(request.GET.get("trang-thai", ""), request.GET.get("trang", ""))})


@require_safe
@requires(SEE_EVERY_TASK)
def step_news(request: HttpRequest) -> HttpResponse:
    """Who was told of a step of a task, and what could not be sent."""
    shown, lines = news(request.GET.get("trang-thai", ""), request.GET.get("trang", ""))
    return render(request, "desk/news.html", {"shown": shown, "lines": lines})


@require_POST
@requires(SEND_AGAIN)
def notice_again(request: HttpRequest, notice: int) -> HttpResponse:
    _again(request, send_again, notice)
    messages.success(request, "Lời nhắc được gửi lại ở lượt gửi kế tiếp.")
    return redirect("desk:notices")


@require_POST
@requires(SEND_AGAIN)
def news_again(request: HttpRequest, news: int) -> HttpResponse:
    _again(request, send_news_again, news)
    messages.success(request, "Thư báo được gửi lại ở lượt gửi kế tiếp.")
    return redirect("desk:step_news")


def _again(request: HttpRequest, verb: Callable[..., None], number: int) -> None:
    """Raises Http404 where nothing like that was given up."""
    try:
        verb(number, actor=signed_in(request), at=timezone.now())
    except NotFoundError as error:
        raise Http404 from error
