"""What visitors answer: stars and whether something was useful.

These writes have no entry in the audit chain: it is never shortened, and a flood must neither lengthen it nor hold up its writers.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets

import msgspec
from django.db import transaction
from django.db.models import F

from dieuhanh.apps.digests.models import AddressCount, DaySalt, Entry, Issue, Question, Rating
from dieuhanh.errors import NotAnswerError, TooManyAnswersError

MOST_A_DAY = 60  # public writes from one address; offices and villages share one, a person answers a handful of times
VALUES = {Question.STARS: range(1, 6), Question.USEFUL: range(2)}


class Visitor(msgspec.Struct, frozen=True):
    """Who answers: a random token from the cookie, and the network address, which is only counted."""

    token: str
    address: str

    def __repr__(self) -> str:
        return "Visitor()"  # neither of the two belongs into a log


def new_token() -> str:
    """For the cookie of a visitor who answers for the first time."""
    return secrets.token_hex(16)


def rate(issue: int, entry_key: int | None, question: Question, value: int, *, visitor: Visitor, at: dt.datetime) -> Rating:
    """One answer a visitor about one thing; another one replaces it. Raises NotAnswerError, TooManyAnswersError."""
    if value not in VALUES[question]:
        raise NotAnswerError
    with transaction.atomic():
        row = Issue.objects.published().filter(pk=issue).first()
        entry = Entry.objects.filter(issue=issue, key=entry_key).first() if entry_key is not None else None
        if row is None or (entry_key is not None and entry is None):
            raise NotAnswerError
        count_address(visitor.address, at)
        voter = hashlib.sha256(f"{visitor.token}/{question}/{issue}/{entry_key}".encode()).hexdigest()
        said = {"issue": row, "entry": entry, "question": question, "value": value, "on": at.date()}
        rating, _ = Rating.objects.update_or_create(voter=voter, defaults=said)
        Issue.objects.filter(pk=issue).update(answers=F("answers") + 1)
    return rating


def count_address(address: str, at: dt.datetime) -> None:
    """One more public write from this address today, inside the transaction of the write. Raises TooManyAnswersError."""
    day = at.date()
    salt, _ = DaySalt.objects.get_or_create(day=day, defaults={"salt": secrets.token_hex(32)})
    hashed = hmac.new(salt.salt.encode(), address.encode(), "sha256").hexdigest()
    AddressCount.objects.get_or_create(day=day, address=hashed)
    taken = AddressCount.objects.filter(day=day, address=hashed, count__lt=MOST_A_DAY).update(count=F("count") + 1)
    if not taken:
        raise TooManyAnswersError


def forget_addresses(before: dt.date) -> int:
    """For a standing job: drop salts and counts of the days before; how many counts went."""
    with transaction.atomic():
        DaySalt.objects.filter(day__lt=before).delete()
        return AddressCount.objects.filter(day__lt=before).delete()[0]
