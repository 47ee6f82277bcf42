"""Telling other systems what an action did, in the transaction of the action."""

from __future__ import annotations

from typing import Any

from dieuhanh.apps.audit.actions import Ledger
from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Delivery, Event, Subscription


def announce(event: EventName, payload: Any, ledger: Ledger) -> None:
    """Called inside an action, behind its entry: what is rolled back is told to nobody. `payload` is plain JSON in words of the contract.

    One query where nobody subscribed.
    """
    listening = [one for one in Subscription.objects.standing() if event in one.events]
    if not listening:
        return
    happened = Event.objects.create(name=event, at=ledger.at, sequence=ledger.sequence, payload_json=canonical_json(payload))
    Delivery.objects.bulk_create([Delivery(subscription=one, event=happened, next_at=ledger.at) for one in listening])
