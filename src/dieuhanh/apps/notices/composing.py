"""The e-mail of one person: all reminders that wait for them, as text and as HTML."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from email.utils import parseaddr

import msgspec
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.notices.models import Notice, NoticeKind
from dieuhanh.apps.notices.urged import urged
from dieuhanh.display.wording import day, one_line, shortened
from dieuhanh.domain.urging import days_left, distance
from dieuhanh.domain.working_calendar import WorkingCalendar

TITLE_LENGTH = 300
HEADINGS = {NoticeKind.LATE: "Nhiệm vụ quá hạn", NoticeKind.SOON: "Nhiệm vụ sắp đến hạn"}  # the late ones first


class Line(msgspec.Struct, frozen=True):
    """A task as the letter shows it."""

    title: str
    due: str
    distance: str
    lead: str
    document: str
    why: str


class Group(msgspec.Struct, frozen=True):
    """The tasks under one heading."""

    heading: str
    lines: tuple[Line, ...]


def reminder_mail(person: User, notices: Sequence[Notice], on: dt.date, calendar: WorkingCalendar) -> EmailMultiAlternatives:
    """What a person reads that day; distances are those of the day of sending. Nothing that anybody typed reaches a header but the address.

    `Message-ID` follows from what the letter is about: sent a second time it is the same letter, and mail systems can tell.
    """
    groups = [Group(heading, _lines(notices, kind, on, calendar)) for kind, heading in HEADINGS.items()]
    shown = [group for group in groups if group.lines]
    subject = "Nhắc việc: " + ", ".join(f"{len(group.lines):02} {group.heading.lower()}" for group in shown)
    words = {"name": one_line(person.full_name) or person.username, "groups": shown, "subject": subject, "url": settings.PUBLIC_URL}
    letter = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string("notices/reminders.txt", words),
        to=[person.email],
        headers={
            "Message-ID": _message_id(notices),
            "Auto-Submitted": "auto-generated",  # RFC 3834: no machine answers it
            "List-Unsubscribe": f"<mailto:{_sender_address()}?subject=Dung%20gui%20thu%20nhac%20viec>",  # a person of the office reads it
        },
    )
    letter.attach_alternative(render_to_string("notices/reminders.html", words), "text/html")
    return letter


def _lines(notices: Sequence[Notice], kind: NoticeKind, on: dt.date, calendar: WorkingCalendar) -> tuple[Line, ...]:
    of_kind = sorted((notice for notice in notices if notice.kind == kind), key=lambda notice: (notice.due_on, notice.task_id))
    return tuple(
        Line(
            title=shortened(one_line(notice.task.title), TITLE_LENGTH),
            due=day(notice.due_on),
            distance=distance(days_left(notice.due_on, on, calendar)),
            lead="; ".join(urged(notice.task).leading),
            document=one_line(notice.task.document_name),
            why=notice.why.partition(";")[0],
        )
        for notice in of_kind
    )


def _message_id(notices: Sequence[Notice]) -> str:
    about = "\n".join(sorted(notice.key for notice in notices))
    return f"<{hashlib.sha256(about.encode()).hexdigest()[:40]}@{_sender_address().rpartition('@')[2]}>"


def _sender_address() -> str:
    """The bare address of the sender."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
