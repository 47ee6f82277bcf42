"""Tokens of the API: made and revoked by the person whose they are, or by who may reset that person's access."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from dieuhanh.apps.accounts.models import Token, User
from dieuhanh.apps.accounts.permissions import ENTER_DESK, RESET_ACCESS
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.errors import NotTokenError, UnknownTokenError, UnknownUserError

PREFIX = "dh_"  # by which a person, and a scanner of source code, knows what it is
RANDOM_BYTES = 32
MOST_STANDING = 20  # of one person
LONGEST_LABEL = 100


def make_token(username: str, label: str, *, actor: Actor, at: dt.datetime) -> str:
    """A new token, which is told this once. Raises NotPermittedError, UnknownUserError, NotTokenError."""
    with action(actor, _permission(username, actor), at) as ledger:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise UnknownUserError(username)
        label = " ".join(label.split())
        if not label or len(label) > LONGEST_LABEL or not label.isprintable() or user.tokens.standing().count() >= MOST_STANDING:
            raise NotTokenError
        secret = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
        token = Token.objects.create(user=user, label=label, sha256=_hash(secret), made_at=at)
        ledger.append("accounts.User", username, {"token": token.id, "label": label})
    return secret


def revoke_token(token: int, *, actor: Actor, at: dt.datetime) -> None:
    """It opens nothing from now on. Raises NotPermittedError, UnknownTokenError where there is none, or it is another's."""
    row = Token.objects.standing().select_related("user").filter(id=token).first()
    if row is None:
        raise UnknownTokenError(token)
    with action(actor, _permission(row.user.username, actor), at) as ledger:
        if Token.objects.standing().filter(id=token).update(revoked_at=at):
            ledger.append("accounts.User", row.user.username, {"token": token, "revoked": True})


def owner_of(secret: str) -> User | None:
    """Whose token it is; None for what is none, was revoked, or is of an account that may not sign in. One query."""
    rows = Token.objects.standing().filter(sha256=_hash(secret), user__is_active=True).select_related("user")
    token = rows.first() if secret.startswith(PREFIX) else None
    return token.user if token is not None else None


def _permission(username: str, actor: Actor) -> str:
    """One's own are a matter of being let in; another's, of being let to change their access."""
    return ENTER_DESK if actor.get_username() == username else RESET_ACCESS


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
