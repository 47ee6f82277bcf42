"""An issue as a letter to those who follow it, and the letter that asks whether they want to."""

from __future__ import annotations

import datetime as dt
import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

import msgspec
from django.template.loader import render_to_string

from dieuhanh.apps.digests.renderings.edition import Edition
from dieuhanh.apps.digests.renderings.html import to_html
from dieuhanh.apps.digests.renderings.plain_text import to_text

RULE = "-" * 40  # between what the letter says and why it came


class Envelope(msgspec.Struct, frozen=True):
    """Who writes to whom, and when."""

    sender: str
    recipient: str
    at: dt.datetime


def issue_letter(edition: Edition, envelope: Envelope, unsubscribe_url: str, followed: str, entries: int) -> bytes:
    """The e-mail edition of what the recipient follows: plain text and HTML, with the one click that ends it (RFC 8058).

    `entries` is how many the issue has; where the edition holds fewer, the letter says of how many.
    """
    chosen = len(edition.entries)
    part = f"Thư này có {chosen} trong {entries} mục của kỳ, là những mục liên quan đến: {followed}." if chosen < entries else ""
    above = f"{part}\n\n" if part else ""
    words = f"{above}{to_text(edition)}\n{RULE}\nBạn nhận thư này vì theo dõi: {followed}.\nThôi theo dõi: {unsubscribe_url}\n"
    context = {"body": to_html(edition), "edition": edition, "unsubscribe_url": unsubscribe_url, "followed": followed, "part": part}
    page = render_to_string("digests/letter.html", context)
    message = _message(edition.title, envelope, words, page)
    message["List-Unsubscribe"] = f"<{unsubscribe_url}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return message.as_bytes(policy=SMTP)


def confirmation_letter(followed: str, envelope: Envelope, confirm_url: str) -> bytes:
    """The question whether the owner of the letter-box asked for it; who does nothing is written to no more."""
    context = {"followed": followed, "confirm_url": confirm_url, "site": urlsplit(confirm_url).netloc}
    words = render_to_string("digests/confirmation.txt", context)
    page = render_to_string("digests/confirmation.html", context)
    return _message(f"Xác nhận theo dõi: {followed}", envelope, words, page).as_bytes(policy=SMTP)


def _message(subject: str, envelope: Envelope, words: str, page: str) -> EmailMessage:
    """The same letter has the same bytes: its identifier and boundary follow from what it says."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    message["From"], message["To"] = envelope.sender, envelope.recipient
    message["Date"] = format_datetime(envelope.at)
    mark = hashlib.sha256("\n".join([envelope.sender, envelope.recipient, envelope.at.isoformat(), words]).encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{mark}@{envelope.sender.rpartition('@')[2].strip('<> ')}>"
    message.set_content(words)
    message.add_alternative(page, subtype="html")
    message.set_boundary(f"={mark}=")
    return message
