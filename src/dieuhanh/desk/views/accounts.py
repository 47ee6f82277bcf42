"""The accounts of the people who work at the desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from dieuhanh.apps.accounts.actions import NewUser, add_user, reset_access, set_roles
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.permissions import ADD_USER, RESET_ACCESS, SET_ROLES
from dieuhanh.apps.tasks.actions import set_membership
from dieuhanh.apps.tasks.models import Membership
from dieuhanh.apps.tasks.permissions import SET_MEMBERSHIP
from dieuhanh.desk.account_forms import AccessForm, AccountForm, MembershipForm, RolesForm
from dieuhanh.desk.complaints import explain
from dieuhanh.desk.guard import posted, requires, signed_in
from dieuhanh.desk.people import labels_of, roles_of
from dieuhanh.desk.task_complaints import explain_task
from dieuhanh.desk.views.facts import WRONG
from dieuhanh.errors import NameTakenError, NotNameError, NotTaskError, WeakPasswordError


@require_safe
@requires(SET_ROLES)
def accounts(request: HttpRequest) -> HttpResponse:
    users = User.objects.order_by("username").prefetch_related("groups")
    return render(request, "desk/accounts.html", {"accounts": [(user, labels_of(user)) for user in users]})


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@requires(ADD_USER)
def add_account(request: HttpRequest) -> HttpResponse:
    form = AccountForm(posted(request))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        new = NewUser(typed["username"], typed["password"], form.chosen, typed["full_name"])
        try:
            user = add_user(new, actor=signed_in(request), at=timezone.now())
        except (NotNameError, NameTakenError) as error:
            form.add_error("username", explain(error))
        except WeakPasswordError as error:
            form.add_error("password", explain(error))
        else:
            messages.success(request, f"Đã lập tài khoản {user.username}.")
            return redirect("desk:accounts")
    return render(request, "desk/account_new.html", {"form": form}, status=WRONG if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(SET_ROLES)
def account(request: HttpRequest, user: int) -> HttpResponse:
    """Who it is, and their roles."""
    person = get_object_or_404(User.objects.prefetch_related("groups"), id=user)
    form = RolesForm(posted(request), initial={"roles": [role.value for role in roles_of(person)]})
    if request.method == "POST" and form.is_valid():
        set_roles(person.username, form.chosen, actor=signed_in(request), at=timezone.now())
        messages.success(request, f"Đã giao vai trò cho {person.username}.")
        return redirect("desk:accounts")
    return _account(request, person, form, _agencies_of(person))


@require_http_methods(["GET", "POST"])
@requires(SET_MEMBERSHIP)
def membership(request: HttpRequest, user: int) -> HttpResponse:
    """For which agencies the person works."""
    person = get_object_or_404(User.objects.prefetch_related("groups"), id=user)
    if request.method != "POST":
        return redirect("desk:account", user)
    form = MembershipForm(timezone.localdate(), request.POST)
    if form.is_valid():
        try:
            set_membership(person.username, form.cleaned_data["don_vi"], actor=signed_in(request), at=timezone.now())
        except NotTaskError as error:
            form.add_error("don_vi", explain_task(error))
        else:
            messages.success(request, f"Đã ghi đơn vị của {person.username}.")
            return redirect("desk:account", user)
    return _account(request, person, _roles_form(person), form)


def _roles_form(person: User) -> RolesForm:
    return RolesForm(initial={"roles": [role.value for role in roles_of(person)]})


def _agencies_of(person: User) -> MembershipForm:
    names = Membership.objects.filter(user=person).order_by("agency__name").values_list("agency__name", flat=True)
    return MembershipForm(timezone.localdate(), initial={"don_vi": "\n".join(names)})


def _account(request: HttpRequest, person: User, form: RolesForm, agencies: MembershipForm) -> HttpResponse:
    wrong = form.errors or agencies.errors
    context = {"form": form, "person": person, "agencies": agencies}
    return render(request, "desk/account.html", context, status=WRONG if wrong else 200)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@requires(RESET_ACCESS)
def access(request: HttpRequest, user: int) -> HttpResponse:
    """A new password for who cannot sign in any more."""
    person = get_object_or_404(User, id=user)
    form = AccessForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            reset_access(person.username, form.cleaned_data["password"], actor=signed_in(request), at=timezone.now())
        except WeakPasswordError as error:
            form.add_error("password", explain(error))
        else:
            messages.success(request, f"Đã đặt mật khẩu mới cho {person.username}; xác thực hai lớp của tài khoản đã tắt.")
            return redirect("desk:accounts")
    return render(request, "desk/access.html", {"form": form, "person": person}, status=WRONG if form.errors else 200)
