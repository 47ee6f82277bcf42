"""Sending what waits: one signed POST a delivery, to the address that was checked, redirects not followed."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Callable

from django.db import transaction

from dieuhanh.apps.outbox.sending import bury_exhausted, lease, settle_failed, settle_sent
from dieuhanh.apps.webhooks.models import Delivery
from dieuhanh.errors import FetchError, ForbiddenAddressError
from dieuhanh.fetch.hosts import Lookup, addresses_of
from dieuhanh.fetch.posting import post


def deliver_next(clock: Callable[[], dt.datetime], lookup: Lookup = addresses_of) -> bool:
    """Send one delivery that is due; False where none is. What fails waits for its next try, what is forbidden is dead at once."""
    delivery = _taken(clock())
    if delivery is None:
        return False
    body, headers = request_of(delivery, clock())
    try:
        post(delivery.subscription.url, body, headers, lookup=lookup)
    except ForbiddenAddressError:
        settle_failed([delivery], clock(), "địa chỉ nằm trong mạng nội bộ hoặc không phải http, https", for_good=True)
    except FetchError as error:
        settle_failed([delivery], clock(), f"máy chủ trả lời bằng mã {error.status}" if error.status else "máy chủ không trả lời")
    else:
        settle_sent([delivery], clock())
    return True


def request_of(delivery: Delivery, at: dt.datetime) -> tuple[bytes, dict[str, str]]:
    """The body, and the headers that let a receiver tell that it is ours, fresh and not one that it has had before.

    `Dieuhanh-Signature` is "sha256=" and, in hexadecimal, the HMAC-SHA256 of timestamp, full stop and body, keyed with the secret.
    """
    event = delivery.event
    body = (
        f'{{"at":"{event.at.isoformat(timespec="seconds")}","event":"{event.name}","id":{event.pk},'
        f'"payload":{event.payload_json},"sequence":{event.sequence}}}'
    ).encode("ascii")
    timestamp = str(int(at.timestamp()))
    signature = hmac.new(delivery.subscription.secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return body, {
        "Content-Type": "application/json",
        "Dieuhanh-Event": event.name,
        "Dieuhanh-Delivery": str(delivery.pk),
        "Dieuhanh-Timestamp": timestamp,
        "Dieuhanh-Signature": f"sha256={signature}",
    }


def _taken(at: dt.datetime) -> Delivery | None:
    bury_exhausted(Delivery.objects.all(), at)
    with transaction.atomic():
        due = Delivery.objects.due(at).select_related("subscription", "event").order_by("next_at", "pk")
        delivery = due.select_for_update(skip_locked=True, of=("self",)).first()
        if delivery is not None:
            lease([delivery], at)
    return delivery
