"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "dieuhanh.apps.notices"
    verbose_name = "Nhắc việc, đôn đốc"
