"""Following by e-mail: asked for, confirmed from the letter-box itself, ended by one click.

Links carry a signed word with the row's own nonce, so that none can be made up and all end with the row. Addresses of people never enter
the audit chain, which could not forget them.
"""

from __future__ import annotations

import datetime as dt
import secrets

import msgspec
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.core.validators import validate_email
from django.db import transaction

from dieuhanh.apps.digests.actions.rate import count_address
from dieuhanh.apps.digests.models import Subject, Subscription
from dieuhanh.errors import ForgedLinkError, NotSubscriptionError

CONFIRM, UNSUBSCRIBE = "confirm", "unsubscribe"
DAYS_TO_CONFIRM = dt.timedelta(days=2)
BETWEEN_LETTERS = dt.timedelta(hours=1)  # nobody can have a letter-box filled by asking again
LONGEST_VALUE = 300


class Asked(msgspec.Struct, frozen=True):
    """A subscription, and the token of the letter that asks for confirmation; None where no letter is to be sent."""

    subscription: Subscription
    token: str | None


def subscribe(email: str, subject: Subject, value: str, *, address: str, at: dt.datetime) -> Asked:
    """What a visitor asks to follow; nobody learns from the answer whether the address follows it already.

    Raises NotSubscriptionError, TooManyAnswersError.
    """
    email, value = email.strip().lower(), " ".join(value.split())
    _require(email, subject, value)
    with transaction.atomic():
        count_address(address, at)
        asked = {"nonce": secrets.token_hex(16), "asked_at": at}
        row, new = Subscription.objects.get_or_create(email=email, subject=subject, value=value, defaults=asked)
        if row.confirmed_at is not None or (not new and at - row.asked_at < BETWEEN_LETTERS):
            return Asked(row, None)
        if not new:
            row.asked_at = at
            row.save()
    return Asked(row, confirm_token(row))


def confirm_subscription(token: str, *, at: dt.datetime) -> Subscription:
    """The click in the letter. Raises ForgedLinkError, also for a letter older than two days."""
    row = _row(token, CONFIRM)
    if row.confirmed_at is None:
        if at - row.asked_at > DAYS_TO_CONFIRM:
            raise ForgedLinkError
        row.confirmed_at = at
        row.save()
    return row


def unsubscribe(token: str) -> Subscription:
    """One click, no questions: the row is gone and with it the address. Raises ForgedLinkError; what is gone already is, too."""
    row = _row(token, UNSUBSCRIBE)
    row.delete()
    return row


def confirm_token(subscription: Subscription) -> str:
    """For the letter that asks; the same until the row goes."""
    return _token(subscription, CONFIRM)


def subscription_of(token: str) -> Subscription:
    """The row that the last link of a letter would end, which it leaves alone. Raises ForgedLinkError."""
    return _row(token, UNSUBSCRIBE)


def asked_for(token: str) -> Subscription:
    """The row that the first link of a letter would confirm, which it leaves alone. Raises ForgedLinkError."""
    return _row(token, CONFIRM)


def unsubscribe_token(subscription: Subscription) -> str:
    """For the link that every letter carries."""
    return _token(subscription, UNSUBSCRIBE)


def forget_unconfirmed(at: dt.datetime) -> int:
    """For a standing job: addresses that never answered are not kept; how many went."""
    return Subscription.objects.filter(confirmed_at=None, asked_at__lt=at - DAYS_TO_CONFIRM).delete()[0]


def _require(email: str, subject: Subject, value: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise NotSubscriptionError("email") from error
    if len(email) > 254:
        raise NotSubscriptionError("email")
    if bool(value) == (subject == Subject.ISSUES) or len(value) > LONGEST_VALUE or not value.isprintable():
        raise NotSubscriptionError("value")


def _token(row: Subscription, purpose: str) -> str:
    return Signer(salt=f"digests.{purpose}").sign_object([row.pk, row.nonce])


def _row(token: str, purpose: str) -> Subscription:
    try:
        key, nonce = Signer(salt=f"digests.{purpose}").unsign_object(token)
    except (BadSignature, UnicodeEncodeError) as error:
        raise ForgedLinkError from error
    row = Subscription.objects.filter(pk=key, nonce=nonce).first()
    if row is None:
        raise ForgedLinkError
    return row
