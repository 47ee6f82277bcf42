"""A person's own tokens of the API: made, shown once, revoked."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from dieuhanh.apps.accounts.models import Token
from dieuhanh.apps.accounts.tokens import make_token, revoke_token
from dieuhanh.desk.account_forms import TokenForm
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import NotTokenError, UnknownTokenError


@require_http_methods(["GET", "POST"])
@requires()
def tokens(request: HttpRequest) -> HttpResponse:
    """The new token stands in the answer to the form that asked for it, and nowhere else: it is in no session and no address."""
    person, form, secret = signed_in(request), TokenForm(posted(request)), ""
    if request.method == "POST" and form.is_valid():
        try:
            secret = make_token(person.username, form.cleaned_data["label"], actor=person, at=timezone.now())
        except NotTokenError as error:
            form.add_error("label", explain(error))
        else:
            form = TokenForm()
    standing = Token.objects.standing().filter(user=person).order_by("id")
    context = {"form": form, "tokens": standing, "secret": secret}
    return render(request, "desk/tokens.html", context, status=WRONG if form.errors else 200)


@require_POST
@requires()
def revoke(request: HttpRequest, token: int) -> HttpResponse:
    """Another's token and none at all are one answer."""
    person = signed_in(request)
    if not Token.objects.filter(id=token, user=person).exists():
        raise Http404
    try:
        revoke_token(token, actor=person, at=timezone.now())
    except UnknownTokenError as error:
        messages.error(request, explain(error))
    else:
        messages.success(request, "Đã thu hồi khóa.")
    return redirect("desk:tokens")
