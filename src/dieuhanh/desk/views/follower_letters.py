"""Letters to followers that could not be sent, and sending them again."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dieuhanh.apps.followers.actions import send_letter_again
from dieuhanh.apps.notices.permissions import SEND_AGAIN
from dieuhanh.desk.follower_letters_page import letters_page
from dieuhanh.desk.guard import requires, signed_in
from dieuhanh.errors import NotFoundError


@require_safe
@requires(SEND_AGAIN)
def follower_letters(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/follower_letters.html", {"shown": letters_page(request.GET.get("trang", ""))})


@require_POST
@requires(SEND_AGAIN)
def follower_letter_again(request: HttpRequest, letter: int) -> HttpResponse:
    try:
        send_letter_again(letter, actor=signed_in(request), at=timezone.now())
    except NotFoundError as error:
        raise Http404 from error
    messages.success(request, "Thư được gửi lại ở lượt gửi kế tiếp.")
    return redirect("desk:follower_letters")
