"""What can be done to subscriptions."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Collection

import msgspec

from dieuhanh.apps.audit.actions import action, require
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.outbox.sending import revive
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import LONGEST_URL, Delivery, Subscription
from dieuhanh.apps.webhooks.permissions import PAUSE, REDELIVER, SUBSCRIBE, UNSUBSCRIBE
from dieuhanh.errors import ForbiddenAddressError, NotFoundError
from dieuhanh.fetch.hosts import Lookup, addresses_of, place_of

SECRET_BYTES = 32


class Subscribed(msgspec.Struct, frozen=True):
    """A new subscription and the secret that signs what it is told: shown to whoever made it, and never again."""

    subscription: Subscription
    secret: str

    def __repr__(self) -> str:
        return f"Subscribed({self.subscription})"  # a traceback never shows the secret


def subscribe(url: str, events: Collection[EventName], *, actor: Actor, at: dt.datetime, lookup: Lookup = addresses_of) -> Subscribed:
    """Tell this address of these events from now on.

    Raises NotPermittedError, ForbiddenAddressError (none of http, or inside a private network), FetchError where the name is unknown.
    """
    require(actor, SUBSCRIBE)
    if len(url) > LONGEST_URL or not url.isprintable():
        raise ForbiddenAddressError
    place_of(url, lookup)  # asks the network, so before the frame
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with action(actor, SUBSCRIBE, at) as ledger:
        made = Subscription.objects.create(url=url, events=sorted(set(events)), secret=secret, made_at=at)
        ledger.append("webhooks.Subscription", str(made.pk), {"url": url, "events": made.events})
    return Subscribed(made, secret)


def unsubscribe(subscription: int, *, actor: Actor, at: dt.datetime) -> None:
    """Tell this address nothing more; what waits for it is given up. Raises NotPermittedError, NotFoundError."""
    with action(actor, UNSUBSCRIBE, at) as ledger:
        row = Subscription.objects.standing().filter(pk=subscription).first()
        if row is None:
            raise NotFoundError
        row.ended_at = at
        row.save(update_fields=["ended_at"])
        row.deliveries.filter(state=State.WAITING).update(state=State.DEAD, fault="đã ngừng gửi cho nơi này")
        ledger.append("webhooks.Subscription", str(row.pk), {"ended": True})


def pause(subscription: int, *, actor: Actor, at: dt.datetime) -> None:
    """Send this address nothing until it goes on; what happens meanwhile waits for it. Raises NotPermittedError, NotFoundError."""
    _rest(subscription, actor, at, paused_at=at)


def resume(subscription: int, *, actor: Actor, at: dt.datetime) -> None:
    """Send what has waited, and go on. Raises NotPermittedError, NotFoundError."""
    _rest(subscription, actor, at, paused_at=None)


def _rest(subscription: int, actor: Actor, at: dt.datetime, *, paused_at: dt.datetime | None) -> None:
    with action(actor, PAUSE, at) as ledger:
        row = Subscription.objects.standing().filter(pk=subscription, paused_at__isnull=paused_at is not None).first()
        if row is None:
            raise NotFoundError
        row.paused_at = paused_at
        row.save(update_fields=["paused_at"])
        ledger.append("webhooks.Subscription", str(row.pk), {"paused": paused_at is not None})


def redeliver(delivery: int, *, actor: Actor, at: dt.datetime) -> None:
    """Try a dead delivery again. Raises NotPermittedError, NotFoundError (none that is dead, or nobody listens there any more)."""
    with action(actor, REDELIVER, at) as ledger:
        row = Delivery.objects.dead().filter(pk=delivery, subscription__ended_at=None).first()
        if row is None:
            raise NotFoundError
        revive(row, at)
        ledger.append("webhooks.Delivery", str(row.pk), {"again": True})
