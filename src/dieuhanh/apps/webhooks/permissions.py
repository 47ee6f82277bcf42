"""What may be permitted in this app."""

from __future__ import annotations

SUBSCRIBE = "webhooks.subscribe"
UNSUBSCRIBE = "webhooks.unsubscribe"
REDELIVER = "webhooks.redeliver"
