"""Following by e-mail: asked for here, confirmed from the letter, ended by one click."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.digests.actions import confirm_subscription, unsubscribe
from dieuhanh.apps.digests.actions.follow import asked_for, subscription_of
from dieuhanh.apps.digests.models import Subject, Subscription
from dieuhanh.apps.followers.actions import ask_to_follow
from dieuhanh.apps.followers.addresses import letters_can_be_sent
from dieuhanh.apps.followers.subjects import name_of
from dieuhanh.errors import ForgedLinkError, NotSubscriptionError, TooManyAnswersError
from dieuhanh.visitors.followed import Followed, followed, ways_to_follow

LONGEST = 300
FAULTS = {
    "email": "Địa chỉ thư điện tử này không dùng được; hãy viết như ten@example.vn.",
    "value": "Không theo dõi được nội dung này: trong sổ đăng ký không có.",
}
FLOOD = "Từ mạng của bạn hôm nay đã có rất nhiều yêu cầu. Xin trở lại vào ngày mai."

read_or_post = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@read_or_post
def follow(request: HttpRequest) -> HttpResponse:
    """What is followed stands in the address, so that the form needs only an e-mail address."""
    said = {name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST] for name in ("loai", "gi")}
    what = followed(said["loai"] or Subject.ISSUES, said["gi"])
    if what is None:
        return _form(request, None, fault=FAULTS["value"], status=404)
    if request.method != "POST":
        return _form(request, what, done="xong" in request.GET)
    if not letters_can_be_sent():
        return _form(request, what, status=409)
    email = request.POST.get("email", "")[:LONGEST]
    try:
        ask_to_follow(email, what.subject, what.value, address=request.META.get("REMOTE_ADDR", ""), at=timezone.now())
    except NotSubscriptionError as error:
        return _form(request, what, fault=FAULTS[error.field], email=email, status=400)
    except TooManyAnswersError:
        return _form(request, what, fault=FLOOD, email=email, status=429)
    return redirect(f"{request.path}?{urlencode({'loai': what.subject.value, 'gi': what.value, 'xong': '1'})}")


def _form(
    request: HttpRequest, what: Followed | None, *, fault: str = "", email: str = "", done: bool = False, status: int = 200
) -> HttpResponse:
    context = {"what": what, "fault": fault, "email": email, "done": done, "letters": letters_can_be_sent(), "ways": ways_to_follow()}
    return render(request, "visitors/follow.html", context, status=status)


@never_cache
@read_or_post
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link does nothing, for programs open the links of letters too; the button does."""
    try:
        row = confirm_subscription(token, at=timezone.now()) if request.method == "POST" else asked_for(token)
    except ForgedLinkError:
        return _forged(request)
    return _private(render(request, "visitors/confirm.html", {"name": _name(row), "done": row.confirmed_at is not None}))


@csrf_exempt  # the mail program of the recipient posts here (RFC 8058); the signed word in the address is what permits it
@never_cache
@read_or_post
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """One click: from the mail program at once, from the page by its button."""
    try:
        row = unsubscribe(token) if request.method == "POST" else subscription_of(token)
    except ForgedLinkError:
        return _forged(request)
    return _private(render(request, "visitors/stop.html", {"name": _name(row), "done": request.method == "POST"}))


def _forged(request: HttpRequest) -> HttpResponse:
    return _private(render(request, "visitors/forged.html", status=404))


def _private(response: HttpResponse) -> HttpResponse:
    """Whoever knows the address may use it, so it is not told on."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _name(row: Subscription) -> str:
    try:
        return name_of(Subject(row.subject), row.value)
    except NotSubscriptionError:  # gone from the register; the address may go too
        return row.value
