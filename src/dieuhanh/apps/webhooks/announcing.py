"""Telling other systems what an action did, in the transaction of the action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dieuhanh.apps.audit.actions import Ledger
from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Delivery, Event, Subscription


def announce(event: EventName, payload: Any, ledger: Ledger) -> None:
    """Called inside an action, behind its entry: what is rolled back is told to nobody. `payload` is JSON in words of the contract."""
    announce_all(event, [payload], ledger)


def somebody_listens(event: EventName) -> bool:
    """For an action that would have to look up what to tell; one query."""
    return any(event in one.events for one in Subscription.objects.standing())


def announce_all(event: EventName, payloads: Sequence[Any], ledger: Ledger) -> None:
    """The same of many things at once, for an action on many rows: three statements, one where nobody subscribed."""
    listening = [one for one in Subscription.objects.standing() if event in one.events] if payloads else []
    if not listening:
        return
    happened = Event.objects.bulk_create(
        [Event(name=event, at=ledger.at, sequence=ledger.sequence, payload_json=canonical_json(payload)) for payload in payloads]
    )
    Delivery.objects.bulk_create([Delivery(subscription=one, event=each, next_at=ledger.at) for each in happened for one in listening])
