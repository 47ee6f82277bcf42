"""What can be done to accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import msgspec
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.permissions import ADD_USER, ENTER_DESK, REFRESH_ROLES, RESET_ACCESS, SET_ROLES
from dieuhanh.apps.accounts.roles import Role, permissions_of
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.errors import NameTakenError, NotNameError, UnknownUserError, WeakPasswordError


class NewUser(msgspec.Struct, frozen=True):
    """What an account begins with; the password is kept only as Django's hash of it."""

    username: str
    password: str
    roles: frozenset[Role]
    full_name: str = ""

    def __repr__(self) -> str:
        return f"NewUser({self.username!r})"  # a traceback never shows the password


def add_user(new: NewUser, *, actor: Actor, at: dt.datetime) -> User:
    """An account with its roles. Raises NotPermittedError, NotNameError, NameTakenError, WeakPasswordError."""
    user = User(username=User.normalize_username(new.username), full_name=new.full_name, date_joined=at)
    with action(actor, ADD_USER, at) as ledger:
        _require_name(user)
        _require_password(new.password, user)
        user.set_password(new.password)
        user.save()
        user.groups.set(_groups(new.roles))
        ledger.append("accounts.User", user.username, {"roles": sorted(new.roles)})
    return user


def set_roles(username: str, roles: Collection[Role], *, actor: Actor, at: dt.datetime) -> None:
    """Give a person these roles and no others. Raises NotPermittedError, UnknownUserError."""
    with action(actor, SET_ROLES, at) as ledger:
        user = _user(username)
        before = set(user.groups.values_list("name", flat=True))
        if before != set(roles):
            user.groups.set(_groups(roles))
            ledger.append("accounts.User", username, {"roles": sorted(roles)})


def reset_access(username: str, password: str, *, actor: Actor, at: dt.datetime) -> None:
    """A new password for who forgot theirs; their second factors and tokens go too, for a lost telephone is the same trouble.

    Raises NotPermittedError, UnknownUserError, WeakPasswordError.
    """
    with action(actor, RESET_ACCESS, at) as ledger:
        user = _user(username)
        _require_password(password, user)
        user.set_password(password)
        user.save(update_fields=["password"])
        factors, _ = Authenticator.objects.filter(user=user).delete()
        tokens = user.tokens.standing().update(revoked_at=at)
        ledger.append("accounts.User", username, {"password": "reset", "factors": factors, "tokens": tokens})


def change_password(user: User, password: str, *, at: dt.datetime) -> None:
    """A person's own new password. Raises NotPermittedError, WeakPasswordError."""
    with action(user, ENTER_DESK, at) as ledger:
        _require_password(password, user)
        user.set_password(password)
        user.save(update_fields=["password"])
        ledger.append("accounts.User", user.username, {"password": "changed"})


def refresh_roles(*, actor: Actor, at: dt.datetime) -> None:
    """Bring the groups that exist to what roles.py says of them; for a new version of the product. Raises NotPermittedError."""
    with action(actor, REFRESH_ROLES, at) as ledger:
        for group in _stale_groups():
            wanted = permissions_of(Role(group.name))
            group.permissions.set(_permissions(wanted))
            ledger.append("auth.Group", group.name, {"permissions": sorted(wanted)})


def roles_are_fresh() -> bool:
    """Whether the groups that exist are what roles.py says of them."""
    return not _stale_groups()


def _user(username: str) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise UnknownUserError(username)
    return user


def _stale_groups() -> list[Group]:
    groups = Group.objects.filter(name__in=list(Role)).prefetch_related("permissions__content_type")
    return [group for group in groups if {_word(permission) for permission in group.permissions.all()} != permissions_of(Role(group.name))]


def _word(permission: Permission) -> str:
    """What the code calls it: "app.verb"."""
    return f"{permission.content_type.app_label}.{permission.codename}"


def _permissions(words: Collection[str]) -> list[Permission]:
    """The rows of the permissions that the code calls "app.verb"."""
    rows = Permission.objects.select_related("content_type").filter(codename__in={word.partition(".")[2] for word in words})
    return [row for row in rows if _word(row) in words]


def _groups(roles: Collection[Role]) -> list[Group]:
    """The groups of these roles, made where they are wanted for the first time."""
    return [Group.objects.filter(name=role.value).first() or _made(role) for role in sorted(roles)]


def _made(role: Role) -> Group:
    group = Group.objects.create(name=role.value)
    group.permissions.set(_permissions(permissions_of(role)))
    return group


def _require_name(user: User) -> None:
    try:
        User._meta.get_field("username").clean(user.username, user)
        User._meta.get_field("full_name").clean(user.full_name, user)
    except ValidationError as error:
        raise NotNameError from error
    if not user.full_name.isprintable():
        raise NotNameError
    if User.objects.filter(username__iexact=user.username).exists():
        raise NameTakenError(user.username)


def _require_password(password: str, user: User) -> None:
    """By Django's validators; what cannot be typed again is refused before."""
    if not password.isprintable():
        raise WeakPasswordError(["password_not_printable"])
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPasswordError([str(reason.code) for reason in error.error_list]) from error
