"""Sending what waits: one letter a person, by the mail server of this installation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.db import models, transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.notices.composing import news_mail, reminder_mail
from dieuhanh.apps.notices.models import Notice, StepNews
from dieuhanh.apps.notices.urged import urged
from dieuhanh.apps.outbox.mail import send_letter
from dieuhanh.apps.outbox.models import Outgoing, Row
from dieuhanh.apps.outbox.sending import bury_exhausted, lease, settle_failed, settle_needless
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.models import Part

MOST_IN_A_LETTER = 200


def send_next(clock: Callable[[], dt.datetime]) -> bool:
    """Send one letter that is due; False where none is. The one who gets nothing because the task is done by now is asked nothing."""
    taken = _taken(clock())
    if not taken:
        return False
    needed = [notice for notice in taken if _still_holds(notice)]
    settle_needless([notice for notice in taken if notice not in needed])
    if needed:
        _send(needed, clock)
    return True


def send_news(clock: Callable[[], dt.datetime]) -> bool:
    """Send one letter on steps that people took; False where none is due. What has happened stays true."""
    at = clock()
    bury_exhausted(StepNews.objects.all(), at)
    taken = _of_one_person(StepNews.objects.due(at), at)
    if not taken:
        return False
    _deliver(taken, taken[0].recipient, lambda: news_mail(taken[0].recipient, taken), clock)
    return True


def _send(notices: Sequence[Notice], clock: Callable[[], dt.datetime]) -> None:
    person = notices[0].recipient
    _deliver(notices, person, lambda: reminder_mail(person, notices, localdate(clock()), working_calendar()), clock)


def _deliver(
    notices: Sequence[Outgoing], person: User, write: Callable[[], EmailMultiAlternatives], clock: Callable[[], dt.datetime]
) -> None:
    """Send the letter, and settle the rows that it is about."""
    if not person.is_active or not _is_address(person.email):
        settle_failed(notices, clock(), "người nhận không có địa chỉ thư dùng được", for_good=True)
        return
    send_letter(write(), notices, clock)


def _taken(at: dt.datetime) -> list[Notice]:
    """The notices of one person that are due, for this worker alone."""
    bury_exhausted(Notice.objects.all(), at)
    return _of_one_person(Notice.objects.due(at), at)


def _of_one_person(rows: models.QuerySet[Row], at: dt.datetime) -> list[Row]:
    """The first person's, leased."""
    parts = Prefetch("task__parts", Part.objects.select_related("agency").order_by("order"))
    with transaction.atomic():
        due = rows.select_for_update(skip_locked=True, of=("self",))
        person = due.order_by("recipient", "pk").values_list("recipient", flat=True).first()
        if person is None:
            return []
        own = due.filter(recipient=person).select_related("recipient", "task__lead").prefetch_related(parts)
        taken = list(own.order_by("pk")[:MOST_IN_A_LETTER])
        lease(taken, at)
    return taken


def _still_holds(notice: Notice) -> bool:
    """Whether the task still has this deadline, and somebody still has the task."""
    return notice.task.due_on == notice.due_on and bool(urged(notice.task).leading)


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True
