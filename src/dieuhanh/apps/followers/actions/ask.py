"""Somebody wants to follow something: the question goes to the letter-box that they named."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from dieuhanh.apps.digests.actions import subscribe
from dieuhanh.apps.digests.models import Subject
from dieuhanh.apps.followers.models import FollowerLetter
from dieuhanh.apps.followers.subjects import name_of
from dieuhanh.apps.outbox.models import State


def ask_to_follow(email: str, subject: Subject, value: str, *, address: str, at: dt.datetime) -> None:
    """The subscription and its letter, or neither; who asks learns nothing of whether the address follows it already.

    Raises NotSubscriptionError, TooManyAnswersError.
    """
    name_of(subject, " ".join(value.split()))
    with transaction.atomic():
        asked = subscribe(email, subject, value, address=address, at=at)
        if asked.token is None:
            return
        row = asked.subscription
        FollowerLetter.objects.filter(subscription=row, issue=None, state=State.WAITING).delete()
        FollowerLetter.objects.create(subscription=row, next_at=at, at=at)
