"""People written for a test, one a role."""

from __future__ import annotations

from dieuhanh.apps.accounts.actions import NewUser, add_user
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from tests.apps.pages import NOW, TESTER

PASSWORD = "Chợ Kỳ Lừa họp sáu phiên"  # noqa: S105  of people who do not exist


def person(role: Role, username: str | None = None) -> User:
    return add_user(NewUser(username or role.value, PASSWORD, frozenset({role})), actor=TESTER, at=NOW)
