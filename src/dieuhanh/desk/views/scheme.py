"""The scheme of topics and the rules of the order: read by all of the desk, changed by those who may."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.digests.actions import load_scheme, set_topic, set_weight
from dieuhanh.apps.digests.permissions import EDIT_SCHEME
from dieuhanh.apps.digests.scheme import rules_in_force, topics_in_force
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.issue_words import FIELDS, explain_issue
from dieuhanh.desk.scheme_forms import RuleForm, TopicForm
from dieuhanh.desk.scheme_words import scheme_page
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import DieuhanhError, NotPermittedError


@require_safe
@requires()
def scheme(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/scheme.html", {"shown": scheme_page()})


@require_http_methods(["GET", "POST"])
@requires(EDIT_SCHEME)
def topic(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """One that is there, or a new one."""
    known = topics_in_force()
    at = next((place for place, one in enumerate(known) if one.code == code), None)
    if code and at is None:
        raise Http404
    told = {} if at is None else {"ten": known[at].name, "tu_goi_y": "\n".join(known[at].cues)}
    form = TopicForm(posted(request), initial={"thu_tu": len(known) if at is None else at, **told})

    def write() -> None:
        one = form.topic(code)
        if code is None and any(one.code == other.code for other in known):
            raise forms.ValidationError(FIELDS["code"])
        set_topic(one, form.cleaned_data["thu_tu"], actor=signed_in(request), at=timezone.now())

    heading = f"Lĩnh vực: {known[at].name}" if at is not None else "Thêm lĩnh vực"
    return _edited(request, form, write, heading, "Đã ghi lĩnh vực.")


@require_http_methods(["GET", "POST"])
@requires(EDIT_SCHEME)
def weight(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """One that is there, or a new one."""
    known, named = rules_in_force(), {one.code: one.name for one in topics_in_force()}
    rule = next((one for one in known if one.code == code), None)
    if code and rule is None:
        raise Http404
    value = named.get(rule.value, rule.value) if rule else ""
    told = {"xet": rule.measure, "dieu_kien": value, "diem": rule.points, "loi": rule.label} if rule else {}
    form = RuleForm(named, posted(request), initial=told)

    def write() -> None:
        one = form.rule(code)
        if code is None and any(one.code == other.code for other in known):
            raise forms.ValidationError(FIELDS["code"])
        set_weight(one, actor=signed_in(request), at=timezone.now())

    return _edited(request, form, write, f"Quy tắc: {rule.label}" if rule else "Thêm quy tắc sắp xếp", "Đã ghi quy tắc sắp xếp.")


def _edited(request: HttpRequest, form: forms.Form, write: Callable[[], None], heading: str, done: str) -> HttpResponse:
    """The first change puts what comes with the product into the register too, so that nothing of it is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            load_scheme(actor=signed_in(request), at=timezone.now())
            write()
        except NotPermittedError:
            raise
        except forms.ValidationError as error:
            form.add_error(None, error)
        except DieuhanhError as error:
            form.add_error(None, explain_issue(error))
        else:
            messages.success(request, done)
            return redirect("desk:scheme")
    return render(request, "desk/scheme_form.html", {"form": form, "heading": heading}, status=WRONG if form.errors else 200)
