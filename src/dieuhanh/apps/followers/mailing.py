"""Sending what waits for followers, one letter at a time, by the mail server of this installation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from email.policy import SMTP

import msgspec
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from dieuhanh.apps.digests.actions import unsubscribe_token
from dieuhanh.apps.digests.actions.follow import confirm_token
from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.digests.editions import ANCHOR, editions_of
from dieuhanh.apps.digests.models import Issue, Subject
from dieuhanh.apps.digests.renderings.letters import Envelope, confirmation_letter, issue_letter
from dieuhanh.apps.followers.addresses import CONFIRM, UNSUBSCRIBE, letters_can_be_sent, public
from dieuhanh.apps.followers.models import FollowerLetter
from dieuhanh.apps.followers.subjects import name_of
from dieuhanh.apps.outbox.mail import send_letter
from dieuhanh.apps.outbox.sending import bury_exhausted, lease, settle_failed, settle_needless
from dieuhanh.errors import NotSubscriptionError


class WrittenMessage(EmailMessage):
    """A letter whose bytes are there already; Django only hands it to the mail server."""

    def __init__(self, sender: str, recipient: str, content: bytes) -> None:
        super().__init__(from_email=sender, to=[recipient])
        self._content = content

    def message(self) -> Message:  # type: ignore[override]  # Django promises a class of its own, which nothing of it asks for
        return message_from_bytes(self._content, policy=SMTP)


def send_next(clock: Callable[[], dt.datetime]) -> bool:
    """Send one letter that is due; False where none is."""
    letter = _taken(clock())
    if letter is None:
        return False
    content = _written(letter)
    if content is None:
        settle_needless([letter])
    elif not letters_can_be_sent():
        settle_failed([letter], clock(), "chưa khai báo DIEUHANH_URL: thư sẽ không có liên kết")
    else:
        send_letter(WrittenMessage(settings.DEFAULT_FROM_EMAIL, letter.subscription.email, content), [letter], clock)
    return True


def _taken(at: dt.datetime) -> FollowerLetter | None:
    """One letter that is due, for this worker alone."""
    bury_exhausted(FollowerLetter.objects.all(), at)
    with transaction.atomic():
        due = FollowerLetter.objects.due(at).select_for_update(skip_locked=True, of=("self",)).select_related("subscription", "issue")
        letter = due.order_by("next_at", "pk").first()
        if letter is not None:
            lease([letter], at)
    return letter


def _written(letter: FollowerLetter) -> bytes | None:
    """The letter's bytes, the same each time; None where it has become needless."""
    row = letter.subscription
    try:
        name = name_of(Subject(row.subject), row.value)
    except NotSubscriptionError:  # what was followed is not in the register any more
        return None
    envelope = Envelope(settings.DEFAULT_FROM_EMAIL, row.email, letter.at)
    if letter.issue is None:
        return None if row.confirmed_at else confirmation_letter(name, envelope, public(f"{CONFIRM}{confirm_token(row)}/"))
    edition = editions_of([letter.issue], _url)[0]
    entries = len(edition.entries)
    if letter.entries:
        wanted = {ANCHOR.format(key) for key in letter.entries}
        edition = msgspec.structs.replace(edition, entries=tuple(entry for entry in edition.entries if entry.anchor in wanted))
    if not edition.entries:  # a correction took them out
        return None
    return issue_letter(edition, envelope, public(f"{UNSUBSCRIBE}{unsubscribe_token(row)}/"), name, entries)


def _url(issue: Issue) -> str:
    return public(issue_address(issue))
