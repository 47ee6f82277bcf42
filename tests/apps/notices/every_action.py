"""Every action on reminders, private addresses, slips and webhooks, with a stage on which each can be taken by whoever may."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.actions import plan_reminders, renew_address, send_again, send_news_again, set_schedule, urge
from dieuhanh.apps.notices.models import Notice, StepNews
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.webhooks.actions import pause, redeliver, resume, subscribe, unsubscribe
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Delivery, Event, Subscription
from dieuhanh.domain.urging import DEFAULT
from tests.apps.pages import NOW
from tests.apps.tasks.every_action import task
from tests.apps.tasks.people_at_work import DUE, agency

LATE = DUE + dt.timedelta(days=5)
OTHER = msgspec.structs.replace(DEFAULT, again_every=7)
URL = "https://nhan.gov.vn/"
RESTING = "https://nghi.gov.vn/"


def set_notices_stage() -> None:
    """A reminder and a delivery that could not be sent, beside the tasks of `set_stage`."""
    dead = {"state": State.DEAD, "next_at": NOW}
    person = User.objects.order_by("pk")[0]
    Notice.objects.create(
        key="x", kind="late", circle="lead", recipient=person, task_id=task("given"), due_on=DUE, on=LATE, why="x", **dead
    )
    StepNews.objects.create(key="x", recipient=person, task_id=task("given"), sequence=1, verb="tasks.cancel", why="x", **dead)
    listening = Subscription.objects.create(url=URL, events=["task.assigned"], secret="x", made_at=NOW)  # noqa: S106  of nobody
    Subscription.objects.create(url=RESTING, events=[], secret="x", made_at=NOW, paused_at=NOW)  # noqa: S106  of nobody
    event = Event.objects.create(name="task.assigned", at=NOW, sequence=1, payload_json="{}")
    Delivery.objects.create(subscription=listening, event=event, **dead)


def finance() -> int:
    return agency("Sở Tài chính").pk


def subscription(url: str) -> int:
    return Subscription.objects.get(url=url).pk


def public(*_: object) -> list[str]:
    return ["93.184.215.14"]


NOTICE_ACTIONS: list[tuple[str, str, Callable[[Actor], object]]] = [
    ("plan_reminders", "notices.plan_reminders", lambda who: plan_reminders(LATE, actor=who, at=NOW)),
    ("set_schedule", "notices.set_schedule", lambda who: set_schedule(OTHER, actor=who, at=NOW)),
    ("send_again", "notices.send_again", lambda who: send_again(Notice.objects.dead().get().pk, actor=who, at=NOW)),
    ("send_news_again", "notices.send_again", lambda who: send_news_again(StepNews.objects.dead().get().pk, actor=who, at=NOW)),
    ("renew_address", "notices.renew_address", lambda who: renew_address(finance(), actor=who, at=NOW)),
    ("urge", "notices.urge", lambda who: urge(finance(), LATE, actor=who, at=NOW)),
    ("subscribe", "webhooks.subscribe", lambda who: subscribe(URL, [EventName.TASK_OVERDUE], actor=who, at=NOW, lookup=public)),
    ("unsubscribe", "webhooks.unsubscribe", lambda who: unsubscribe(subscription(URL), actor=who, at=NOW)),
    ("pause", "webhooks.pause", lambda who: pause(subscription(URL), actor=who, at=NOW)),
    ("resume", "webhooks.pause", lambda who: resume(subscription(RESTING), actor=who, at=NOW)),
    ("redeliver", "webhooks.redeliver", lambda who: redeliver(Delivery.objects.get().pk, actor=who, at=NOW)),
]
