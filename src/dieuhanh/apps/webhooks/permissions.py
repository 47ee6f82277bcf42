"""What may be permitted in this app."""

from __future__ import annotations

SUBSCRIBE = "webhooks.subscribe"
UNSUBSCRIBE = "webhooks.unsubscribe"
PAUSE = "webhooks.pause"  # and resume
REDELIVER = "webhooks.redeliver"
