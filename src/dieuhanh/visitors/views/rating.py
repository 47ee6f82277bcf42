"""Stars and a yes or no, for an issue or one of its entries; a plain form, and one answer a visitor."""

from __future__ import annotations

from django.core.signing import BadSignature
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dieuhanh.apps.digests.actions import Visitor, new_token, rate
from dieuhanh.apps.digests.actions.rate import VALUES
from dieuhanh.apps.digests.addresses import ROOT, issue_at
from dieuhanh.apps.digests.models import Question
from dieuhanh.errors import NotAnswerError, TooManyAnswersError
from dieuhanh.visitors.rated import Rated, rated

COOKIE, SALT = "danh_gia", "visitors.rating"
YEAR = 365 * 24 * 3600  # seconds
FIELDS = {"sao": Question.STARS, "huu-ich": Question.USEFUL}
MISSING = "Hãy chọn số sao, hoặc trả lời câu hỏi thứ hai."
FLOOD = "Từ mạng của bạn hôm nay đã có rất nhiều đánh giá. Xin trở lại vào ngày mai."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rate_issue(request: HttpRequest, period: str) -> HttpResponse:
    """The form stands on a page of its own: the issue's page is the same for all and can be kept; this one carries the visitor's token."""
    typed = request.GET.get("muc", "")
    issue = issue_at(period)
    shown = rated(issue, typed) if issue else None
    if shown is None:
        raise Http404
    if request.method != "POST":
        return _page(request, shown, done="xong" in request.GET)
    answers = {question: _value(request.POST.get(field, ""), question) for field, question in FIELDS.items() if request.POST.get(field)}
    if not answers or None in answers.values():
        return _page(request, shown, fault=MISSING, status=400)
    token = _token(request) or new_token()
    visitor = Visitor(token, request.META.get("REMOTE_ADDR", ""))
    try:
        with transaction.atomic():
            for question, value in answers.items():
                rate(shown.issue, shown.entry, question, value or 0, visitor=visitor, at=timezone.now())
    except NotAnswerError:
        return _page(request, shown, fault=MISSING, status=400)
    except TooManyAnswersError:
        return _page(request, shown, fault=FLOOD, status=429)
    response = redirect(f"{request.path}?{f'muc={shown.entry}&' if shown.entry is not None else ''}xong=1")
    response.set_signed_cookie(COOKIE, token, salt=SALT, max_age=YEAR, path=ROOT, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def _page(request: HttpRequest, shown: Rated, *, fault: str = "", done: bool = False, status: int = 200) -> HttpResponse:
    stars = [(number, f"{number} sao") for number in VALUES[Question.STARS]]
    context = {"shown": shown, "stars": stars, "fault": fault, "done": done}
    return render(request, "visitors/rate.html", context, status=status)


def _token(request: HttpRequest) -> str | None:
    """Of the visitor's cookie; one that we did not sign counts as none."""
    try:
        return request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=YEAR)
    except BadSignature:
        return None


def _value(typed: str, question: Question) -> int | None:
    """None where that is no answer to the question."""
    values = {str(value): value for value in VALUES[question]}
    return values.get(typed)
