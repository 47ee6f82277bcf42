"""The e-mails of one person: all reminders that wait for them, and all news of steps, as text and as HTML."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from email.utils import parseaddr
from urllib.parse import quote

import msgspec
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.notices.models import Notice, NoticeKind, StepNews
from dieuhanh.apps.notices.urged import urged
from dieuhanh.apps.tasks.models import Task
from dieuhanh.display.wording import day, one_line, shortened
from dieuhanh.domain.telling import NEWS
from dieuhanh.domain.urging import days_left, distance
from dieuhanh.domain.working_calendar import WorkingCalendar

TITLE_LENGTH = 300
HEADINGS = {NoticeKind.LATE: "Nhiệm vụ quá hạn", NoticeKind.SOON: "Nhiệm vụ sắp đến hạn"}  # the late ones first
REMINDED = (
    "Báo cáo kết quả hoặc xin gia hạn ở trang của nhiệm vụ trên hệ thống Điều Hành.",
    "Thư này do hệ thống gửi tự động theo lịch nhắc việc.",
)
TOLD = ("Thư này do hệ thống gửi tự động khi có người làm việc với nhiệm vụ.",)


class Line(msgspec.Struct, frozen=True):
    """A task as a letter shows it; what is empty is left out."""

    title: str
    due: str
    lead: str
    document: str
    why: str
    url: str
    distance: str = ""
    reason: str = ""


class Group(msgspec.Struct, frozen=True):
    """The tasks under one heading."""

    heading: str
    lines: tuple[Line, ...]


def reminder_mail(person: User, notices: Sequence[Notice], on: dt.date, calendar: WorkingCalendar) -> EmailMultiAlternatives:
    """What a person is reminded of that day; distances are those of the day of sending."""
    groups = [Group(heading, _reminded(notices, kind, on, calendar)) for kind, heading in HEADINGS.items()]
    return _mail(person, "Nhắc việc", groups, REMINDED, _headers([notice.key for notice in notices], "thu nhac viec"))


def news_mail(person: User, news: Sequence[StepNews]) -> EmailMultiAlternatives:
    """What has happened to a person's tasks, by kind of step; what is no longer theirs to see has no page for them."""
    seen = set(Task.objects.visible_to(person).filter(id__in={one.task_id for one in news}).values_list("id", flat=True))
    groups = [Group(kind.heading, _happened(news, verb, seen)) for verb, kind in NEWS.items()]
    return _mail(person, "Nhiệm vụ", groups, TOLD, _headers([one.key for one in news], "thu bao nhiem vu"))


def _mail(person: User, about: str, groups: Sequence[Group], closing: Sequence[str], headers: dict[str, str]) -> EmailMultiAlternatives:
    """Each task by its page. Nothing that anybody typed reaches a header but the address."""
    shown = [group for group in groups if group.lines]
    subject = f"{about}: " + ", ".join(f"{len(group.lines):02} {group.heading[0].lower()}{group.heading[1:]}" for group in shown)
    words = {"name": one_line(person.full_name) or person.username, "groups": shown, "subject": subject, "closing": closing}
    letter = EmailMultiAlternatives(subject=subject, body=render_to_string("notices/letter.txt", words), to=[person.email], headers=headers)
    letter.attach_alternative(render_to_string("notices/letter.html", words), "text/html")
    return letter


def _reminded(notices: Sequence[Notice], kind: NoticeKind, on: dt.date, calendar: WorkingCalendar) -> tuple[Line, ...]:
    of_kind = sorted((notice for notice in notices if notice.kind == kind), key=lambda notice: (notice.due_on, notice.task_id))
    return tuple(
        Line(
            title=shortened(one_line(notice.task.title), TITLE_LENGTH),
            due=day(notice.due_on),
            lead="; ".join(urged(notice.task).leading),
            document=one_line(notice.task.document_name),
            why=notice.why.partition(";")[0],
            url=_page_of(notice.task_id),
            distance=distance(days_left(notice.due_on, on, calendar)),
        )
        for notice in of_kind
    )


def _happened(news: Sequence[StepNews], verb: str, seen: Collection[int]) -> tuple[Line, ...]:
    rows = sorted((one for one in news if one.verb == verb), key=lambda one: one.sequence)
    return tuple(
        Line(
            title=shortened(one_line(one.task.title), TITLE_LENGTH),
            due=day(one.task.due_on) if one.task.due_on else "",
            lead=one.task.lead.name if one.task.lead else one_line(one.task.lead_name),
            document=one_line(one.task.document_name),
            why=one.why,
            url=_page_of(one.task_id) if one.task_id in seen else "",
            reason=shortened(one_line(one.reason), TITLE_LENGTH),
        )
        for one in rows
    )


def _page_of(task: int) -> str:
    """Empty where nobody said under which address the pages are."""
    return f"{settings.PUBLIC_URL}{reverse('desk:task', args=[task])}" if settings.PUBLIC_URL else ""


def _headers(keys: Sequence[str], list_: str) -> dict[str, str]:
    """The identity follows from what the letter is about: sent a second time it is the same letter, and mail systems can tell."""
    asked = quote(f"Dung gui {list_}")
    return {
        "Message-ID": _message_id(keys),
        "Auto-Submitted": "auto-generated",  # RFC 3834: no machine answers it
        "List-Unsubscribe": f"<mailto:{_sender_address()}?subject={asked}>",  # a person of the office reads it
    }


def _message_id(keys: Sequence[str]) -> str:
    about = "\n".join(sorted(keys))
    return f"<{hashlib.sha256(about.encode()).hexdigest()[:40]}@{_sender_address().rpartition('@')[2]}>"


def _sender_address() -> str:
    """The bare address of the sender."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
