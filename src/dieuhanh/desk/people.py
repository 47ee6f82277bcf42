"""Who is signed in, for the frame of the desk."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import LABELS, Role


def roles_of(user: User) -> list[Role]:
    """From the lowest to the highest; groups that are no role of ours are left out."""
    names = {group.name for group in user.groups.all()}
    return [role for role in Role if role.value in names]


def labels_of(user: User) -> str:
    """chuyên viên, biên tập."""
    return ", ".join(LABELS[role] for role in roles_of(user))


def who_is_here(request: HttpRequest) -> dict[str, Callable[[], str]]:
    """For every template; asks the database only where a template shows it."""
    return {"role_labels": lambda: labels_of(request.user) if isinstance(request.user, User) else ""}
