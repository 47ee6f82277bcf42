"""Who wants to be told what, what happened, and what became of the telling."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models

from dieuhanh.apps.outbox.models import Outgoing, OutgoingQuerySet

LONGEST_URL = 1000


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    """Subscriptions by whether they hold."""

    def standing(self) -> SubscriptionQuerySet:
        return self.filter(ended_at=None)


class Subscription(models.Model):
    """An address that wants to be told of some events (nơi nhận thông báo). Ended ones stay, for their deliveries name them."""

    url = models.CharField(max_length=LONGEST_URL)
    events = models.JSONField[Any, Any]()  # names of EventName, sorted
    secret = models.CharField(max_length=100)  # signs every delivery, so it is kept as it is; shown to people once
    made_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)  # what happens meanwhile waits, and is sent once it goes on
    ended_at = models.DateTimeField(null=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        permissions = [
            ("subscribe", "Đăng ký nơi nhận thông báo tự động"),
            ("unsubscribe", "Ngừng gửi thông báo tự động"),
            ("pause", "Tạm ngừng, tiếp tục gửi thông báo tự động"),
            ("redeliver", "Gửi lại thông báo tự động"),
        ]

    def __str__(self) -> str:
        return self.url


class Event(models.Model):
    """One thing that happened and that somebody had subscribed to, with the words that all of them are told."""

    name = models.CharField(max_length=50)
    at = models.DateTimeField()
    sequence = models.BigIntegerField()  # of the audit chain, so that a receiver can put events in order
    payload_json = models.TextField()  # canonical JSON

    def __str__(self) -> str:
        return f"{self.name} {self.sequence}"


class DeliveryQuerySet(OutgoingQuerySet["Delivery"]):
    """Deliveries by what became of them."""

    def due(self, at: dt.datetime) -> Self:
        """None to a subscription that rests."""
        return super().due(at).filter(subscription__paused_at=None)


class Delivery(Outgoing):
    """One event on its way to one subscription."""

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="deliveries")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="deliveries")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscription", "event"], name="webhooks_delivery_once")]
        indexes = [models.Index(fields=["state", "next_at"], name="webhooks_delivery_due")]

    def __str__(self) -> str:
        return f"{self.event} → {self.subscription}"
