"""Who was told: reminders and news of steps by mail, and deliveries to other systems."""

from __future__ import annotations

from typing import Any

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet

from dieuhanh.apps.notices.models import Notice, StepNews
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Delivery, Subscription
from dieuhanh.desk.notice_forms import EVENTS
from dieuhanh.domain.telling import NEWS

NOTICES_A_PAGE = 50
# By its word in the address: what became of a notice or a delivery.
STATES = {"cho-gui": State.WAITING, "da-gui": State.SENT, "khong-gui-duoc": State.DEAD, "khong-can-gui": State.NEEDLESS}


class Outbox(msgspec.Struct, frozen=True):
    """A page of reminders, or of news of steps, newest first; how many there are by what became of them."""

    choice: str
    counts: list[tuple[str, str, int]]
    page: PageOfRows[Any]


class SubscriptionLine(msgspec.Struct, frozen=True):
    """Where to, of what, and how many deliveries became what."""

    row: Subscription
    events: list[str]
    sent: int
    waiting: int
    dead: int


class DeliveryLine(msgspec.Struct, frozen=True):
    """One delivery with its event as people call it."""

    row: Delivery
    event: str


class NewsLine(msgspec.Struct, frozen=True):
    """What one person is told of one step, with the step as its letter calls it."""

    row: StepNews
    step: str


def reminders(choice: str, number: str) -> Outbox:
    """With a fixed number of queries."""
    return _outbox(Notice.objects.all(), choice, number)


def news(choice: str, number: str) -> tuple[Outbox, list[NewsLine]]:
    """With a fixed number of queries."""
    shown = _outbox(StepNews.objects.all(), choice, number)
    return shown, [NewsLine(row, NEWS[row.verb].heading if row.verb in NEWS else row.verb) for row in shown.page]


def _outbox(every: QuerySet[Any], choice: str, number: str) -> Outbox:
    chosen = choice if choice in STATES else ""
    of = dict(every.order_by().values_list("state").annotate(Count("id")))
    rows = every.select_related("recipient", "task").order_by("-id")
    rows = rows.filter(state=STATES[chosen]) if chosen else rows
    counts = [(word, state.label, of.get(state.value, 0)) for word, state in STATES.items()]
    return Outbox(chosen, counts, Paginator(rows, NOTICES_A_PAGE).get_page(number))


def subscriptions() -> list[SubscriptionLine]:
    """Those that hold; one query."""
    counts = {f"{state.value}_number": Count("deliveries", filter=Q(deliveries__state=state)) for state in STATES.values()}
    rows = Subscription.objects.standing().annotate(**counts).order_by("id")
    return [SubscriptionLine(row, [event_name(name) for name in row.events], *(_number(row, state) for state in _TOLD)) for row in rows]


_TOLD = (State.SENT, State.WAITING, State.DEAD)


def _number(row: Subscription, state: State) -> int:
    return int(getattr(row, f"{state.value}_number"))


def deliveries(subscription: Subscription, number: str) -> tuple[PageOfRows[Delivery], list[DeliveryLine]]:
    """The newest first; two queries a page."""
    rows = Delivery.objects.filter(subscription=subscription).select_related("event").order_by("-id")
    page = Paginator(rows, NOTICES_A_PAGE).get_page(number)
    return page, [DeliveryLine(row, event_name(row.event.name)) for row in page]


def event_name(name: str) -> str:
    """giao nhiệm vụ; the name itself of an event that is ours no more."""
    return EVENTS[EventName(name)] if name in set(EventName) else name
