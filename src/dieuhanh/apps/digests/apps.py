"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class DigestsConfig(AppConfig):
    name = "dieuhanh.apps.digests"
    verbose_name = "Bản tin tuần"
