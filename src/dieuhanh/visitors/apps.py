"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class VisitorsConfig(AppConfig):
    name = "dieuhanh.visitors"
    verbose_name = "Người xem"
