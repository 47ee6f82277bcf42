"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    name = "dieuhanh.apps.webhooks"
    verbose_name = "Webhook"
