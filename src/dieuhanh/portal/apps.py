"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "dieuhanh.portal"
    verbose_name = "Trang công khai"
