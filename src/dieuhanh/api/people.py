"""Who asks: a program shows the token of a person, and may do what the person may. No cookie is looked at."""

from __future__ import annotations

from django.http import HttpRequest

from dieuhanh.api.problems import RefusalError
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.permissions import ENTER_DESK
from dieuhanh.apps.accounts.tokens import owner_of

SCHEME = "bearer"
LONGEST_HEADER = 200


def person_of(request: HttpRequest) -> User:
    """Of `Authorization: Bearer …`. Raises RefusalError."""
    scheme, _, secret = request.headers.get("Authorization", "")[:LONGEST_HEADER].partition(" ")
    person = owner_of(secret.strip()) if scheme.lower() == SCHEME else None
    if person is None:
        raise RefusalError("unauthorized")
    if not person.has_perm(ENTER_DESK):
        raise RefusalError("forbidden")
    return person
