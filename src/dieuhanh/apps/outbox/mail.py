"""A letter on its way to the mail server of this installation, and the rows that it is about."""

from __future__ import annotations

import datetime as dt
import smtplib
from collections.abc import Callable, Sequence

from django.core.mail import EmailMessage

from dieuhanh.apps.outbox.models import Outgoing
from dieuhanh.apps.outbox.sending import settle_failed, settle_sent

PERMANENT = range(500, 600)  # SMTP: the server will say the same the next time


def send_letter(letter: EmailMessage, rows: Sequence[Outgoing], clock: Callable[[], dt.datetime]) -> None:
    """Send it and settle the rows, as the server answers.

    Killed between the server's yes and the commit, the letter is sent once more, under the same Message-ID.
    """
    try:
        letter.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        settle_failed(rows, clock(), f"máy chủ thư từ chối người nhận: {codes}", for_good=all(code in PERMANENT for code in codes))
    except (smtplib.SMTPException, OSError) as error:
        settle_failed(rows, clock(), f"máy chủ thư không nhận: {type(error).__name__}")
    else:
        settle_sent(rows, clock())
