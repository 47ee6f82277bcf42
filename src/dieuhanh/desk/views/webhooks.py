"""Other systems that are told: added, looked at, paused, ended."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dieuhanh.apps.webhooks import actions
from dieuhanh.apps.webhooks.models import Delivery, Subscription
from dieuhanh.apps.webhooks.permissions import PAUSE, REDELIVER, SUBSCRIBE, UNSUBSCRIBE
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.notice_forms import SubscriptionForm
from dieuhanh.desk.telling_page import deliveries, event_name, subscriptions
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import FetchError, ForbiddenAddressError, NotFoundError


@require_http_methods(["GET", "POST"])
@requires(SUBSCRIBE)
def webhooks(request: HttpRequest) -> HttpResponse:
    """The secret of a new one is in this answer and in no other."""
    form, made = SubscriptionForm(posted(request)), None
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.subscribe(form.cleaned_data["dia_chi"], form.events, actor=signed_in(request), at=timezone.now())
        except (ForbiddenAddressError, FetchError) as error:
            form.add_error("dia_chi", explain(error))
        else:
            form = SubscriptionForm()
    context = {"form": form, "made": made, "lines": subscriptions()}
    return render(request, "desk/webhooks.html", context, status=WRONG if form.errors else 200)


@require_safe
@requires(SUBSCRIBE)
def webhook(request: HttpRequest, webhook: int) -> HttpResponse:
    """What became of each delivery."""
    row = get_object_or_404(Subscription, id=webhook)
    page, lines = deliveries(row, request.GET.get("trang", ""))
    return render(
        request, "desk/webhook.html", {"row": row, "events": [event_name(one) for one in row.events], "page": page, "lines": lines}
    )


def _changing(permission: str, verb: Callable[..., None], told: str) -> Callable[..., HttpResponse]:
    """The view of one button of a subscription."""

    @require_POST
    @requires(permission)
    def changed(request: HttpRequest, webhook: int) -> HttpResponse:
        try:
            verb(webhook, actor=signed_in(request), at=timezone.now())
        except NotFoundError as error:
            raise Http404 from error
        messages.success(request, told)
        return redirect("desk:webhook", webhook)

    return changed


pause_webhook = _changing(PAUSE, actions.pause, "Đã tạm ngừng; những gì xảy ra từ nay được giữ lại chờ gửi.")
resume_webhook = _changing(PAUSE, actions.resume, "Đã gửi tiếp; những gì đang chờ được gửi ở lượt kế tiếp.")
end_webhook = _changing(UNSUBSCRIBE, actions.unsubscribe, "Đã ngừng gửi cho nơi này; lịch sử vẫn được giữ.")


@require_POST
@requires(REDELIVER)
def redeliver(request: HttpRequest, delivery: int) -> HttpResponse:
    row = get_object_or_404(Delivery, id=delivery)
    try:
        actions.redeliver(delivery, actor=signed_in(request), at=timezone.now())
    except NotFoundError as error:
        raise Http404 from error
    messages.success(request, "Được gửi lại ở lượt gửi kế tiếp.")
    return redirect("desk:webhook", row.subscription_id)
